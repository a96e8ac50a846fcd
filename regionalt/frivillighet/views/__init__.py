"""The doors of the voluntary sector."""
