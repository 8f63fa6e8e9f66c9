"""The tidy rows of what a picture draws: one observation a row, each traced to the data package."""
