"""The versions of contacts and agreements told as events: who wrote, corrected or took away what, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn
from integrering.tilgang.models import Bruker
from opplaering.kodeverk import SAMARBEIDSPART
from opplaering.models import Avtale, Samarbeidskontakt


@dataclass(frozen=True)
class Hendelse:
    """One version, as `komponenter/historikk.html` takes it."""

    tittel: str
    tidspunkt: datetime
    hvem: Bruker
    beskrivelse: str
    aarsak: str


def hendelser(kontakter: Iterable[Samarbeidskontakt], avtaler: Iterable[Avtale]) -> list[Hendelse]:
    """Return all versions as events, the newest first; each of the two with the oldest first."""
    ut, sett = [], set()
    alle: list[Samarbeidskontakt | Avtale] = [*kontakter, *avtaler]
    for rad in alle:
        foerste = rad.registrering_id not in sett
        sett.add(rad.registrering_id)
        ut.append(Hendelse(_tittel(rad, foerste), rad.registrert, rad.registrert_av, _i_ord(rad), rad.aarsak))
    return sorted(ut, key=lambda h: h.tidspunkt, reverse=True)


def _tittel(rad: Samarbeidskontakt | Avtale, foerste: bool) -> str:
    if isinstance(rad, Avtale):
        ny, endret, bort = _("Ny avtale"), _("Avtalen er endret"), _("Avtalen gjelder ikke lenger")
    else:
        ny, endret, bort = _("Ny kontakt"), _("Kontakten er endret"), _("Kontakten gjelder ikke lenger")
    if rad.annullert:
        return bort
    return ny if foerste else endret


def _i_ord(rad: Samarbeidskontakt | Avtale) -> str:
    if isinstance(rad, Samarbeidskontakt):
        deler = [rad.navn, kodenavn(SAMARBEIDSPART, rad.part), rad.stilling, rad.telefon, rad.epost]
        return "; ".join(del_ for del_ in deler if del_)
    deler = [rad.hva, kodenavn(SAMARBEIDSPART, rad.ansvar)]
    if rad.frist:
        deler.append(_("frist %(dag)s") % {"dag": visning.dato(rad.frist)})
    if rad.ferdig:
        deler.append(_("gjort %(dag)s") % {"dag": visning.dato(rad.ferdig)})
    return "; ".join(deler)
