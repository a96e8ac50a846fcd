"""A round of three municipalities, for the tests of the board and of the pages beside it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bosetting.kodeverk import Merke
from bosetting.models import Grunnlagstall, Runde, RundeKommune
from bosetting.queries.regnegrunnlag import kommuneradene
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from tests.bosetting.hjelp import lag_runde, saksbehandler, som
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_bruker
from tests.tilgang.hjelp import inn

NAMSOS = "5007"


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


@pytest.fixture
def runde() -> Runde:
    """A round of three municipalities, with population 8000, 4000 and 4000."""
    ny = lag_runde(ramme=160, em_ramme=4)
    med = (TRONDHEIM, STEINKJER, NAMSOS)
    with som(saksbehandler()) as av:
        andre = RundeKommune.objects.filter(runde=ny).exclude(kommune__nummer__in=med)
        andre.update(spurt=False, spurt_grunn="Utenfor prøven", endret_av_id=av.bruker_id)
    for nummer, folk in zip(med, (8000, 4000, 4000), strict=True):
        sett_tall(ny, nummer, "folketall", folk)
        sett_tall(ny, nummer, "anmodning", None, Merke.IKKE_SPURT)
    return ny


def sett_tall(
    runde: Runde, nummer: str, indikator: str, verdi: int | None, merke: Merke = Merke.VERDI
) -> None:
    """Put a figure into the round."""
    with som(saksbehandler()):
        Grunnlagstall.objects.update_or_create(
            runde=runde,
            kommune=Virksomhet.objects.get(nummer=nummer),
            indikator=indikator,
            defaults={"verdi": verdi, "merke": merke, "kilde": "Prøvekilden", "aar": 2026},
        )


def radene(runde: Runde) -> list[RundeKommune]:
    """Return the municipalities of the round by name."""
    with som(saksbehandler()):
        return kommuneradene(runde)


def adresse(runde: Runde, navn: str = "bord", *mer: str) -> str:
    """Return the address of a page of the round."""
    return reverse(f"bosetting:{navn}", args=[runde.noekkel, *mer])


def utfylt(runde: Runde, handling: str = "beregn", **felt: Any) -> dict[str, Any]:
    """Return what the form sends: the versions as they stand, and these fields («5001_laas»)."""
    with som(saksbehandler()):
        versjoner = {f"{rk.kommune.nummer}-versjon": rk.versjon for rk in kommuneradene(runde) if rk.spurt}
    return {**versjoner, "handling": handling, **{k.replace("_", "-", 1)[1:]: v for k, v in felt.items()}}
