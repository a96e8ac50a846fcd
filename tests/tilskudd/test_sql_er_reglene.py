"""The set-based SQL gives what the rules give, line by line, for random lives with corrections."""

from __future__ import annotations

from collections import defaultdict
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests.tilskudd.historie import skriv_liv, tidspunkt
from tests.tilskudd.runder import Runder, i_egen_transaksjon, sett_satser
from tilskudd import motor
from tilskudd.models import Kjoering, Linje, ManglerSats, Mottakersum, Sats
from tilskudd.queries.fakta import versjoner_for
from tilskudd.rules import linjer as regler
from tilskudd.rules.opptjening import Satsnoekkel, opptjening

pytestmark = pytest.mark.django_db
KVARTALER = ["2023K4", "2024K1", "2024K2", "2024K3"]
TIDER = [tidspunkt(2023, 6, 1), tidspunkt(2024, 1, 20), tidspunkt(2024, 5, 5), tidspunkt(2024, 8, 30)]


def _rad(person_id: int, linje: Any) -> tuple[Any, ...]:
    """Return everything a line says, the same way from the rules and from the database."""
    if isinstance(linje, regler.Linje):
        g = linje.grunnlag
        grunnlag = (g.personopplysning, g.vedtak, tuple(sorted(g.bosteder)), tuple(sorted(g.vgo)), g.stans)
        mottaker, type_ = linje.mottaker, linje.type.value
    else:
        grunnlag = (
            linje.personopplysning_id,
            linje.vedtak_id,
            tuple(sorted(linje.bosted_ider)),
            tuple(sorted(linje.vgo_ider)),
            linje.stans_id,
        )
        mottaker, type_ = linje.mottaker_id, linje.type
    return (
        person_id, linje.ordning, linje.aar_nr, mottaker, str(linje.kvartal), type_, linje.dager,
        linje.dager_foer, linje.dager_etter, linje.beloep, linje.beloep_foer, linje.beloep_etter,
        linje.sats, linje.dager_i_aaret, linje.aar_fra, linje.strekk, grunnlag,
    )  # fmt: skip


class Fasit:
    """The same runs, by the rules alone."""

    def __init__(self, personer: list[int], satser: dict[Satsnoekkel, int]) -> None:
        self.fakta = {p: versjoner_for(p).som_fakta() for p in personer}
        self.satser = satser
        self.bokfoert: dict[int, list[regler.Linje]] = defaultdict(list)
        self.saldo: dict[int, int] = {}

    def kjoer(self, kjoering: Kjoering, *, bokfoer: bool = True) -> tuple[set[Any], set[Any], set[Any]]:
        """Return the lines, totals and missing rates of a run, and post it."""
        alle, mangler = [], set()
        for person, fakta in self.fakta.items():
            rett = opptjening(
                fakta.synlige(kjoering.skjaeringstidspunkt),
                til_og_med=kjoering.kvartal.til,
                satser=self.satser,
            )
            linjer = regler.nye_linjer(rett, self.bokfoert[person], kvartal=kjoering.kvartal)
            alle += [(person, linje) for linje in linjer]
            mangler |= {
                (person, m.ordning.value, m.aar_nr, m.landgruppe, m.budsjettaar) for m in rett.mangler
            }
        netto = regler.nett_ut([(linje.mottaker, linje.beloep) for _, linje in alle], self.saldo)
        if bokfoer:
            for person, linje in alle:
                self.bokfoert[person].append(linje)
            self.saldo = {m: n.overfoert_ut for m, n in netto.items()}
        summer = {(m, n.linjer_sum, n.overfoert_inn, n.utbetales, n.overfoert_ut) for m, n in netto.items()}
        return {_rad(p, linje) for p, linje in alle}, summer, mangler


def fra_databasen(kjoering: Kjoering) -> tuple[set[Any], set[Any], set[Any]]:
    """Return the lines, totals and missing rates of a run."""
    felt = ("mottaker_id", "linjer_sum", "overfoert_inn", "utbetales", "overfoert_ut")
    mangel = ("person_id", "ordning", "aar_nr", "landgruppe", "budsjettaar")
    return (
        {_rad(linje.person_id, linje) for linje in Linje.objects.filter(kjoering=kjoering)},
        set(Mottakersum.objects.filter(kjoering=kjoering).values_list(*felt)),
        set(ManglerSats.objects.filter(kjoering=kjoering).values_list(*mangel)),
    )


egenskap = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


@egenskap
@given(st.integers(0, 10**9))
def test_sql_gir_det_samme_som_reglene(froe: int) -> None:
    with i_egen_transaksjon(), kontekst(motor_kontekst()):
        satser = sett_satser()
        personer = [p.pk for p in skriv_liv(Random(froe), 40, TIDER)]
        runder, fasit = Runder(), Fasit(personer, satser)
        for k in KVARTALER:
            kjoering = runder.beregn(k)
            assert fra_databasen(kjoering) == fasit.kjoer(kjoering)
            runder.godkjenn(kjoering)
            assert motor.avvik(kjoering) == []


@egenskap
@given(st.integers(0, 10**9))
def test_uten_landgruppe_eller_sats_er_listene_de_samme(froe: int) -> None:
    with i_egen_transaksjon(), kontekst(motor_kontekst()):
        satser = sett_satser()
        liv = skriv_liv(Random(froe), 40, TIDER, landgrupper="HHL ")
        runder, fasit = Runder(), Fasit([p.pk for p in liv], satser)
        fasit.kjoer(runder.bokfoer(KVARTALER[0]))
        Sats.objects.filter(aar_nr=2, landgruppe="H").delete()
        fasit.satser = {n: s for n, s in satser.items() if n[1:3] != (2, "H")}
        kjoering = runder.beregn(KVARTALER[1])
        assert fra_databasen(kjoering) == fasit.kjoer(kjoering)


def test_rekkefoelgen_registreringene_kom_inn_i_betyr_ingenting() -> None:
    linjer = []
    for stokk in (False, True):
        with i_egen_transaksjon(), kontekst(motor_kontekst()):
            sett_satser()
            personer = skriv_liv(Random(4), 40, TIDER[:1], stokk=stokk)
            nr = {p.pk: i for i, p in enumerate(personer)}
            kjoering = Runder().beregn("2024K3")
            linjer.append(
                {
                    (nr[li.person_id], li.ordning, li.mottaker_id, li.kvartal, li.dager, li.beloep)
                    for li in Linje.objects.filter(kjoering=kjoering)
                }
            )
    assert linjer[0] == linjer[1]
    assert linjer[0]
