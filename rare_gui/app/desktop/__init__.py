"""The program among others on its desktop: start, files, failures, end."""
