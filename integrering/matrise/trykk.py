"""A snapshot on paper: PDF/UA, made when it is asked for; the checksum tells that it is the same snapshot."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn
from integrering.matrise.kodeverk import ORGAN
from integrering.matrise.models import Oeyeblikksbilde, Vedtakspunkt
from integrering.matrise.queries.bilder import Personendring
from integrering.matrise.rules.ansvar import Tjeneste
from integrering.matrise.sjekkliste import Sjekkliste
from integrering.matrise.tekster import ENDRINGER, FORKLARING, TJENESTER
from integrering.nir import regeltekster
from integrering.utveksling.brev.trykk import sett


def pdf(
    bilde: Oeyeblikksbilde,
    liste: Sjekkliste,
    punkter: Iterable[Vedtakspunkt],
    *,
    mot: Oeyeblikksbilde | None = None,
    endringer: Iterable[Personendring] = (),
) -> bytes:
    """Return the snapshot as PDF, beside the former one when there is one. No person is named.

    Raises:
        Regelbrudd: there is a sign in the texts that cannot be printed.
    """
    oppsett = files("integrering.matrise").joinpath("oppsett", "oeyeblikksbilde.typ").read_bytes()
    ark = _ark(bilde, liste, punkter, mot, endringer)
    return sett(oppsett, {"ark": json.dumps(ark, ensure_ascii=False)}, bilde.dato)


def _ark(
    bilde: Oeyeblikksbilde,
    liste: Sjekkliste,
    punkter: Iterable[Vedtakspunkt],
    mot: Oeyeblikksbilde | None,
    endringer: Iterable[Personendring],
) -> dict[str, Any]:
    return {
        "spraak": "nn" if get_language() == "nn" else "nb",
        "tittel": bilde.tittel,
        "kommune": bilde.kommune.navn,
        "merker": _merker(bilde, mot),
        "ord": _ord(bilde, mot),
        "kolonner": liste.kolonner,
        "deler": [
            {
                "navn": navn,
                "rader": [
                    {
                        "navn": rad.navn,
                        "ansvarlig": rad.ansvarlig,
                        "ruter": [
                            {"utfall": r.utfall, "tall": r.tall, "foer": r.foer} if r else None
                            for r in rad.ruter
                        ],
                    }
                    for rad in rader
                ],
            }
            for navn, rader in liste.deler
        ],
        "endringer": [
            [str(ENDRINGER[e.endring]), regeltekster.registrering(e.hva), str(e.antall)] for e in endringer
        ],
        "punkter": [_punkt(p) for p in punkter],
    }


def _merker(bilde: Oeyeblikksbilde, mot: Oeyeblikksbilde | None) -> list[list[str]]:
    merker = [[_("Per dato"), visning.dato(bilde.dato)]]
    if bilde.mottaker:
        merker.append([_("Laget for"), bilde.mottaker])
    merker += [
        [_("Personer"), str(bilde.personer)],
        [_("Laget"), f"{visning.tidspunkt(bilde.laget)}, {bilde.virksomhet.navn}"],
    ]
    if mot:
        merker.append([_("Sammenlignet med"), visning.dato(mot.dato)])
    return merker


def _ord(bilde: Oeyeblikksbilde, mot: Oeyeblikksbilde | None) -> dict[str, str]:
    return {
        "side": _("Side"),
        "av": _("av"),
        "kontrollsum": _("Kontrollsum"),
        "sum": bilde.sha256,
        "registrering": _("Registrering"),
        "ansvarlig": _("Ansvarlig"),
        "forklaring": str(FORKLARING),
        "foer": f"{visning.dato(mot.dato)}:" if mot else "",
        "endret": _("Endret siden %(dato)s") % {"dato": visning.dato(mot.dato)} if mot else "",
        "endring": _("Endring"),
        "personer": _("Personer"),
        "vedtakspunkter": _("Vedtakspunkter"),
        "vedtakspunkt": _("Vedtakspunkt"),
        "tiltak": _("Tiltak"),
        "frist": _("Frist"),
        "status": _("Status"),
        "sendt": _("Svaret sendt"),
        "ingen_endring": _("Ingenting er endret."),
    }


def _punkt(p: Vedtakspunkt) -> list[str]:
    sendt = f"{visning.dato(p.sendt)}, {p.sendt_til}" if p.sendt else ""
    return [
        f"{kodenavn(ORGAN, p.organ)} {visning.dato(p.vedtatt)}{f' ({p.sak})' if p.sak else ''}: {p.tekst}",
        p.tiltak,
        str(TJENESTER[Tjeneste(p.tjeneste)]),
        visning.dato(p.frist),
        f"{p.get_tilstand_display()}{f': {p.grunn}' if p.grunn else ''}",
        sendt,
    ]
