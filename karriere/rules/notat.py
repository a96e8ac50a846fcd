"""What a note must hold before it is finished, which goals it may recommend, and the county's own clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from integrering.grunnmur.datoer import pluss_maaneder

# Codes of the list `sluttmaal`: integreringsloven §§ 13 and 14. The decision chooses from the same.
MED_VGS = ("arbeid_med_vgs", "hoeyere_utdanning", "rekvalifisering")
UTEN_VGS = ("deler_vgo", "vgo", "fag_og_yrke", "arbeid_uten_vgs")
# Forskriften § 47 second paragraph: each is written, if only that it does not apply.
_MAA = ("utfyllende", "oensker", "muligheter", "hindringer")
ANBEFALING = ("sluttmaal", "anbefaling", "begrunnelse")
# Forskriften § 59: the county registers within two months.
MAANEDER = 2
# How long the municipality has before a note that lies unread is a task that is due. Our own choice.
LESEDAGER = 7


def maal_aa_anbefale(har_vgs: bool | None) -> tuple[str, ...]:
    """Return the goals of §§ 13 and 14: by education from before, or all while it is not known."""
    if har_vgs is None:
        return MED_VGS + UTEN_VGS
    return MED_VGS if har_vgs else UTEN_VGS


def mangler(felt: Mapping[str, Any], *, bare_rett: bool) -> dict[str, str]:
    """Return field → what stops a note from being finished: «tom», «uten_grunn» or «ikke_34».

    A recommendation is never required («bør», § 11 fourth paragraph), but given, it has a reason. For those
    with a right and no duty there is none (§ 37 b).
    """
    brudd = {navn: "tom" for navn in _MAA if not str(felt.get(navn, "")).strip()}
    if not felt.get("behov") and not str(felt.get("behov_tekst", "")).strip():
        brudd["behov_tekst"] = "tom"
    if bare_rett:
        return brudd | {navn: "ikke_34" for navn in ANBEFALING if str(felt.get(navn, "")).strip()}
    anbefaler = felt.get("sluttmaal") or str(felt.get("anbefaling", "")).strip()
    if anbefaler and not str(felt.get("begrunnelse", "")).strip():
        brudd["begrunnelse"] = "uten_grunn"
    return brudd


def registreringsfrist(gjennomfoert: date) -> date:
    """Return the last day for the note to be written, handed over and registered (forskriften § 59).

    Two months from when the data exist. We count strictly, from the day guidance was carried out.
    """
    return pluss_maaneder(gjennomfoert, MAANEDER)


def lesefrist(overlevert: date, purret: date | None) -> date:
    """Return the day the municipality should have read a note: a week after, or the day it was reminded."""
    frist = overlevert + timedelta(days=LESEDAGER)
    return frist if purret is None else min(frist, purret)


def lest_foer_vedtak(lest: date | None, vedtak: date | None) -> bool | None:
    """Return whether the municipality read before it decided; None while it is not decided, or not read yet.

    Read on the same day counts as before. Decided without reading is False.
    """
    if vedtak is None:
        return None
    return lest is not None and lest <= vedtak
