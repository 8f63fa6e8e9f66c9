"""What the list of materials shows, and how it is searched."""
