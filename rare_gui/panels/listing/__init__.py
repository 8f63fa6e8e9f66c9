"""The timeline once more, as a list."""
