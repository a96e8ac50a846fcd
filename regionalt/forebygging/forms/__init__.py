"""Forms of the prevention work."""
