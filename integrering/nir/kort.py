"""The cards of the person page: one a kind of fact."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir import tekster
from integrering.nir.faktatyper import OPPLYSNINGER, Faktatype
from integrering.nir.models import FulltidVgo
from integrering.nir.queries.person import Mappe, som_periode
from integrering.nir.rules.frister import Registreringsfrist
from integrering.nir.rules.situasjon import PeriodeVersjon
from integrering.nir.rules.utbetaling import utsikt_for
from integrering.tilgang.models import Virksomhetstype


@dataclass(frozen=True)
class Faktarad:
    """One fact on a card."""

    tittel: str
    linjer: list[tekster.Linje]
    merknader: list[str]
    registrert: str
    rett_url: str
    annuller_url: str


@dataclass(frozen=True)
class Faktakort:
    """All current facts of one kind."""

    slug: str
    tittel: str
    rader: list[Faktarad]
    ny_url: str
    ny_tekst: str


def lag_kort(mappe: Mappe, slag: Faktatype, *, kan_registrere: bool) -> Faktakort:
    """Return the card of one kind."""
    rader = [_rad(mappe, slag, rad, kan_registrere) for rad in mappe.gjeldende(slag)]
    navn = str(slag.navn)
    vis_ny = kan_registrere and not (slag == OPPLYSNINGER and rader)
    return Faktakort(
        slug=slag.slug,
        tittel=capfirst(navn),
        rader=rader,
        ny_url=reverse("fakta_ny", args=[mappe.person.noekkel, slag.slug]) if vis_ny else "",
        ny_tekst=_("Registrer %(hva)s") % {"hva": navn},
    )


def _rad(mappe: Mappe, slag: Faktatype, rad: ToKlokker, kan_registrere: bool) -> Faktarad:
    adresse = [mappe.person.noekkel, slag.slug, rad.registrering_id]
    kan_annulleres = kan_registrere and slag.kan_annulleres
    return Faktarad(
        tittel=tekster.kort(slag, rad),
        linjer=_linjer(slag, rad),
        merknader=_merknader(mappe, slag, rad),
        registrert=_("Registrert %(tid)s av %(navn)s, %(virksomhet)s")
        % {
            "tid": visning.tidspunkt(_foerste(mappe, slag, rad).registrert),
            "navn": rad.registrert_av,
            "virksomhet": rad.virksomhet,
        },
        rett_url=reverse("fakta_rett", args=adresse) if kan_registrere else "",
        annuller_url=reverse("fakta_annuller", args=adresse) if kan_annulleres else "",
    )


def _linjer(slag: Faktatype, rad: ToKlokker) -> list[tekster.Linje]:
    """Return the fields the heading does not tell; what does not hold («Nei») is left out."""
    ute = slag.i_tittelen
    return [
        linje
        for linje in tekster.linjer(slag, rad)
        if linje.felt not in ute and getattr(rad, linje.felt) not in (False, "", None, [])
    ]


def _foerste(mappe: Mappe, slag: Faktatype, rad: ToKlokker) -> ToKlokker:
    """Return the first version of a fact: the deadline is kept by that one."""
    return next(v for v in mappe.versjoner[slag.slug] if v.registrering_id == rad.registrering_id)


def _merknader(mappe: Mappe, slag: Faktatype, rad: ToKlokker) -> list[str]:
    funn = []
    if slag != OPPLYSNINGER and (frist := _for_sent(slag, rad, _foerste(mappe, slag, rad))):
        funn.append(frist)
    if isinstance(rad, FulltidVgo) and mappe.situasjon.kan_utloese:
        funn.append(_utbetaling(mappe, som_periode(rad)))
    return funn


def _for_sent(slag: Faktatype, rad: ToKlokker, foerste: ToKlokker) -> str:
    """Return by how much the two-month deadline was overrun, or nothing (forskriften §§ 58, 59)."""
    frist = Registreringsfrist(getattr(rad, slag.kjentfelt), visning.lokal_dato(foerste.registrert))
    if not frist.dager_over:
        return ""
    fylke = foerste.virksomhet.type == Virksomhetstype.FYLKESKOMMUNE
    return tekster.frist_ved_registrering(frist, fylke=fylke)


def _utbetaling(mappe: Mappe, periode: PeriodeVersjon) -> str:
    s = mappe.situasjon
    return (
        tekster.utbetaling(utsikt_for(s, periode))
        if s.i_tilskuddsaar(periode)
        else tekster.utenfor_tilskuddsaar()
    )
