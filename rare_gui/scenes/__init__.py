"""What to show: frozen descriptions of pictures and lists, made by pure functions. No Qt."""
