"""The page of supply that is being built outside China."""
