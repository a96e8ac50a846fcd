"""The doors of the regional cooperation."""
