"""The page of dated clauses ahead and just passed."""
