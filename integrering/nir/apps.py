"""Persons and NIR-style registrations."""

from django.apps import AppConfig


class NirConfig(AppConfig):
    """Persons and the facts that decide law and money about them."""

    name = "integrering.nir"
    label = "nir"
    verbose_name = "Personer og registreringer"
