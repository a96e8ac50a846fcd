"""What the regional work is about: one list of themes for all of it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tema(models.TextChoices):
    """Our own list (not from a regulation): what a gathering, an agreement, a measure is about."""

    BOSETTING = "bosetting", _("Bosetting")
    KVALIFISERING = "kvalifisering", _("Kvalifisering og introduksjonsprogram")
    NORSK = "norsk", _("Norsk og samfunnskunnskap")
    KARRIERE = "karriere", _("Karriereveiledning")
    ARBEID = "arbeid", _("Arbeid og kompetansebehov")
    # business is asked for by name: its measures are the county's too
    GRUENDER = "gruender", _("Entreprenørskap og høyt kvalifiserte innvandrere")
    FOREBYGGING = "forebygging", _("Negativ sosial kontroll, tvangsekteskap og kjønnslemlestelse")
    FRIVILLIG = "frivillig", _("Frivillighet og deltakelse")
    HELSE = "helse", _("Helse og livsmestring")
    ANNET = "annet", _("Annet")
