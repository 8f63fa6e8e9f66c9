"""The user's list of parts against the restrictions."""
