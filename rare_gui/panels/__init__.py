"""Widgets that show scenes and say what the user pointed at; they decide nothing."""
