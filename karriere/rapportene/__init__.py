"""The figures of the career guidance."""
