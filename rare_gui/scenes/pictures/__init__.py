"""What stands in a picture that leaves the program, in it and beside it."""
