"""Every change in the career guidance."""
