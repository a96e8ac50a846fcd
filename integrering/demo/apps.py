"""The demo: invented people in real municipalities. Only with DEMO=1, never beside a real database."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Stands on top of the house: it plays all the others' users."""

    name = "integrering.demo"
    label = "demo"
    verbose_name = "Demo"

    def ready(self) -> None:
        """Register the job that fills the demo, and the panel that shows it."""
        from integrering.demo import paneler, tasks  # noqa: F401

        paneler.registrer()
