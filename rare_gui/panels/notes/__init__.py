"""The user's own notes, and the notes about the data."""
