"""The forms of the voluntary sector."""
