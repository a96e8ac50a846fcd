"""What accounting books of an approved run: per recipient and grant code, and how it becomes what is paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Min, Sum
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.aktoer import Aktoer
from tilskudd.models import Kjoering, Linje, Mottakersum
from tilskudd.queries.kjoeringsside import rekkefoelge
from tilskudd.queries.uskjermet import uskjermet


@dataclass(frozen=True)
class Bilagsrad:
    """An amount to book. Without `opptjent` it is a balance, or what protected persons stand for."""

    kode: str
    mottaker: str
    post: str
    beloep: int
    opptjent: str = ""


@dataclass(frozen=True)
class Bilag:
    """All rows of a run; per recipient they add up to what is paid, and together to what the run pays."""

    kjoering: Kjoering
    rader: tuple[Bilagsrad, ...]

    @property
    def sum(self) -> int:
        """What the run pays."""
        return sum(rad.beloep for rad in self.rader)


def regnskapsbilag(kjoering: Kjoering, av: Aktoer) -> Bilag:
    """Return the voucher of an approved run. Two queries."""
    with uskjermet(av):
        koder: dict[int, list[dict[str, Any]]] = {}
        grupper = Linje.objects.filter(kjoering=kjoering).order_by("ordning").values("mottaker_id", "ordning")
        for gruppe in grupper.annotate(sum=Sum("beloep"), fra=Min("kvartal"), til=Max("kvartal")):
            koder.setdefault(gruppe["mottaker_id"], []).append(dict(gruppe))
        summer = Mottakersum.objects.filter(kjoering=kjoering).select_related("mottaker")
        rader = [
            rad
            for sum_ in sorted(summer, key=lambda s: rekkefoelge(s.mottaker))
            for rad in _rader(sum_, koder.get(sum_.mottaker_id, []))
        ]
    return Bilag(kjoering, tuple(rader))


def _rader(sum_: Mottakersum, koder: list[dict[str, Any]]) -> list[Bilagsrad]:
    def rad(post: str, beloep: int, opptjent: str = "") -> Bilagsrad:
        return Bilagsrad(sum_.mottaker.kode, sum_.mottaker.navn, post, beloep, opptjent)

    skjermet = sum_.linjer_sum - sum(g["sum"] for g in koder)
    ekstra = (
        (_("Skjermet"), skjermet),
        (_("Overført fra forrige"), sum_.overfoert_inn),
        (_("Overføres til neste"), -sum_.overfoert_ut),
    )
    return [rad(g["ordning"], g["sum"], _periode(g["fra"], g["til"])) for g in koder] + [
        rad(post, beloep) for post, beloep in ekstra if beloep
    ]


def _periode(fra: Kvartal, til: Kvartal) -> str:
    if fra == til:
        return visning.kvartal(fra)
    return f"{visning.kvartal(fra)}–{visning.kvartal(til)}"
