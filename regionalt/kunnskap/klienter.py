"""Fetch public figures from those who publish them. Only the addresses here are asked, about no person."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.error import URLError
from urllib.request import Request, urlopen

from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from regionalt.kunnskap.formater.jsonstat import TABELLER, Ssbtabell
from regionalt.kunnskap.kodeverk import Format
from regionalt.kunnskap.lesing import STOERST

_FRIST = 20  # seconds
_HVEM = "Integrering/1.0 (fylkeskommune; offentlige tall)"
_IMDI = "https://app-simapi-prod.azurewebsites.net/download_csv/k"
_SSB = "https://data.ssb.no/api/v0/no/table"
_KLASS = "https://data.ssb.no/api/klass/v1/classifications/131/changes.json"


@dataclass(frozen=True)
class Kilde:
    """Something that can be fetched: what it is, its address, the form of the answer, and what is asked."""

    navn: str
    url: str
    format: str
    filnavn: str
    spoerring: bytes | None = None


def kilder(kommuner: Sequence[str], aar: int) -> dict[str, Kilde]:
    """Return code → what can be fetched about these municipalities (numbers); `aar` for the yearly page."""
    ut = {
        "imdi_bosatt": Kilde(
            "IMDi, bosatt_anmodede", f"{_IMDI}/bosatt_anmodede", Format.IMDI_CSV, "bosatt_anmodede.csv"
        ),
        "imdi_em": Kilde(
            "IMDi, enslige_mindrearige", f"{_IMDI}/enslige_mindrearige", Format.IMDI_EM, "enslige.csv"
        ),
        "imdi_flytting": Kilde(
            "IMDi, flyktning_botid_flytting",
            f"{_IMDI}/flyktning_botid_flytting",
            Format.IMDI_CSV,
            "flyktning_botid_flytting.csv",
        ),
        "imdi_aar": Kilde(
            f"IMDi, Nøkkeltall bosetting {aar}",
            f"https://www.imdi.no/bosetting/bosettingstall/nokkeltall-bosetting-{aar}/",
            Format.IMDI_HTML,
            f"nokkeltall-bosetting-{aar}.html",
        ),
    }
    for nummer, tabell in TABELLER.items():
        ut[f"ssb_{nummer}"] = Kilde(
            _ssb_navn(nummer),
            f"{_SSB}/{nummer}",
            Format.JSONSTAT,
            f"{nummer}.json",
            _ssb_spoerring(kommuner, tabell),
        )
    return ut


def _ssb_navn(nummer: str) -> str:
    navn = _("SSB, tabell %(nummer)s") % {"nummer": nummer}
    return _("%(kilde)s (ikke bekreftet)") % {"kilde": navn} if TABELLER[nummer].ubekreftet else navn


def _ssb_spoerring(kommuner: Sequence[str], tabell: Ssbtabell) -> bytes:
    """Return the question to the statistics bank: these municipalities, the last year there is."""

    def ledd(kode: str, filter_: str, verdier: Sequence[str]) -> dict[str, object]:
        return {"code": kode, "selection": {"filter": filter_, "values": list(verdier)}}

    steder = ("all", ["*"]) if tabell.alle_steder else ("agg_single:KommGjeldende", kommuner)
    sporring = [ledd("Region", *steder)]
    sporring += [ledd(kode, "item", [verdi]) for kode, verdi in tabell.valg.items()]
    sporring.append(ledd("Tid", "top", ["1"]))
    return json.dumps({"query": sporring, "response": {"format": "json-stat2"}}).encode()


def hent(kilde: Kilde) -> bytes:
    """Return what a source answers. Raises Regelbrudd when it does not, or answers with too much."""
    hode = {"User-Agent": _HVEM}
    if kilde.spoerring is not None:
        hode["Content-Type"] = "application/json"
    bestilling = Request(kilde.url, data=kilde.spoerring, headers=hode)  # noqa: S310
    try:
        # the addresses stand above, all https
        with urlopen(bestilling, timeout=_FRIST) as svar:  # noqa: S310
            innhold: bytes = svar.read(STOERST + 1)
    except (URLError, TimeoutError, OSError) as feil:
        tekst = _("%(kilde)s svarer ikke nå. Last ned filen selv og last den opp, eller prøv igjen senere.")
        raise Regelbrudd(tekst % {"kilde": kilde.navn}) from feil
    if len(innhold) > STOERST:
        raise Regelbrudd(_("%(kilde)s svarte med mer enn 5 MB.") % {"kilde": kilde.navn})
    return innhold


def hent_klass(fra: date, til: date) -> bytes:
    """Return Klass' changes of municipalities between two days. Raises Regelbrudd."""
    url = f"{_KLASS}?from={fra.isoformat()}&to={til.isoformat()}"
    return hent(Kilde("SSB, Klass 131", url, "", "changes.json"))
