"""The ground pieces: no domain, everything stands on them."""

from django.apps import AppConfig


class GrunnmurConfig(AppConfig):
    """Periods and quarters, two-clock rows, kroner, jobs, SQL loading."""

    name = "integrering.grunnmur"
    label = "grunnmur"
    verbose_name = "Grunnmur"
