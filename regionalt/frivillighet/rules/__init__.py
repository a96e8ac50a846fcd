"""The rules of the voluntary sector. Pure."""
