"""Where a round stands, and the words its rows choose between."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Rundetilstand(models.TextChoices):
    """The way of a round. From «anbefalt» on it is locked; a correction is a revised round."""

    UTKAST = "utkast", _("Utkast")
    DIALOG = "dialog", _("Dialog med kommunene")
    GODKJENNING = "godkjenning", _("Til godkjenning")
    ANBEFALT = "anbefalt", _("Anbefalt")
    SENDT = "sendt", _("Sendt")
    ANMODNING = "anmodning", _("Anmodning mottatt")
    VEDTAK = "vedtak", _("Vedtak mottatt")


# What may be written while the county works; then it is read only.
AAPNE = (Rundetilstand.UTKAST, Rundetilstand.DIALOG)
LAASTE = (Rundetilstand.ANBEFALT, Rundetilstand.SENDT, Rundetilstand.ANMODNING, Rundetilstand.VEDTAK)
# A municipality sees a recommendation when it has been sent.
SENDTE = (Rundetilstand.SENDT, Rundetilstand.ANMODNING, Rundetilstand.VEDTAK)
FARGE = {
    Rundetilstand.UTKAST: "neutral",
    Rundetilstand.DIALOG: "info",
    Rundetilstand.GODKJENNING: "warning",
    Rundetilstand.ANBEFALT: "success",
    Rundetilstand.SENDT: "success",
    Rundetilstand.ANMODNING: "info",
    Rundetilstand.VEDTAK: "success",
}


class Sikkerhet(models.TextChoices):
    """How sure a sourced fact is."""

    KILDE = "kilde", _("Fra kilden")
    UBEKREFTET = "ubekreftet", _("Ikke bekreftet")
    EKSEMPEL = "eksempel", _("Eksempel")


class Indikator(models.TextChoices):
    """What may serve a criterion: public figures, and the county's judgements from 1 to 5."""

    SYSSELSATTE = "sysselsatte_andel", _("Sysselsatte, andel")
    INTRO = "intro_resultat", _("Resultat av introduksjonsprogrammet")
    INNVANDRERE = "innvandrere_andel", _("Innvandrere, andel")
    FLYTTING_UT = "flytting_ut", _("Flyktninger som flyttet ut, per 1000 innbyggere")
    FLYTTING_INN = "flytting_inn", _("Flyktninger som flyttet inn, per 1000 innbyggere")
    OPPLAERINGSTILBUD = "opplaeringstilbud", _("Opplæringstilbud i kommunen (vurdering)")
    VGS_TILBUD = "vgs_tilbud", _("Videregående og tilpassede fagtilbud (vurdering)")
    INTERKOMMUNALT = "interkommunalt", _("Interkommunalt samarbeid (vurdering)")
    ARBEIDSKRAFT = "arbeidskraft", _("Behov for arbeidskraft (vurdering)")
    KAPASITET = "kapasitet", _("Kapasitet og tjenester (vurdering)")
    PLANER = "planer", _("Planer for kvalifisering (vurdering)")


# Those of the list above that are judged by people; the others are counted.
VURDERINGER = (
    Indikator.OPPLAERINGSTILBUD,
    Indikator.VGS_TILBUD,
    Indikator.INTERKOMMUNALT,
    Indikator.ARBEIDSKRAFT,
    Indikator.KAPASITET,
    Indikator.PLANER,
)
# Counts of people: seen against the population, which otherwise would count twice.
PER_INNBYGGER = (Indikator.FLYTTING_UT, Indikator.FLYTTING_INN)
FOLKETALL, ANMODNING, VEDTAK, BOSATT = "folketall", "anmodning", "vedtak", "bosatt"


class Fristslag(models.TextChoices):
    """The days of a round, in the order they usually come. Our own list; the dates are the county's."""

    SVAR = "svar", _("Kommunene svarer")
    DIALOG = "dialog", _("Dialogmøtene er holdt")
    KRITERIER = "kriterier", _("Kriteriene er lagt inn")
    ANBEFALING = "anbefaling", _("Anbefalingen sendes til IMDi")
    VEDTAK = "vedtak", _("Kommunene har vedtatt")
    ANNEN = "annen", _("Annen frist")


class Merke(models.TextChoices):
    """What a figure is: «:» suppressed, missing, not asked; never confused with zero."""

    VERDI = "verdi", _("Tall")
    UNDERTRYKT = "undertrykt", _("Skjermet")
    MANGLER = "mangler", _("Mangler")
    IKKE_SPURT = "ikke_spurt", _("Ikke spurt")


class Svarstatus(models.TextChoices):
    """Where an answer stands."""

    UTKAST = "utkast", _("Utkast")
    SENDT = "sendt", _("Sendt")


class Svarkanal(models.TextChoices):
    """How an answer came."""

    SKJEMA = "skjema", _("Kommunens skjema")
    FYLKET = "fylket", _("Registrert av fylkeskommunen")


def prosent(andel: Decimal | None) -> int | None:
    """Return a share as whole per cent."""
    return None if andel is None else int(andel * 100)


def andel(prosent: int | None) -> Decimal | None:
    """Return per cent as a share."""
    return None if prosent is None else Decimal(prosent) / 100


def rundenavn(aar: int, utgave: int) -> str:
    """Return what a round is called."""
    if not utgave:
        return gettext("Bosetting %(aar)s") % {"aar": aar}
    return gettext("Bosetting %(aar)s, revidert %(nr)s") % {"aar": aar, "nr": utgave}
