"""Dated clauses ahead and just passed, and as a calendar."""
