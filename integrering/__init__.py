"""Integrering: the county's system for settlement, career guidance, training and grants."""

from integrering.celery import app as celery_app

__all__ = ("celery_app",)
__version__ = "0.1.0"
