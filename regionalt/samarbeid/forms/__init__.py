"""The forms of the regional cooperation."""
