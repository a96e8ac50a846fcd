"""A run on its way: sent, approved, paid, or discarded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import IntegrityError
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import avbryt_jobb
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tilskudd import motor
from tilskudd.actions.beregning import KILDE
from tilskudd.models import Kjoering, Kjoeringstilstand, Slag
from tilskudd.queries.kontroll import endrede_satser
from tilskudd.queries.kontrollsum import krev_kontrollsum

_T = Kjoeringstilstand


@contextmanager
def _laast(kjoering: Kjoering, av: Aktoer, *roller: Rolle) -> Iterator[Kjoering]:
    """Check the role, take a turn, and hold the run as it stands now."""
    av.krev(*roller)
    try:
        with kontekst(kontekst_for(av)):
            motor.laas()
            yield Kjoering.objects.select_for_update(of=("self",)).get(pk=kjoering.pk)
            kjoering.refresh_from_db()
            oppdater_kilde(KILDE)
    except IntegrityError as feil:
        # what the rules below let through and the database stopped
        raise Regelbrudd(_("Databasen stoppet endringen. Beregn kvartalet på nytt.")) from feil


def _krev_tilstand(kjoering: Kjoering, *lovlige: Kjoeringstilstand) -> None:
    if kjoering.tilstand not in lovlige:
        raise Regelbrudd(
            _("Kjøringen for %(kvartal)s er i tilstanden «%(tilstand)s», så dette kan ikke gjøres nå.")
            % {"kvartal": visning.kvartal(kjoering.kvartal), "tilstand": kjoering.get_tilstand_display()}
        )


def send_til_godkjenning(*, kjoering: Kjoering, av: Aktoer) -> Kjoering:
    """Send a calculated run to approval.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: it is not calculated, grant years lack a rate, or the run before it has changed.
    """
    with _laast(kjoering, av, Rolle.TILSKUDDSRAADGIVER) as denne:
        _krev_tilstand(denne, _T.BEREGNET)
        _krev_satser(denne)
        krev_kontrollsum(denne.forrige)
        denne.tilstand = _T.TIL_GODKJENNING
        denne.sendt_av_id, denne.sendt_tid = av.bruker_id, Now()
        denne.save()
    return kjoering


def godkjenn(*, kjoering: Kjoering, av: Aktoer) -> Kjoering:
    """Approve a run: from now on its lines are posted and never change.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: the same person calculated it; quarters out of order; another run approved or rates
            changed since it was calculated; grant years without a rate; the run before it has changed.
    """
    with _laast(kjoering, av, Rolle.TILSKUDDSGODKJENNER) as denne:
        _krev_tilstand(denne, _T.TIL_GODKJENNING)
        _krev_fire_oeyne(denne, av)
        _krev_siste(denne)
        _krev_satser(denne)
        krev_kontrollsum(denne.forrige)
        with kontekst(motor_kontekst(av.bruker_id)):
            denne.kontrollsum = motor.fingeravtrykk(denne.pk)
        denne.tilstand = _T.GODKJENT
        denne.godkjent_av_id, denne.godkjent_tid = av.bruker_id, Now()
        denne.save()
    return kjoering


def merk_utbetalt(*, kjoering: Kjoering, av: Aktoer) -> Kjoering:
    """Note that the money of an approved run has come."""
    with _laast(kjoering, av, Rolle.TILSKUDDSRAADGIVER, Rolle.TILSKUDDSGODKJENNER) as denne:
        _krev_tilstand(denne, _T.GODKJENT)
        krev_kontrollsum(denne)
        denne.tilstand = _T.UTBETALT
        denne.utbetalt_av_id, denne.utbetalt_tid = av.bruker_id, Now()
        denne.save()
    return kjoering


def forkast(*, kjoering: Kjoering, av: Aktoer, grunn: str) -> Kjoering:
    """Discard a run that is not approved, with a reason."""
    if not grunn.strip():
        raise Regelbrudd({"grunn": [_("Skriv hvorfor kjøringen forkastes.")]})
    with _laast(kjoering, av, Rolle.TILSKUDDSRAADGIVER, Rolle.TILSKUDDSGODKJENNER) as denne:
        _krev_tilstand(denne, _T.BEREGNES, _T.BEREGNET, _T.TIL_GODKJENNING)
        if denne.tilstand == _T.BEREGNES and denne.jobb:
            avbryt_jobb(jobb=denne.jobb)
        denne.tilstand = _T.FORKASTET
        denne.forkastet_av_id, denne.forkastet_tid = av.bruker_id, Now()
        denne.forkastet_grunn = grunn.strip()[:300]
        denne.save()
    return kjoering


def _krev_fire_oeyne(kjoering: Kjoering, av: Aktoer) -> None:
    if kjoering.foerste_oeyne != av.bruker_id:
        return
    if kjoering.beregnet_av_id is None:
        raise Regelbrudd(_("Den som har sendt systemets utkast, kan ikke godkjenne det."))
    raise Regelbrudd(_("Den som har beregnet kjøringen, kan ikke godkjenne den."))


def _krev_siste(kjoering: Kjoering) -> None:
    """Refuse a run that does not build on the latest approved one, or that skips a quarter."""
    if kjoering.forrige_id != motor.siste_godkjente_id():
        raise Regelbrudd(
            _("En annen kjøring er godkjent etter at denne ble beregnet. Beregn kvartalet på nytt.")
        )
    if kjoering.forrige is None:
        return
    neste = kjoering.forrige.kvartal.neste()
    if kjoering.kvartal != neste or kjoering.slag == Slag.AAPNING:
        raise Regelbrudd(
            _("Kvartalene godkjennes i rekkefølge. Den neste er %(neste)s.")
            % {"neste": visning.kvartal(neste)}
        )


def _krev_satser(kjoering: Kjoering) -> None:
    """Refuse while a grant year has no rate to use, or when the rates are not what the run read."""
    if kjoering.antall_mangler:
        raise Regelbrudd(
            _("%(antall)s tilskuddsår mangler en vedtatt sats. Legg inn satsene og beregn på nytt.")
            % {"antall": kjoering.antall_mangler}
        )
    if kjoering.demo and not settings.DEMO:
        raise Regelbrudd(_("Kjøringen er beregnet med eksempelsatser og kan bare godkjennes i en demo."))
    endret = endrede_satser(kjoering)
    if endret:
        raise Regelbrudd(
            _("Satser er endret etter at kjøringen ble beregnet: %(satser)s. Beregn kvartalet på nytt.")
            % {"satser": ", ".join(f"{s.kode} {s.budsjettaar}" for s in endret)}
        )
