"""Exemptions from the duty to training and tests (integreringsloven § 29, forskriften §§ 23–25, 36)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Fag(StrEnum):
    """The two subjects a person may be exempted from."""

    NORSK = "norsk"
    SAMFUNNSKUNNSKAP = "samfunnskunnskap"


class Fritakskode(StrEnum):
    """Our short forms of the grounds."""

    B1_ALLE = "23a"
    B1_ELDRE_PROEVE = "23b"
    KARAKTER_FOV = "23c"
    KARAKTER_GRUNNSKOLE = "23d"
    KARAKTER_VGO = "23e"
    REALKOMPETANSE = "23f"
    STUDIEPOENG_30 = "23g"
    OPPTAKSKRAV = "23h"
    SAMF_PROEVE = "24a"
    SAMF_GRUNNSKOLE = "24b"
    SAMF_VGO = "24c"
    SAMF_REALKOMPETANSE = "24d"
    SAMF_STUDIEPOENG_10 = "24e"
    HELSE = "25-helse"
    ANDRE_GRUNNER = "25-andre"


# Grounds that samisk may document as well as Norwegian (§ 23 c, d, e, f, g, h).
KAN_VAERE_SAMISK = frozenset(
    {
        Fritakskode.KARAKTER_FOV,
        Fritakskode.KARAKTER_GRUNNSKOLE,
        Fritakskode.KARAKTER_VGO,
        Fritakskode.REALKOMPETANSE,
        Fritakskode.STUDIEPOENG_30,
        Fritakskode.OPPTAKSKRAV,
    }
)


@dataclass(frozen=True, kw_only=True)
class Fritak:
    """One decision.

    Attributes:
        fag: what it exempts from. A ground of § 23 is Norwegian, of § 24 social studies; § 25 either.
        rett_bortfalt: the municipality has decided that the right lapses too (§§ 23, 24).
        samisk: documented in samisk: the right to Norwegian stays (§ 23 third paragraph).
        bare_proeve: exempt from the test only (§ 36).
    """

    kode: Fritakskode
    fag: Fag
    rett_bortfalt: bool = False
    samisk: bool = False
    bare_proeve: bool = False

    @property
    def retten_staar(self) -> bool:
        """True when the right to training remains: always for § 25 and for Norwegian documented by samisk."""
        if not self.rett_bortfalt or self.kode in (Fritakskode.HELSE, Fritakskode.ANDRE_GRUNNER):
            return True
        return self.samisk and self.fag is Fag.NORSK


def fagene(kode: Fritakskode) -> tuple[Fag, ...]:
    """Return the subjects a ground may exempt from."""
    if kode.startswith("23"):
        return (Fag.NORSK,)
    return (Fag.SAMFUNNSKUNNSKAP,) if kode.startswith("24") else tuple(Fag)


def hjemmel(kode: Fritakskode) -> str:
    """Return the paragraph of a ground."""
    if kode.startswith("25"):
        return "integreringsforskriften § 25"
    return f"integreringsforskriften § {kode[:2]} første ledd bokstav {kode[2:]}"


def krever_legeuttalelse(kode: Fritakskode) -> bool:
    """Return True when a doctor's or psychologist's statement goes with it (§ 25 second paragraph)."""
    return kode is Fritakskode.HELSE


def fra_opplaering(fritak: Iterable[Fritak], fag: Fag) -> Fritak | None:
    """Return the decision that lifts the duty to training; one that leaves the right comes last."""
    return min(
        (f for f in fritak if f.fag is fag and not f.bare_proeve), key=lambda f: f.retten_staar, default=None
    )


def fra_proeve(fritak: Iterable[Fritak], fag: Fag) -> Fritak | None:
    """Return the decision that lifts the duty to the test: from training (§ 37), or the test alone (§ 36)."""
    return next((f for f in fritak if f.fag is fag), None)
