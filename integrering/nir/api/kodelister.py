"""The code lists of the registrations, with their days and their names in both languages."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from integrering.grunnmur.kodelister import Kodekolonne, finn_kodeliste
from integrering.grunnmur.models import Kode
from integrering.nir.api.serialisering import Kodelister
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models.felt import Koderfelt
from integrering.tilgang.api.visning import ApiVisning, Operasjon, leser

_FELT = ("kode", "navn_nb", "navn_nn", "gyldig_fra", "gyldig_til", "kilde", "sikkerhet")


def listenavn() -> list[str]:
    """Return the lists that a registration has codes of."""
    alle = (slag.felt(navn) for slag in FAKTATYPER.values() for navn in slag.felter)
    return sorted({felt.liste for felt in alle if isinstance(felt, Kodekolonne | Koderfelt)})


class AlleKodelister(ApiVisning):
    """The code lists."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        return Operasjon("kodelister", "Les kodelistene, også stengte koder.", {200: Kodelister})

    @leser
    def get(self, request: Request) -> Response:
        """Return all, in one query."""
        koder: dict[str, list[dict[str, Any]]] = {navn: [] for navn in listenavn()}
        rader = Kode.objects.filter(liste__in=koder).order_by("liste", "rekkefolge", "kode")
        for rad in rader.values("liste", *_FELT):
            koder[rad.pop("liste")].append(rad)
        lister = [{"navn": n, "tittel": _tittel(n), "koder": k} for n, k in koder.items()]
        return Response(Kodelister({"kodelister": lister}).data)


def _tittel(navn: str) -> str:
    liste = finn_kodeliste(navn)
    return str(liste.tittel) if liste else navn
