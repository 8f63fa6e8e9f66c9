"""Which sectors lose how much: the pane at the right and the page."""
