"""Long-running use: what must neither leak nor wear out. `make soak` runs it at full length."""
