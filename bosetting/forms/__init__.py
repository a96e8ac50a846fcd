"""The forms of the settlement."""
