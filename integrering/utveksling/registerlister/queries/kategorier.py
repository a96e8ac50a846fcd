"""The categories computed here, to be held against those the register has computed (regelverk § 4.6)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.queries.regelverk import regelsett
from integrering.nir.queries.registrerte import registrerte
from integrering.nir.rules.beregning import Utfall
from integrering.nir.rules.fra_registrerte import grunnlag
from integrering.nir.rules.registrert import Registrerte
from integrering.nir.rules.rett_norsk import norsk
from integrering.nir.rules.rettigheter import intro

# The registrations that right and duty follow from.
_SLAG = tuple(
    FAKTATYPER[slug]
    for slug in (
        "opplysninger", "bosted", "bosetting", "krav", "tilbud", "vedtak", "vedtak-introduksjonsprogram",
        "kompetansekartlegging", "avslutning", "gjenaapning", "fritak", "fulltid-videregaaende",
        "utdanningsbakgrunn", "integreringsplan", "sluttmaal", "permisjon",
    )
)  # fmt: skip
_BIT = 2_000


def kategorier(ider: Collection[int], dag: date) -> dict[int, str]:
    """Return person → right and duty on the day, as codes of `rules.felt.Kategori` with a space between.

    What cannot be decided is left out; a person about whom nothing can be said has an empty text.
    """
    alle, regler = list(ider), regelsett()
    ut: dict[int, str] = {}
    for start in range(0, len(alle), _BIT):
        bit = alle[start : start + _BIT]
        rader: Mapping[int, Registrerte] = registrerte(bit, slag=_SLAG)
        for pk in bit:
            kjent = grunnlag(rader.get(pk, Registrerte()))
            svar = (("intro", intro(kjent, regler, dag)), ("norsk", norsk(kjent, regler, dag)))
            ut[pk] = " ".join(f"{navn}_{s.svar}" for navn, s in svar if s.utfall is Utfall.SVAR)
    return ut
