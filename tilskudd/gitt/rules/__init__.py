"""Limits, shares and checks of grants the county gives. Pure."""
