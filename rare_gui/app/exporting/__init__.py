"""What leaves the program: dialog, clipboard, brief and replay."""
