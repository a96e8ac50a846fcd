"""Invented people and the registrations made about them. Pure: a seed and a day in, rows out."""

from integrering.demo.befolkning.lag import Person, Ramme, befolkning

__all__ = ["Person", "Ramme", "befolkning"]
