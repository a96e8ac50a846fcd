"""What crosses the wall: files in, answers out."""

from django.apps import AppConfig


class UtvekslingConfig(AppConfig):
    """Import of files, later export, messages and letters."""

    name = "integrering.utveksling.importering"
    label = "utveksling"
    verbose_name = "Utveksling"

    def ready(self) -> None:
        """Register the files about persons; upper floors register their own."""
        from integrering.utveksling.importering import formater

        formater.registrer()
