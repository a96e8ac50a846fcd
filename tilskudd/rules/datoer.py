"""Anniversaries and ages."""

from integrering.grunnmur.datoer import alder, pluss_aar

__all__ = ["alder", "pluss_aar"]
