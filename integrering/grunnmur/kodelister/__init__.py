"""Code lists: dated data with labels in both languages, kept by administrators. See `docs/kodelister.md`."""

from integrering.grunnmur.kodelister.datafil import registrer_kodelister
from integrering.grunnmur.kodelister.felt import KodeFelt
from integrering.grunnmur.kodelister.kolonne import Kodekolonne, vokt_kode
from integrering.grunnmur.kodelister.lesing import (
    alle_kodevalg,
    glem,
    kan_velges,
    kodenavn,
    kodenavn_i_raden,
    kodevalg,
    les_en_gang,
    les_koder,
)
from integrering.grunnmur.kodelister.register import Kodeliste, finn_kodeliste, kodelister

__all__ = [
    "KodeFelt",
    "Kodekolonne",
    "Kodeliste",
    "alle_kodevalg",
    "finn_kodeliste",
    "glem",
    "kan_velges",
    "kodelister",
    "kodenavn",
    "kodenavn_i_raden",
    "kodevalg",
    "les_en_gang",
    "les_koder",
    "registrer_kodelister",
    "vokt_kode",
]
