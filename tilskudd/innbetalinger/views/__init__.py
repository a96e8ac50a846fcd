"""Thin doors."""
