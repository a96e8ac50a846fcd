"""The forms of the plans."""
