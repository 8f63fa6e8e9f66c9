"""Every kind of picture that can be saved: a body laid out for a size, in the same frame."""
