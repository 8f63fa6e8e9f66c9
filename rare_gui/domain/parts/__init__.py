"""The user's list of parts: what each line names, and what binds it."""
