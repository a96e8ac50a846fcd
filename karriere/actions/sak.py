"""What people decide about cases: who guides, where, on hold, declined, carried out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kan_velges
from integrering.nir import actions as nir_actions
from integrering.nir.faktatyper import FAKTATYPER
from integrering.oppgaver.actions import gi_videre
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from karriere.actions.felles import oppdater_oppgaver, skriv_hendelse
from karriere.kodeverk import VENTEGRUNN, Rett, Sakshendelsestype
from karriere.models import Sak, Senter, Senterkommune
from karriere.queries.saker import veiledere_ved
from karriere.roller import KILDE_SAK, LESER_NOTAT, VEILEDER

H = Sakshendelsestype
# As long a hold as anyone should need to look at once.
LENGSTE_VENT = 365


def paa_tur(saker: Collection[Sak], av: Aktoer) -> list[Sak]:
    """Return the cases as they stand, locked. The database gives a counsellor only those of the own centres.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: another centre's case.
    """
    av.krev(*VEILEDER)
    ider = {sak.pk for sak in saker}
    rader = list(Sak.objects.select_for_update().filter(pk__in=ider).order_by("pk"))
    if len(rader) < len(ider):
        raise Regelbrudd(_("Saken hører til et annet karrieresenter."))
    return rader


def _lagre(sak: Sak, hva: Sakshendelsestype, av: Aktoer, felter: dict[str, Any], **verdier: Any) -> None:
    sak.lagre_over(versjon=sak.versjon, bruker_id=av.bruker_id, **felter)
    skriv_hendelse(sak, hva, av, **verdier)


def _krev_aapen(sak: Sak) -> None:
    if sak.gjennomfoert is not None:
        raise Regelbrudd(_("Veiledningen er alt gjennomført."))


@transaction.atomic
def tildel(*, saker: Collection[Sak], veileder_id: int | None, av: Aktoer) -> int:
    """Give cases to a counsellor of their centre, or to nobody; return how many changed.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: another centre's case, or one who does not work at the centre.
    """
    endret, i_dag = 0, timezone.localdate()
    rader = paa_tur(saker, av)
    for sak in rader:
        if veileder_id is not None and veileder_id not in _ved(sak.senter_id, i_dag):
            raise Regelbrudd({"veileder": [_("Velg en som arbeider ved karrieresenteret nå.")]})
        if sak.veileder_id != veileder_id:
            _lagre(sak, H.TILDELT, av, {"veileder_id": veileder_id}, til=veileder_id)
            endret += 1
    ider = [s.pk for s in rader]
    oppdater_oppgaver(ider)
    gi_videre(kilde=KILDE_SAK, emne_ider=ider, til=veileder_id, av=av)
    return endret


def _ved(senter_id: int | None, dag: date) -> set[int]:
    return set(veiledere_ved(senter_id, dag).values_list("pk", flat=True))


@transaction.atomic
def sett_paa_vent(*, saker: Collection[Sak], grunn: str, til: date, av: Aktoer) -> int:
    """Put cases on hold to and with a day; return how many. The deadline stands as it is.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: no such reason, a day that has been or is more than a year ahead, a finished case.
    """
    i_dag = timezone.localdate()
    if not kan_velges(VENTEGRUNN, grunn):
        raise Regelbrudd({"grunn": [_("Velg hvorfor saken skal vente.")]})
    if not 0 <= (til - i_dag).days <= LENGSTE_VENT:
        raise Regelbrudd({"til": [_("Velg en dag fra i dag og til om et år.")]})
    rader = paa_tur(saker, av)
    for sak in rader:
        _krev_aapen(sak)
        felter = {"paa_vent_til": til, "paa_vent_grunn": grunn}
        _lagre(sak, H.VENT, av, felter, til=til.isoformat(), grunn=grunn)
    oppdater_oppgaver([s.pk for s in rader])
    return len(rader)


@transaction.atomic
def ta_av_vent(*, sak: Sak, av: Aktoer) -> None:
    """End the hold. Again: no change."""
    (rad,) = paa_tur([sak], av)
    if rad.paa_vent_til is not None:
        _lagre(rad, H.VENT_SLUTT, av, {"paa_vent_til": None, "paa_vent_grunn": ""})
        oppdater_oppgaver([rad.pk])


@transaction.atomic
def registrer_nei(*, sak: Sak, dag: date, av: Aktoer) -> None:
    """Register that the person declines: only where there is a right and no duty (§ 37 b).

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: a duty, a day to come or before the settlement, already guided.
    """
    (rad,) = paa_tur([sak], av)
    _krev_aapen(rad)
    if rad.rett != Rett.RETT:
        raise Regelbrudd(
            _("Personen har plikt til karriereveiledning og kan ikke takke nei (integreringsloven § 11).")
        )
    _krev_dag(rad, dag)
    _lagre(rad, H.TAKKET_NEI, av, {"takket_nei": dag}, dag=dag.isoformat())
    oppdater_oppgaver([rad.pk])


@transaction.atomic
def angre_nei(*, sak: Sak, av: Aktoer) -> None:
    """Register that the person wants guidance after all. Again: no change."""
    (rad,) = paa_tur([sak], av)
    if rad.takket_nei is not None:
        _lagre(rad, H.ANGRET_NEI, av, {"takket_nei": None})
        oppdater_oppgaver([rad.pk])


@transaction.atomic
def merk_invitert(*, sak: Sak, spraak: str, av: Aktoer) -> None:
    """Note that the person has got the invitation, in which language (nb, nn, en, uk, ar).

    Raises:
        IkkeTilgang: others than those who guide and the municipality's refugee service.
    """
    av.krev(*LESER_NOTAT)
    skriv_hendelse(sak, H.INVITERT, av, spraak=spraak)


@transaction.atomic
def flytt_til_senter(*, sak: Sak, senter: Senter | None, av: Aktoer) -> None:
    """Let another centre have the case, or (None) the municipality's own. The counsellor falls away.

    Raises:
        IkkeTilgang: others than the county's case workers.
    """
    av.krev(Rolle.FYLKE_SAKSBEHANDLER)
    (rad,) = paa_tur([sak], av)
    kommunens = Senterkommune.objects.filter(kommune=sak.person.kommune_id).values_list("senter", flat=True)
    til = senter.pk if senter else kommunens.first()
    felter: dict[str, Any] = {"senter_id": til, "senter_valgt": senter is not None}
    if rad.senter_id != til:
        felter["veileder_id"] = None
    _lagre(rad, H.SENTER, av, felter, til=til)
    oppdater_oppgaver([rad.pk])


@transaction.atomic
def registrer_gjennomfoert(*, sak: Sak, dag: date, av: Aktoer) -> None:
    """Register, in the county's name, that guidance is carried out (forskriften § 52 c). The case follows.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: a day to come or before the settlement, already registered.
    """
    (rad,) = paa_tur([sak], av)
    _krev_aapen(rad)
    _krev_dag(rad, dag)
    nir_actions.registrer(
        slag=FAKTATYPER["karriereveiledning"], person=sak.person, verdier={"gjennomfoert": dag}, av=av
    )
    skriv_hendelse(rad, H.GJENNOMFOERT, av, dag=dag.isoformat())


def _krev_dag(sak: Sak, dag: date) -> None:
    if dag > timezone.localdate():
        raise Regelbrudd({"dag": [_("Dagen kan ikke være i fremtiden.")]})
    if sak.bosatt and dag < sak.bosatt:
        bosatt = visning.dato(sak.bosatt)
        raise Regelbrudd({"dag": [_("Dagen er før bosettingen %(bosatt)s.") % {"bosatt": bosatt}]})
