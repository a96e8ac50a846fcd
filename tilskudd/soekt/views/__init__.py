"""T6: what the county applies for."""
