"""Painters of the impact charts, for widgets and exports alike: they draw into a given place.

Nothing here knows a widget, a result of the model or a colour other than the theme's tokens.
"""
