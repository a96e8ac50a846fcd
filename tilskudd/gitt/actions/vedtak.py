"""Assessment, decision, complaint. What one person may not do is held by the database as well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kroner import formater
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from tilskudd.gitt.actions.brev import send_brev
from tilskudd.gitt.actions.logg import KILDE, loggfoer
from tilskudd.gitt.models import (
    Anbefaling,
    Klage,
    Poeng,
    Soeknad,
    Soeknadstilstand,
    Utfall,
    Utlysning,
    Vedtak,
    Vurdering,
)
from tilskudd.gitt.queries.saken import innvilget_ellers, runden, siste_vedtak, til_vurdering
from tilskudd.gitt.roller import GODKJENNER, RAADGIVER, SOEKER, VURDERER
from tilskudd.gitt.rules.vurdering import siste_klagedag
from tilskudd.gitt.vedtaksbrev import vedtaksteksten

T = Soeknadstilstand


@dataclass(frozen=True)
class Vurderingsdata:
    """One assessor's view. `poeng`: criterion → 1 to 5. Whoever is not impartial gives the reason only."""

    habil: bool
    begrunnelse: str
    anbefaling: str = ""
    beloep: int = 0
    poeng: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Vedtaksdata:
    """A decision; reasons and conditions are printed in the letter."""

    utfall: str
    begrunnelse: str
    beloep: int = 0
    vilkaar: str = ""


@transaction.atomic
def vurder(*, soeknad: Soeknad, data: Vurderingsdata, av: Aktoer) -> Vurdering:
    """Deliver one's own assessment. Raises Regelbrudd by field, IkkeTilgang."""
    av.krev(*VURDERER)
    runde = runden(soeknad)
    if not til_vurdering(soeknad):
        raise Regelbrudd(_("Søknaden er ikke til vurdering."))
    if soeknad.vurderinger.filter(av_id=av.bruker_id, runde=runde).exists():
        raise Regelbrudd(_("Du har levert vurderingen din."))
    if soeknad.vedtak.filter(av_id=av.bruker_id).exists():
        raise Regelbrudd(_("Du har avgjort søknaden og kan ikke vurdere den."))
    if soeknad.vurderinger.filter(runde=runde, habil=True).count() >= 2:
        raise Regelbrudd(_("To har vurdert søknaden."))
    _kontroller_vurdering(soeknad, data)
    ny = Vurdering.objects.create(
        soeknad=soeknad, runde=runde, av_id=av.bruker_id, habil=data.habil, anbefaling=data.anbefaling,
        beloep=data.beloep, begrunnelse=data.begrunnelse,
    )  # fmt: skip
    Poeng.objects.bulk_create(
        Poeng(vurdering=ny, kriterium_id=kriterium, poeng=p) for kriterium, p in data.poeng.items()
    )
    oppdater_kilde(KILDE, [soeknad.pk])
    return ny


@transaction.atomic
def fatt_vedtak(*, soeknad: Soeknad, versjon: int, data: Vedtaksdata, av: Aktoer) -> Vedtak:
    """Decide; the letter goes in the same step. Raises Regelbrudd by field, Konflikt, IkkeTilgang."""
    av.krev(*GODKJENNER)
    runde = runden(soeknad)
    utlysning = Utlysning.objects.select_for_update().get(pk=soeknad.utlysning_id)
    _kontroller_vedtak(soeknad, utlysning, data, runde, av)
    soeknad.lagre_over(versjon=versjon, bruker_id=av.bruker_id)  # nobody has changed it meanwhile
    brev = send_brev(
        mal="tilskudd_vedtak",
        virksomhet=soeknad.virksomhet,
        tekst=lambda: vedtaksteksten(soeknad, data),
        av=av,
    )
    nytt = Vedtak.objects.create(
        soeknad=soeknad, runde=runde, utfall=data.utfall, beloep=data.beloep, brev=brev,
        begrunnelse=data.begrunnelse, vilkaar=data.vilkaar, av_id=av.bruker_id,
    )  # fmt: skip
    if soeknad.tilstand == T.SENDT:
        soeknad.lagre_over(versjon=soeknad.versjon, bruker_id=av.bruker_id, tilstand=T.AVGJORT)
    loggfoer(soeknad, "vedtatt", av, str(nytt))
    oppdater_kilde(KILDE, [soeknad.pk])
    return nytt


