"""Scenes painted with pyqtgraph, on screen and off."""
