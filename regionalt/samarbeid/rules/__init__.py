"""The rules of the regional cooperation. Pure."""
