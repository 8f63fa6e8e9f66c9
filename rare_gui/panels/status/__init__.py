"""The line at the foot of the window, and what is told there."""
