"""The invitation to a session, in plain language and in five languages (`data/invitasjoner.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.utils import timezone

from karriere.kodeverk import Samtaleform, Samtaleslag
from karriere.models import Sak, Samtale
from karriere.rules.samtale import MED_TOLK
from regionalt.trykk import dokument

# The interpreter's language (ISO 639-3) → the language of the invitation.
_FRA_TOLKESPRAAK = {"ukr": "uk", "ara": "ar", "eng": "en"}
# Their letters are in the typesetter's fonts; the others are printed from the page.
MED_PDF = ("nb", "nn", "en", "uk")


@dataclass(frozen=True)
class Invitasjon:
    """An invitation as it is read: heading, what and when in pairs, paragraphs."""

    spraak: str
    retning: str
    ubekreftet: bool
    tittel: str
    innledning: str
    punkter: tuple[tuple[str, str], ...]
    avsnitt: tuple[str, ...]

    @property
    def har_pdf(self) -> bool:
        """True when the letters can be set."""
        return self.spraak in MED_PDF


@cache
def tekstene() -> dict[str, dict[str, str]]:
    """Return the words of each language."""
    raa = files("karriere").joinpath("data", "invitasjoner.toml").read_text(encoding="utf-8")
    return tomllib.loads(raa)


def spraak_for(sak: Sak, maalform: str) -> str:
    """Return the language to begin with: the person's, or `maalform` when we have no text in it."""
    return _FRA_TOLKESPRAAK.get(sak.tolkespraak, maalform)


def invitasjon(samtale: Samtale, sak: Sak, spraak: str) -> Invitasjon:
    """Return a person's invitation to a session in a language. Raises KeyError for one we do not have."""
    t = tekstene()[spraak]
    rett = t["rett"] if sak.bare_rett else t["plikt"]
    om_dem = {Samtaleslag.GRUPPE.value: [t["gruppe"]], Samtaleslag.TREPART.value: [t["trepart"]]}
    tolk = [t["tolk"]] if samtale.tolk in MED_TOLK else []
    return Invitasjon(
        spraak=spraak,
        retning=t["retning"],
        ubekreftet=t["status"] == "ubekreftet",
        tittel=t["tittel"],
        innledning=t["innledning"].format(navn=sak.person.navn),
        punkter=_punkter(samtale, t),
        avsnitt=(
            t["hva"], *om_dem.get(samtale.slag, []), *tolk, t["ta_med"], rett, t["taushet"], t["endre"],
        ),
    )  # fmt: skip


def _punkter(samtale: Samtale, t: dict[str, str]) -> tuple[tuple[str, str], ...]:
    fra, til = timezone.localtime(samtale.start), timezone.localtime(samtale.slutt)
    video = samtale.form == Samtaleform.VIDEO
    return (
        (t["naar"], f"{fra:%d.%m.%Y %H:%M}–{til:%H:%M}"),
        (t["video"], samtale.videolenke) if video else (t["hvor"], samtale.sted),
        (t["veileder"], f"{samtale.veileder}, {samtale.senter.navn}"),
    )


def pdf(samtale: Samtale, sak: Sak, spraak: str, fylke: str) -> bytes:
    """Return the invitation as PDF/UA. Raises Regelbrudd for a sign that cannot be printed."""
    i, t = invitasjon(samtale, sak, spraak), tekstene()[spraak]
    ark = {
        "spraak": spraak,
        "tittel": i.tittel,
        "fylke": fylke,
        "undertittel": i.innledning,
        "innledning": [f"{navn}: {verdi}" for navn, verdi in i.punkter] + list(i.avsnitt),
        "kapitler": [],
        "ord": {"side": t["side"], "av": t["av"], "kontrollsum": "", "sum": "", "ingen": ""},
    }
    return dokument(ark, timezone.localdate(samtale.start))
