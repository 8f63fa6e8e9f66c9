"""First page, help topics, keys, About, and the report of a failure."""