@transaction.atomic
def klag(*, soeknad: Soeknad, tekst: str, mottatt: date, av: Aktoer) -> Klage:
    """Register a complaint: the case is assessed anew by two, and decided. Raises Regelbrudd, IkkeTilgang.

    Args:
        mottatt: the day it came; what the applicant writes here, comes today.
    """
    av.krev(*SOEKER, *RAADGIVER)
    siste = siste_vedtak(soeknad)
    i_dag = timezone.localdate()
    if siste is None or soeknad.klager.filter(runde=siste.runde + 1).exists():
        raise Regelbrudd(_("Det er ikke noe vedtak å klage på, eller det er klaget alt."))
    if siste.runde > 1:
        raise Regelbrudd(_("Klagen er avgjort. Klageinstansen har det siste ordet."))
    vedtatt = timezone.localdate(siste.tid)
    if not vedtatt <= mottatt <= i_dag:
        raise Regelbrudd({"mottatt": [_("Datoen må være fra vedtaket til i dag.")]})
    ny = Klage.objects.create(
        soeknad=soeknad, runde=siste.runde + 1, mottatt=mottatt, rettidig=mottatt <= siste_klagedag(vedtatt),
        tekst=tekst, av_id=av.bruker_id,
    )  # fmt: skip
    loggfoer(soeknad, "klaget", av)
    oppdater_kilde(KILDE, [soeknad.pk])
    return ny


@transaction.atomic
def oversend(*, soeknad: Soeknad, dato: date, av: Aktoer) -> None:
    """Send a complaint that was not upheld to the appeal body. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*RAADGIVER)
    vedtak = list(soeknad.vedtak.order_by("runde"))
    klage = soeknad.klager.filter(runde=2, oversendt__isnull=True).first()
    if klage is None or len(vedtak) < 2 or vedtak[1].beloep > vedtak[0].beloep:
        raise Regelbrudd(_("Bare en klage som ikke er tatt til følge, sendes til klageinstansen."))
    if not timezone.localdate(vedtak[1].tid) <= dato <= timezone.localdate():
        raise Regelbrudd({"dato": [_("Datoen må være fra vedtaket til i dag.")]})
    klage.oversendt = dato
    klage.save(update_fields=["oversendt"])
    loggfoer(soeknad, "oversendt", av)


def _kontroller_vurdering(soeknad: Soeknad, d: Vurderingsdata) -> None:
    if not d.habil:
        if d.anbefaling or d.beloep or d.poeng:
            raise Regelbrudd({"habil": [_("Den som er inhabil, vurderer ikke. Skriv bare grunnen.")]})
        return
    kriterier = set(soeknad.utlysning.kriterier.values_list("pk", flat=True))
    if d.anbefaling != Anbefaling.AVVIS and set(d.poeng) != kriterier:
        raise Regelbrudd(_("Gi poeng for hvert kriterium."))
    if d.anbefaling not in Anbefaling.values:
        raise Regelbrudd({"anbefaling": [_("Velg hva du anbefaler.")]})
    if (d.anbefaling == Anbefaling.INNVILG) != (d.beloep > 0) or d.beloep > (soeknad.beloep or 0):
        raise Regelbrudd(
            {"beloep": [_("Skriv beløpet du anbefaler, høyst det som er søkt om; ellers ingenting.")]}
        )


def _kontroller_vedtak(s: Soeknad, u: Utlysning, d: Vedtaksdata, runde: int, av: Aktoer) -> None:
    if not til_vurdering(s):
        raise Regelbrudd(_("Søknaden er ikke til avgjørelse."))
    if s.vurderinger.filter(av_id=av.bruker_id).exists():
        raise Regelbrudd(_("Du har vurdert søknaden. En annen må avgjøre den."))
    vurdert = s.vurderinger.filter(runde=runde, habil=True)
    if d.utfall == Utfall.AVVIST:
        if not vurdert.filter(anbefaling=Anbefaling.AVVIS).exists():
            raise Regelbrudd({"utfall": [_("Ingen av vurderingene sier at søknaden må avvises.")]})
    elif vurdert.count() < 2:
        raise Regelbrudd(_("To må ha vurdert søknaden før den avgjøres."))
    soekt = s.beloep or 0
    passer = {
        Utfall.INNVILGET: d.beloep == soekt, Utfall.DELVIS: 0 < d.beloep < soekt,
        Utfall.AVSLAG: d.beloep == 0, Utfall.AVVIST: d.beloep == 0,
    }  # fmt: skip
    if not passer[Utfall(d.utfall)]:
        raise Regelbrudd(
            {"beloep": [_("Beløpet passer ikke med utfallet. Søkt: %(kr)s.") % {"kr": formater(soekt)}]}
        )
    igjen = u.ramme - innvilget_ellers(s)
    if d.beloep > igjen:
        raise Regelbrudd({"beloep": [_("Det er %(kr)s igjen av rammen.") % {"kr": formater(igjen)}]})
