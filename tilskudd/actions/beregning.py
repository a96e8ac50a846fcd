"""Start the calculation of a quarter."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import start_jobb
from integrering.grunnmur.kvartal import OSLO, Kvartal
from integrering.grunnmur.models import Jobb
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tilskudd import motor
from tilskudd.models import BOKFOERT, Kjoering, Kjoeringstilstand
from tilskudd.queries.kontrollsum import krev_kontrollsum
from tilskudd.rules.frister import (
    VENTETID,
    kan_starte,
    siste_som_kan_beregnes,
    skjaeringstidspunkt_for,
    vanlig_utbetalingsdato,
)

JOBBSLAG = "tilskudd.beregn"
KILDE = "tilskuddskjoering"


def start_beregning(
    *,
    kvartal: Kvartal,
    av: Aktoer,
    skjaeringstidspunkt: datetime | None = None,
    utbetalingsdato: date | None = None,
) -> Jobb:
    """Start the calculation of a quarter and return the job. A draft that was there is replaced.

    Args:
        kvartal: the run covers days up to its last.
        av: a tilskuddsrådgiver.
        skjaeringstidspunkt: what was registered by then counts; by default the quarter's last instant.
        utbetalingsdato: after the cut-off; by default early in the quarter after.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: far ahead, less than an hour since the cut-off, approved, or being calculated just now.
    """
    with kontekst(kontekst_for(av)):
        kjoering = _opprett(kvartal, av, skjaeringstidspunkt, utbetalingsdato)
        kjoering.jobb = start_jobb(
            slag=JOBBSLAG,
            tittel=_("Beregner tilskudd for %(kvartal)s") % {"kvartal": visning.kvartal(kvartal)},
            parametre={"kjoering": kjoering.pk},
            bruker_id=av.bruker_id,
            virksomhet_id=av.virksomhet_id,
            noekkel=f"{JOBBSLAG}:{kvartal}",
            resultat_url=reverse("tilskudd:kvartal", args=[kvartal]),
        )
        kjoering.save(update_fields=["jobb"])
        return kjoering.jobb


def beregn_kjoering(
    *,
    kvartal: Kvartal,
    av: Aktoer,
    skjaeringstidspunkt: datetime | None = None,
    utbetalingsdato: date | None = None,
) -> Kjoering:
    """Calculate a quarter here and now, without a job: for commands. As `start_beregning` otherwise."""
    with kontekst(kontekst_for(av)):
        kjoering = _opprett(kvartal, av, skjaeringstidspunkt, utbetalingsdato)
        with kontekst(motor_kontekst(av.bruker_id)):
            ferdig = motor.regn_ut(kjoering.pk)
        oppdater_kilde(KILDE)
        return ferdig


def _opprett(kvartal: Kvartal, av: Aktoer, skjaer: datetime | None, utbetalt: date | None) -> Kjoering:
    av.krev(Rolle.TILSKUDDSRAADGIVER)
    if fram_i_tid := for_langt_fram(kvartal):
        raise Regelbrudd({"kvartal": [fram_i_tid]})
    motor.laas()
    skjaer = skjaeringstidspunkt_for(kvartal, skjaer)
    utbetalt = utbetalt or vanlig_utbetalingsdato(kvartal, skjaer)
    _krev_tider(skjaer, utbetalt)
    _krev_etter_siste_godkjente(kvartal, skjaer)
    _erstatt_utkast(kvartal, av)
    oppdater_kilde(KILDE)
    return Kjoering.objects.create(
        kvartal=kvartal,
        skjaeringstidspunkt=skjaer,
        utbetalingsdato=utbetalt,
        demo=settings.DEMO,
        beregnet_av_id=av.bruker_id,
    )


def for_langt_fram(kvartal: Kvartal) -> str:
    """Return why a quarter far ahead is not calculated; nothing for one that may be."""
    siste = siste_som_kan_beregnes(timezone.localdate())
    if kvartal <= siste:
        return ""
    return _("%(kvartal)s er for langt fram i tid. Siste kvartal som kan beregnes nå, er %(siste)s.") % {
        "kvartal": visning.kvartal(kvartal),
        "siste": visning.kvartal(siste),
    }


def _krev_tider(skjaer: datetime, utbetalt: date) -> None:
    """Refuse to start before one hour after the cut-off, or to pay before it."""
    if not kan_starte(skjaer, timezone.now()):
        tidligst = date_format(timezone.localtime(skjaer + VENTETID + timedelta(seconds=1)), "j. F Y H:i")
        raise Regelbrudd(
            {
                "skjaeringstidspunkt": [
                    _("Kjøringen kan tidligst starte en time etter skjæringstidspunktet: %(tid)s.")
                    % {"tid": tidligst}
                ]
            }
        )
    if utbetalt <= skjaer.astimezone(OSLO).date():
        raise Regelbrudd({"utbetalingsdato": [_("Utbetalingsdatoen må være etter skjæringstidspunktet.")]})


def _krev_etter_siste_godkjente(kvartal: Kvartal, skjaer: datetime) -> None:
    """Refuse quarters that are approved or passed, cut-offs before one that is used, books that changed."""
    siste = Kjoering.objects.filter(tilstand__in=BOKFOERT).order_by("-kvartal").first()
    if siste is None:
        return
    krev_kontrollsum(siste)
    if kvartal <= siste.kvartal:
        raise Regelbrudd(
            {
                "kvartal": [
                    _("%(siste)s er godkjent. Endringer kommer med i neste kvartals kjøring.")
                    % {"siste": visning.kvartal(siste.kvartal)}
                ]
            }
        )
    if skjaer < siste.skjaeringstidspunkt:
        raise Regelbrudd(
            {
                "skjaeringstidspunkt": [
                    _("Skjæringstidspunktet kan ikke være før det for %(siste)s.")
                    % {"siste": visning.kvartal(siste.kvartal)}
                ]
            }
        )


def _erstatt_utkast(kvartal: Kvartal, av: Aktoer) -> None:
    """Discard the draft of the quarter, unless it is being calculated just now."""
    utkast = (
        Kjoering.objects.select_related("jobb")
        .filter(kvartal=kvartal.indeks)
        .exclude(tilstand=Kjoeringstilstand.FORKASTET)
        .first()
    )
    if utkast is None:
        return
    if utkast.tilstand == Kjoeringstilstand.BEREGNES and utkast.jobb and utkast.jobb.lever:
        raise Regelbrudd({"kvartal": [_("Kvartalet beregnes nå. Vent til beregningen er ferdig.")]})
    utkast.tilstand = Kjoeringstilstand.FORKASTET
    utkast.forkastet_av_id, utkast.forkastet_tid = av.bruker_id, Now()
    utkast.forkastet_grunn = _("Erstattet av en ny beregning.")
    utkast.save()
