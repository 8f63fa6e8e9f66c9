"""rare_gui: which export restrictions applied to a strategic material, and what comes next."""
