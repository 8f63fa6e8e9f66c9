"""Pictures of the views, and the files that they become."""
