"""Registreringer som verdier: ett utgangspunkt per slag, og det som er annerledes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from integrering.nir.rules.fra_registrerte import grunnlag
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.registrert import Registrert, Registrerte, samle
from integrering.nir.rules.status import Celle, Personstatus, Tilstand, personstatus
from tests.nir.regler.personer import I_DAG, REGLER

RETTES = UUID(int=7)
ALT_I_PLANEN = (
    "sluttmaal", "norskmaal", "langsiktige_maal", "omfang", "varighet", "elementer", "klagemuligheter",
    "begrunnelse",
)  # fmt: skip
# slag → startfeltet, og resten av feltene
FASTE: dict[str, tuple[str, dict[str, Any]]] = {
    "opplysninger": ("tillatelse_dato", {
        "foedselsdato": date(1995, 6, 15), "statsborgerskap": "SYR", "tillatelse": "9a",
    }),
    "bosted": ("fra", {"til": None}),
    "bosetting": ("bosatt", {"etter_avtale": True, "ankomst": date(2025, 10, 1), "i_arbeid": False}),
    "familieforhold": ("opplyst", {"barn_under_18": False, "familieinnvandring": False}),
    "tidligere-tillatelse": ("gitt", {"tillatelse": "9e", "vedtak_kap_6a": True}),
    "krav": ("dato", {"ordning": "intro"}),
    "tilbud": ("oppstart", {"ordning": "intro"}),
    "vedtak-introduksjonsprogram": ("startdato", {}),
    "vedtak": ("startdato", {}),
    "avslag": ("vedtaksdato", {"ordning": "intro"}),
    "sluttmaal": ("fra", {"maal": "vgo"}),
    "integreringsplan": ("dato", {"innhold": ALT_I_PLANEN}),
    "norskplan": ("dato", {"innhold": ("norskmaal", "omfang", "klagemuligheter")}),
    "integreringskontrakt": ("dato", {"deltaker_signerte": True, "kommune_signerte": True}),
    "tiltak": ("fra", {"tiltak": "praksis", "til": None, "timer_per_uke": Decimal(10)}),
    "fravaer": ("fra", {"ordning": "intro", "fravaer": "egenmelding"}),
    "permisjon": ("fra", {"ordning": "intro", "permisjon": "velferd", "vedtaksdato": date(2026, 5, 1)}),
    "foreldreveiledning": ("gjennomfoert", {"form": "gruppe", "moeter": 8}),
    "livsmestring": ("gjennomfoert", {"timer_migrasjon": Decimal(10), "timer_karriere": Decimal(15)}),
    "forlengelse": ("vedtaksdato", {}),
    "klage": ("mottatt", {"utfall": "stadfestet"}),
    "avslutning": ("dato", {"ordning": "intro", "hovedaktivitet": "arbeid"}),
    "gjenaapning": ("dato", {"ordning": "intro"}),
    "stans": ("fra", {"varighet": "permanent"}),
    "stans-introduksjonsprogram": ("fra", {"varighet": "permanent"}),
    "kompetansekartlegging": ("gjennomfoert", {}),
    "utdanningsbakgrunn": ("dato", {"nivaa": "grunnskole", "vgs_nivaa": False}),
    "norskmaal": ("fra", {}),
    "timer": ("maaned", {"modul": "norsk", "timer": Decimal(40)}),
    "fritak": ("vedtaksdato", {"fritak_fra": "norsk", "rettsgrunnlag": "23a", "retten_faller_bort": False}),
    "fulltid-videregaaende": ("fra", {
        "til": date(2027, 6, 18), "timer_per_uke": Decimal(30), "kombinasjonsklasse": False,
        "hovedansvar_fylke": False,
    }),
}  # fmt: skip


def rad(slag: str, start: date, **verdier: Any) -> Registrert:
    """Én registrering. Vedtak er gjort startdagen når ikke noe annet er sagt."""
    startfelt, faste = FASTE[slag]
    if slag.startswith("vedtak"):
        faste = faste | {"vedtaksdato": start}
    return Registrert(
        slag=slag, start=start, verdier={startfelt: start} | faste | verdier,
        registrering=RETTES,
    )  # fmt: skip


def dag(tekst: str) -> date:
    """«1.3.2026»."""
    d, m, aar = tekst.split(".")
    return date(int(aar), int(m), int(d))


BOSATT = (
    rad("opplysninger", dag("2.2.2026")),
    rad("bosted", dag("3.3.2026")),
    rad("bosetting", dag("1.3.2026")),
)
"""Flyktning, bosatt etter avtale 1.3.2026; ingenting annet er registrert."""
PROGRAM = rad("vedtak-introduksjonsprogram", dag("10.4.2026"), vedtaksdato=dag("1.4.2026"))
NORSK = rad("vedtak", dag("10.4.2026"), vedtaksdato=dag("1.4.2026"))
UTDANNING = rad("utdanningsbakgrunn", dag("1.4.2026"))
TO_AAR = (PROGRAM, UTDANNING, rad("sluttmaal", dag("1.4.2026"), maal="arbeid_uten_vgs"))
"""Program mot arbeid uten videregående: to år fra 10.4.2026."""


def fakta(*rader: Registrert, uten: tuple[Registrert, ...] = ()) -> Registrerte:
    """Den bosatte, og det som er registrert i tillegg."""
    return samle([*(r for r in BOSATT if r not in uten), *rader])


def status(*rader: Registrert, paa: date = I_DAG) -> Personstatus:
    """Statusen til den bosatte med disse registreringene."""
    r = fakta(*rader)
    return personstatus(grunnlag(r), r, REGLER, paa)


def celle(hva: Registrering, *rader: Registrert, paa: date = I_DAG) -> Celle:
    """Én celle av den."""
    return status(*rader, paa=paa).celler[hva]


# navn, registrering, det som er registrert, dagen, tilstand, frist, regnet fra, grunn
Linje = tuple[str, Registrering, tuple[Registrert, ...], str, Tilstand, str, str, str]


def stemmer(linje: Linje) -> None:
    """Cellen i linjen er det linjen sier."""
    _navn, hva, rader, naar, tilstand, frist, siden, grunn = linje
    c = celle(hva, *rader, paa=dag(naar))
    ventet = (tilstand, dag(frist) if frist else None, dag(siden) if siden else None, grunn)
    assert (c.tilstand, c.frist, c.siden, c.grunn) == ventet, c
