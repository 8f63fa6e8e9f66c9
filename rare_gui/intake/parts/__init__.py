"""The user's list of parts, read from a file or the clipboard."""
