"""The ground pieces: no domain, everything stands on them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GrunnmurConfig(AppConfig):
    """Periods and quarters, two-clock rows, kroner, jobs, code lists, SQL loading."""

    name = "integrering.grunnmur"
    label = "grunnmur"
    verbose_name = _("Jobber og kodelister")
