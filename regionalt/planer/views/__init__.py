"""The doors of the plans."""
