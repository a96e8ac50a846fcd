"""«Mangler nå» on the person page: what grant and checklist ask for, and what it takes to know the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.nir import regeltekster as ord_
from integrering.nir import tekster
from integrering.nir.actions.roller import kan_registrere
from integrering.nir.faktatyper import BOSTED, OPPLYSNINGER, VEDTAK, VGO, Faktatype
from integrering.nir.queries.person import Mappe
from integrering.nir.rules import frister, utbetaling
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.situasjon import PeriodeVersjon
from integrering.nir.rules.status import Celle, Personstatus, Tilstand
from integrering.nir.rules.utbetaling import Mangel
from integrering.nir.statuslenker import celle_url, felt_url, kan_vises, slag_for, slag_med, ukjente
from integrering.tilgang.aktoer import Aktoer

# What the grant asks for is told with what is at stake; the checklist does not ask for the same again.
_SAMME = {
    Mangel.VEDTAK: Registrering.VEDTAK_NORSK,
    Mangel.PERIODE: Registrering.FULLTID_VGO,
    Mangel.SLUTTDATO: Registrering.FULLTID_VGO,
    Mangel.TIMER: Registrering.FULLTID_VGO,
    Mangel.HOVEDANSVAR: Registrering.FULLTID_VGO,
}


@dataclass(frozen=True)
class Oppgave:
    """One thing that is missing, why it matters, when it is due, and the step that mends it.

    `url` is empty for those who may not register it.
    """

    tekst: str
    hvorfor: str
    handling: str
    url: str
    frist: date | None
    hva: Mangel | Registrering


@dataclass(frozen=True)
class Trengs:
    """A fact that is not known, where it is registered, and what it would decide."""

    tekst: str
    url: str
    avgjoer: list[str]


def samlet(tilskudd: Sequence[Oppgave], sjekkliste: Sequence[Oppgave]) -> list[Oppgave]:
    """Return both, each thing once: what the grant needs first."""
    alt = {_SAMME.get(o.hva) for o in tilskudd if isinstance(o.hva, Mangel)}
    return [*tilskudd, *(o for o in sjekkliste if o.hva not in alt)]


def for_tilskuddet(mappe: Mappe, av: Aktoer, i_dag: date) -> list[Oppgave]:
    """Return what is missing for the grant."""
    return [_oppgave(mappe, hva, av) for hva in utbetaling.mangler(mappe.situasjon, i_dag)]


def i_sjekklisten(status: Personstatus, noekkel: UUID, av: Aktoer) -> list[Oppgave]:
    """Return what lacks of the checklist, the nearest deadline first."""
    return [
        Oppgave(
            tekst=ord_.registrering(hva),
            hvorfor=_hvorfor(celle),
            handling=_handling(slag_for(hva, celle), celle),
            url=celle_url(noekkel, hva, celle) if kan_registrere(av, slag_for(hva, celle)) else "",
            frist=celle.frist,
            hva=hva,
        )
        for hva, celle in status.gjenstaar
        if kan_vises(av, hva)
    ]


def trengs(status: Personstatus, noekkel: UUID, av: Aktoer) -> list[Trengs]:
    """Return the facts that would decide the rest, with a link for those who may register them."""
    felt = dict.fromkeys(f for celle in status.celler.values() for f in ukjente(celle))
    ut = []
    for ett in felt:
        slag = slag_med(ett)
        avgjoer = [
            ord_.registrering(hva)
            for hva, celle in status.celler.items()
            if ett in ukjente(celle) and kan_vises(av, hva)
        ]
        kan = slag is not None and kan_registrere(av, slag)
        if avgjoer:
            ut.append(Trengs(ord_.felt(ett), felt_url(noekkel, ett) if kan else "", avgjoer))
    return ut


def _hvorfor(celle: Celle) -> str:
    if celle.tilstand is Tilstand.DELVIS:
        return _("Delvis registrert. %(grunn)s") % {"grunn": ord_.hvorfor(celle)}
    return ord_.hvorfor(celle) or _("Ikke registrert.")


def _handling(slag: Faktatype, celle: Celle) -> str:
    rettes = celle.registrering is not None
    return (_("Rett %(hva)s") if rettes else _("Registrer %(hva)s")) % {"hva": slag.navn}


def _oppgave(mappe: Mappe, hva: Mangel, av: Aktoer) -> Oppgave:
    s = mappe.situasjon
    kjent = {
        Mangel.VEDTAK: frister.vedtak_burde_vaert_kjent(s),
        Mangel.SLUTTDATO: frister.sluttdato_burde_vaert_kjent(s),
    }.get(hva)
    return Oppgave(
        tekst=tekster.mangel(hva),
        hvorfor=tekster.mangel_hvorfor(hva),
        handling=tekster.mangel_handling(hva),
        url=_steg(mappe, hva) if kan_registrere(av, _NY.get(hva) or _RETTES[hva]) else "",
        hva=hva,
        frist=frister.registreringsfrist(kjent) if kjent else None,
    )


_NY = {
    Mangel.OPPLYSNINGER: OPPLYSNINGER,
    Mangel.BOSTED: BOSTED,
    Mangel.VEDTAK: VEDTAK,
    Mangel.PERIODE: VGO,
}
_RETTES = {
    Mangel.SLUTTDATO: VGO,
    Mangel.TIMER: VGO,
    Mangel.HOVEDANSVAR: VGO,
    Mangel.LANDGRUPPE: OPPLYSNINGER,
}


def _steg(mappe: Mappe, hva: Mangel) -> str:
    """Return the address of the form that mends what is missing."""
    noekkel = mappe.person.noekkel
    if hva in _NY:
        return reverse("fakta_ny", args=[noekkel, _NY[hva].slug])
    if hva is Mangel.LANDGRUPPE and mappe.opplysning:
        return _rett(noekkel, OPPLYSNINGER, mappe.opplysning.registrering_id)
    for rad, periode in zip(mappe.perioder, _som_regler(mappe), strict=True):
        feil = {
            Mangel.SLUTTDATO: periode.til is None,
            Mangel.TIMER: not periode.fulltid and not periode.kombinasjonsklasse,
            Mangel.HOVEDANSVAR: not periode.fulltid and periode.kombinasjonsklasse,
        }
        if feil.get(hva):
            return _rett(noekkel, VGO, rad.registrering_id)
    raise ValueError(hva)


def _som_regler(mappe: Mappe) -> list[PeriodeVersjon]:
    etter_id = {p.registrering: p for p in mappe.situasjon.gjeldende_perioder}
    return [etter_id[rad.registrering_id] for rad in mappe.perioder]


def _rett(noekkel: UUID, slag: Faktatype, registrering: UUID) -> str:
    return reverse("fakta_rett", args=[noekkel, slag.slug, registrering])
