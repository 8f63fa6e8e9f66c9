"""The timeline: events, truce, lanes of measures, exports and prices on one time axis."""

from rare_gui.figures.timeline.figure import TimelineFigure

__all__ = ["TimelineFigure"]
