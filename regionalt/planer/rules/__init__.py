"""The rules of the plans. Pure."""
