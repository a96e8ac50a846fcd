"""The register's words, and the codes of ours they may mean."""

from __future__ import annotations

from django.db.models import QuerySet

from integrering.grunnmur.kodelister import alle_kodevalg, les_koder
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.registerlister.kodeverk import KATEGORINAVN
from integrering.utveksling.registerlister.models import Kodekobling
from integrering.utveksling.registerlister.rules.felt import Felt

# The code list of each field; categories are computed, so theirs is a list of the rules.
KODELISTER = {Felt.SLUTTMAAL: "sluttmaal", Felt.AVSLUTNINGSAARSAK: "avslutningsaarsak"}


def kodevalg_for(felt: Felt) -> list[tuple[str, str]]:
    """Return (code, label) of everything a value of the field may mean, closed codes too."""
    if felt is Felt.KATEGORI:
        return [(kode.value, str(navn)) for kode, navn in KATEGORINAVN.items()]
    return alle_kodevalg(KODELISTER[felt])


def kodenavnene(felt: Felt, koder: str) -> str:
    """Return the labels of codes with a space between, in a row; an unknown code as it is."""
    if felt is Felt.KATEGORI:
        kjente = {kode.value: str(navn) for kode, navn in KATEGORINAVN.items()}
        return ", ".join(kjente.get(kode, kode) for kode in koder.split())
    liste = les_koder(KODELISTER[felt])[KODELISTER[felt]]
    return ", ".join(liste[kode].navn if kode in liste else kode for kode in koder.split())


def koblinger(av: Aktoer) -> QuerySet[Kodekobling]:
    """Return one's own words and those that came along (the database shows the county all)."""
    return Kodekobling.objects.filter(virksomhet_id=av.virksomhet_id) | Kodekobling.objects.filter(
        virksomhet__isnull=True
    )


def antall_ukjente(av: Aktoer) -> int:
    """Return how many words wait to be settled."""
    return Kodekobling.objects.filter(virksomhet_id=av.virksomhet_id, avklart=False).count()
