"""Follow-up of the municipalities: contact log, requests for guidance, visits."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OppfoelgingKonfig(AppConfig):
    """Follow-up of the municipalities: contact log, requests for guidance, visits."""

    name = "regionalt.oppfoelging"
    label = "oppfoelging"
    verbose_name = _("Oppfølging av kommunene")
