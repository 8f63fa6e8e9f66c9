"""The same engine without a window; imported only when a sub-command is given."""
