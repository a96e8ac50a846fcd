"""A snapshot as the checklist that committees know: item × law × responsible, beside a former one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.matrise.models import Bildelinje
from integrering.matrise.rules.ansvar import Tjeneste, del_av
from integrering.matrise.rules.bilde import Telling, Utfall
from integrering.matrise.tekster import DELER, TJENESTER, UTFALL, UTFALL_FARGE, kolonnenavn
from integrering.nir import regeltekster
from integrering.nir.rules.registreringer import Lovkolonne, Registrering


@dataclass(frozen=True)
class Rute:
    """One item under one law: what it says, what it is made of, and what it said before."""

    utfall: str
    farge: str
    tall: str
    foer: str = ""


@dataclass(frozen=True)
class Sjekkrad:
    """One item."""

    navn: str
    ansvarlig: str
    ruter: list[Rute | None]


@dataclass(frozen=True)
class Sjekkliste:
    """The checklist: names of the columns of the law, and the items by its parts."""

    kolonner: list[str]
    deler: list[tuple[str, list[Sjekkrad]]]


def sjekkliste(linjer: Iterable[Bildelinje], foer: Iterable[Bildelinje] = ()) -> Sjekkliste:
    """Return the checklist of a snapshot's lines; a column nobody was in is left out."""
    naa = {(Registrering(rad.registrering), rad.kolonne): rad for rad in linjer}
    da = {(Registrering(rad.registrering), rad.kolonne): rad.telling for rad in foer}
    kolonner = [k for k in (*Lovkolonne, "") if any(kolonne == k for _hva, kolonne in naa)]
    ansvar = {hva: str(TJENESTER[Tjeneste(rad.ansvarlig)]) for (hva, _kolonne), rad in naa.items()}

    def rute(hva: Registrering, kolonne: str) -> Rute | None:
        rad = naa.get((hva, kolonne))
        return _rute(rad.telling, da.get((hva, kolonne))) if rad else None

    return Sjekkliste(
        kolonner=[kolonnenavn(k) for k in kolonner],
        deler=[
            (
                str(DELER[del_]),
                [
                    Sjekkrad(regeltekster.registrering(hva), ansvar[hva], [rute(hva, k) for k in kolonner])
                    for hva in punkter
                ],
            )
            for del_, punkter in groupby((hva for hva in Registrering if hva in ansvar), del_av)
        ],
    )


def _rute(t: Telling, foer: Telling | None) -> Rute:
    utfall = t.utfall
    return Rute(
        utfall=str(UTFALL[utfall]),
        farge=UTFALL_FARGE[utfall],
        tall=tall_i_ord(t),
        foer=_med_tall(foer) if foer and {utfall, foer.utfall} != {Utfall.INGEN} else "",
    )


def _med_tall(t: Telling) -> str:
    ord_, tall = str(UTFALL[t.utfall]), tall_i_ord(t)
    return f"{ord_} ({tall})" if tall else ord_


def tall_i_ord(t: Telling) -> str:
    """Return what an outcome is made of: «3 mangler, 2 delvis av 14»; nothing where it applies to nobody."""
    if t.utfall is Utfall.INGEN:
        return ""
    if t.utfall is Utfall.OK:
        return ngettext("%(n)s person", "%(n)s personer", t.registrert) % {"n": t.registrert}
    deler = []
    if t.mangler:
        deler.append(_("%(n)s mangler") % {"n": t.mangler})
    if t.delvis:
        deler.append(_("%(n)s delvis") % {"n": t.delvis})
    if t.ukjent:
        deler.append(_("%(n)s kan ikke avgjøres") % {"n": t.ukjent})
    return _("%(deler)s av %(alle)s") % {"deler": ", ".join(deler), "alle": t.gjelder}
