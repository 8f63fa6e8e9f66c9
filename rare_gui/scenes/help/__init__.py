"""First page, how to read the window, help topics, About."""
