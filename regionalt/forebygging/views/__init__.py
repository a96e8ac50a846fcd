"""Pages of the prevention work."""
