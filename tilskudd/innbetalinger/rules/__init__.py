"""Codes, payment rounds and outcomes as pure functions."""
