"""Readings of payments, differences and claims."""
