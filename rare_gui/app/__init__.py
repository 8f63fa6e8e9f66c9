"""The shell: session, presenter, window, start-up."""
