"""What is known about municipalities: the indicators with unit and source, and the six kinds of judgement."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from regionalt.kunnskap.formater.felles import Merke as Cellemerke


class Indikator(models.TextChoices):
    """Public figures, by the codes the settlement asks for them by."""

    FOLKETALL = "folketall", _("Folketall")
    SYSSELSATTE = "sysselsatte_andel", _("Sysselsatte, andel")
    INNVANDRERE = "innvandrere_andel", _("Innvandrere, andel")
    INTRO = "intro_resultat", _("Resultat av introduksjonsprogrammet")
    ANMODNING = "anmodning", _("Anmodning fra IMDi")
    VEDTAK = "vedtak", _("Vedtak i kommunen")
    BOSATT = "bosatt", _("Bosatt")
    EM_ANMODNING = "em_anmodning", _("Anmodning, enslige mindreårige")
    EM_VEDTAK = "em_vedtak", _("Vedtak, enslige mindreårige")
    EM_BOSATT = "em_bosatt", _("Bosatt, enslige mindreårige")
    FLYTTING_UT = "flytting_ut", _("Flyktninger som flyttet ut")
    FLYTTING_INN = "flytting_inn", _("Flyktninger som flyttet inn")


@dataclass(frozen=True)
class Om:
    """An indicator's unit and usual source."""

    enhet: str | Promise
    kilde: str | Promise
    andel: bool = False
    ubekreftet: bool = False


_PERSONER, _PROSENT = _("personer"), _("prosent")
_IMDI = _("IMDi, bosettingstall")
OM = {
    Indikator.FOLKETALL: Om(_PERSONER, _("SSB, tabell 07459")),
    Indikator.SYSSELSATTE: Om(_PROSENT, _("SSB, tabell 06445"), andel=True),
    Indikator.INNVANDRERE: Om(_PROSENT, _("SSB, tabell 09817"), andel=True),
    Indikator.INTRO: Om(_PROSENT, _("SSB, tabell 10824"), andel=True, ubekreftet=True),
    Indikator.ANMODNING: Om(_PERSONER, _IMDI),
    Indikator.VEDTAK: Om(_PERSONER, _IMDI),
    Indikator.BOSATT: Om(_PERSONER, _IMDI),
    Indikator.EM_ANMODNING: Om(_PERSONER, _IMDI),
    Indikator.EM_VEDTAK: Om(_PERSONER, _IMDI),
    Indikator.EM_BOSATT: Om(_PERSONER, _IMDI),
    Indikator.FLYTTING_UT: Om(_PERSONER, _("Egen tabell")),
    Indikator.FLYTTING_INN: Om(_PERSONER, _("IMDi, flyktning_botid_flytting")),
}


def kan_legges_sammen(indikator: str) -> bool:
    """Return True for counts of people: merged municipalities have the sum of them."""
    return not OM[Indikator(indikator)].andel


class Utgave(models.TextChoices):
    """A year may have two requests: the original, and one that came in its place."""

    INGEN = "", _("Gjeldende")
    OPPRINNELIG = "opprinnelig", _("Opprinnelig")
    REVIDERT = "revidert", _("Revidert")


class Merke(models.TextChoices):
    """What a figure is. Only «verdi» has a number."""

    VERDI = Cellemerke.VERDI.value, _("Tall")
    UNDERTRYKT = Cellemerke.UNDERTRYKT.value, _("Skjult av kilden")
    MANGLER = Cellemerke.MANGLER.value, _("Mangler")
    IKKE_SPURT = Cellemerke.IKKE_SPURT.value, _("Ikke spurt")


# how a source writes a figure it hides
SKJULT = ":"


class Format(models.TextChoices):
    """How a file is written."""

    IMDI_CSV = "imdi_csv", _("IMDi, tabell (CSV)")
    IMDI_EM = "imdi_em", _("IMDi, enslige mindreårige (CSV)")
    IMDI_HTML = "imdi_html", _("IMDi, «Nøkkeltall bosetting» (nettside)")
    JSONSTAT = "jsonstat", _("SSB, statistikkbanken (JSON-stat)")
    TABELL = "tabell", _("Egen tabell (regneark eller CSV)")


class Importtilstand(models.TextChoices):
    """Where an import stands."""

    UTKAST = "utkast", _("Ikke lest inn")
    INNLEST = "innlest", _("Lest inn")
    FORKASTET = "forkastet", _("Forkastet")


class Kunnskap(models.TextChoices):
    """The six kinds of knowledge the county's recommendation rests on (IMDi, to the counties)."""

    OPPLAERINGSTILBUD = "opplaeringstilbud", _("Opplæring og kvalifisering i kommunen")
    VGS_TILBUD = "vgs_tilbud", _("Videregående og tilpassede fagtilbud")
    INTERKOMMUNALT = "interkommunalt", _("Interkommunalt samarbeid")
    ARBEIDSKRAFT = "arbeidskraft", _("Behov for arbeidskraft")
    KAPASITET = "kapasitet", _("Kapasitet og ønske")
    PLANER = "planer", _("Planer for kvalifisering")


class Sikkerhet(models.TextChoices):
    """How sure a sourced fact is."""

    KILDE = "kilde", _("Fra kilden")
    UBEKREFTET = "ubekreftet", _("Ikke bekreftet")
    EKSEMPEL = "eksempel", _("Eksempel")


class Trinn(models.IntegerChoices):
    """The county's judgement."""

    SVAKT = 1, _("1 – svært svakt")
    NOE_SVAKT = 2, _("2 – svakt")
    MIDDELS = 3, _("3 – middels")
    GODT = 4, _("4 – godt")
    SVAERT_GODT = 5, _("5 – svært godt")
