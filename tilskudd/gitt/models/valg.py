"""What is chosen from a list, in calls, applications and what follows them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Utlysningstilstand(models.TextChoices):
    """Where a call stands."""

    UTKAST = "utkast", _("Utkast")
    UTLYST = "utlyst", _("Åpen for søknader")
    LUKKET = "lukket", _("Lukket for søknader")
    FORDELT = "fordelt", _("Fordelt")
    AVSLUTTET = "avsluttet", _("Avsluttet")


class Soekerslag(models.TextChoices):
    """Who may apply: the kinds of organisation (`tilgang.Virksomhetstype`)."""

    FRIVILLIG = "frivillig", _("Frivillige organisasjoner")
    SKOLE = "skole", _("Skoler")
    KOMMUNE = "kommune", _("Kommuner")


class Kostnadsslag(models.TextChoices):
    """Kinds of cost, for what a call covers and for the lines of a budget."""

    AKTIVITET = "aktivitet", _("Aktiviteter og lokaler")
    MATERIELL = "materiell", _("Materiell")
    MAT = "mat", _("Mat")
    MARKEDSFOERING = "markedsfoering", _("Markedsføring")
    HONORAR = "honorar", _("Honorar og innleie")
    REISE = "reise", _("Reise")
    UNDERVISNING = "undervisning", _("Undervisning")
    LOENN = "loenn", _("Lønn til egne ansatte")
    DRIFT = "drift", _("Ordinær drift")
    UTSTYR = "utstyr", _("Driftsutstyr og investeringer")
    ANNET = "annet", _("Annet")


class Vedleggskrav(models.TextChoices):
    """What an application or a report can ask for; the last two are never asked for."""

    BUDSJETT = "budsjett", _("Budsjett")
    ARBEIDSPLAN = "arbeidsplan", _("Arbeidsplan")
    AARSMELDING = "aarsmelding", _("Siste årsmelding")
    AARSREGNSKAP = "aarsregnskap", _("Siste årsregnskap")
    INTENSJON = "intensjon", _("Samarbeidsavtale")
    PROSJEKTREGNSKAP = "prosjektregnskap", _("Regnskap for tiltaket")
    ANNET = "annet", _("Annet vedlegg")


class Utbetalingsregel(models.TextChoices):
    """When the money is paid."""

    FOER = "foer", _("Alt etter vedtaket")
    DELT = "delt", _("En del etter vedtaket, resten etter godkjent rapport")
    ETTER = "etter", _("Alt etter godkjent rapport")


class Soeknadstilstand(models.TextChoices):
    """Where an application stands."""

    UTKAST = "utkast", _("Utkast")
    SENDT = "sendt", _("Sendt")
    AAPNET = "aapnet", _("Må kompletteres")
    TRUKKET = "trukket", _("Trukket")
    AVGJORT = "avgjort", _("Avgjort")
    AVSLUTTET = "avsluttet", _("Avsluttet")


class Budsjettslag(models.TextChoices):
    """What a line of the budget is."""

    KOSTNAD = "kostnad", _("Kostnad")
    EGEN = "egen", _("Egne midler")
    STAT = "stat", _("Tilskudd fra staten")
    ANDRE = "andre", _("Fra andre")
