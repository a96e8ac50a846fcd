"""Persons and NIR-style registrations."""

from django.apps import AppConfig


class NirConfig(AppConfig):
    """Persons and the facts that decide law and money about them."""

    name = "integrering.nir"
    label = "nir"
    verbose_name = "Personer og registreringer"

    def ready(self) -> None:
        """Tell the floor below where persons have their pages."""
        from integrering.nir import lenker
        from integrering.tilgang.personlenker import registrer_personsider

        registrer_personsider(lenker=lenker.personsider, finn=lenker.person_id)
