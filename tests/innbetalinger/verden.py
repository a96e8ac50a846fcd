"""Posted lines, and files of what IMDi paid."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.importering.actions import importer_fil
from integrering.utveksling.importering.actions.importer import Utfall
from tests import fabrikk
from tests.tilskudd import sideverden
from tests.tilskudd.runder import Runder, sett_satser
from tilskudd.innbetalinger import actions
from tilskudd.innbetalinger.models import Innbetalingsfil, Post

HODE = "duf;kode;kvartal;beloep;betalt;referanse"


def person(*, vgo: str = "2023-09-10", etternavn: str = "Eksempel", skjermet: bool = False) -> Person:
    """Return a person as in E1: the county earns from 21.08.2023 when the period is registered so early."""
    ny = fabrikk.lag_person(
        registrert=fabrikk.klokken(2023, 3, 2),
        etternavn=etternavn,
        adressebeskyttelse="fortrolig" if skjermet else "",
    )
    fabrikk.lag_vedtak(ny, registrert=fabrikk.klokken(2023, 4, 5))
    dag = date.fromisoformat(vgo)
    fabrikk.lag_vgo(ny, registrert=fabrikk.klokken(dag.year, dag.month, dag.day))
    return ny


@dataclass
class Verden:
    """Two persons as in E1 and E2; 2023K3 and 2023K4 are approved."""

    runder: Runder = field(default_factory=Runder)

    def __post_init__(self) -> None:
        """Build it."""
        sett_satser()
        self.e1 = person(etternavn="Først")
        self.e2 = person(vgo="2024-02-02", etternavn="Sen")
        self.runder.bokfoer("2023K3")
        self.runder.bokfoer("2023K4")

    def importer(self, *rader: str) -> Utfall:
        """Bring a file of payments in, as the adviser."""
        return importer_fil(
            slag="innbetalinger", innhold="\n".join([HODE, *rader]).encode(), av=self.runder.raadgiver
        )

    def poster(self) -> dict[tuple[str, str, str], tuple[int, int, str, str]]:
        """Return (round, code, DUF) → expected, received, outcome, status."""
        with kontekst(motor_kontekst()):
            return {
                (str(p.kvartal), p.kode, p.person.duf if p.person else p.duf): (
                    p.forventet_oere, p.mottatt_oere, p.utfall, p.status,
                )
                for p in Post.objects.select_related("person")
            }  # fmt: skip


def verdier_for_innbetalinger(verden: sideverden.Verden) -> dict[str, Any]:
    """Return the arguments of the addresses for the walk over them: a difference, its claim, a file."""
    egen, av = fabrikk.lag_person(etternavn="Kravet"), verden.runder.raadgiver
    for nummer in (1, 2):  # IMDi takes back what was never expected: that is claimed
        rad = f"{egen.duf};P-AR2-H;2023K4;-{nummer};09.01.2024;a"
        importer_fil(slag="innbetalinger", innhold=f"{HODE}\n{rad}".encode(), av=av)
    with kontekst(motor_kontekst()):
        post = Post.objects.get(person=egen)
        fil = Innbetalingsfil.objects.latest("pk")
    krav = actions.lag_krav(post_ider=[post.pk], av=av)
    return {"post_id": post.pk, "krav": krav, "maalform": "nb", "fil_id": fil.pk}
