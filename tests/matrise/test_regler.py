"""Who registers what by the checklist, what a snapshot says, and what differs between two."""

from __future__ import annotations

from datetime import date

import pytest

from integrering.matrise.rules.ansvar import STANDARD, Del, Tjeneste, ansvar_for, del_av, fordeling
from integrering.matrise.rules.bilde import (
    Endring,
    Forskjell,
    Telling,
    Utfall,
    avtrykk,
    endring,
    forskjeller,
    tell,
)
from integrering.matrise.rules.punkter import Punktfakta, punkt_gir_oppgave
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.status import Tilstand


@pytest.mark.parametrize(
    ("registrering", "tjeneste", "del_"),
    [
        (Registrering.INTEGRERINGSKONTRAKT, Tjeneste.FLYKTNINGTJENESTEN, Del.INTRO),
        (Registrering.AVSLUTNING, Tjeneste.FLYKTNINGTJENESTEN, Del.INTRO),
        (Registrering.UTDANNINGSBAKGRUNN, Tjeneste.FLYKTNINGTJENESTEN, Del.NORSK),
        (Registrering.NORSKMAAL, Tjeneste.FLYKTNINGTJENESTEN, Del.NORSK),
        (Registrering.VEDTAK_NORSK, Tjeneste.VOKSENOPPLAERINGEN, Del.NORSK),
        (Registrering.TIMER_NORSK, Tjeneste.VOKSENOPPLAERINGEN, Del.NORSK),
        (Registrering.FULLTID_VGO, Tjeneste.FLYKTNINGTJENESTEN, Del.VGO),
    ],
)
def test_sjekklistens_siste_kolonne(registrering: Registrering, tjeneste: Tjeneste, del_: Del) -> None:
    assert (STANDARD[registrering], del_av(registrering)) == (tjeneste, del_)


def test_kommunen_bestemmer_noe_annet() -> None:
    avvik = {Registrering.NORSKMAAL: Tjeneste.VOKSENOPPLAERINGEN, Registrering.TILTAK_FRAVAER: Tjeneste.NAV}
    assert fordeling(avvik)[Registrering.NORSKMAAL] is Tjeneste.VOKSENOPPLAERINGEN
    assert fordeling(avvik)[Registrering.SLUTTMAAL] is Tjeneste.FLYKTNINGTJENESTEN
    assert ansvar_for(avvik, Tjeneste.NAV) == {Registrering.TILTAK_FRAVAER}
    assert ansvar_for({}, Tjeneste.NAV) == frozenset()
    assert sum(len(ansvar_for(avvik, t)) for t in Tjeneste) == len(Registrering)


@pytest.mark.parametrize(
    ("telling", "utfall"),
    [
        (Telling(registrert=3), Utfall.OK),
        (Telling(registrert=3, gjelder_ikke=2), Utfall.OK),
        (Telling(registrert=3, delvis=1), Utfall.USIKKER),
        (Telling(registrert=3, ukjent=1), Utfall.USIKKER),
        (Telling(registrert=99, delvis=4, mangler=1), Utfall.NEI),
        (Telling(gjelder_ikke=5), Utfall.INGEN),
        (Telling(), Utfall.INGEN),
    ],
)
def test_ok_usikker_og_nei(telling: Telling, utfall: Utfall) -> None:
    assert telling.utfall is utfall


def test_telles_per_registrering_og_regelverk() -> None:
    tall = tell(
        [
            (
                "integreringsloven",
                {Registrering.SLUTTMAAL: Tilstand.MANGLER, Registrering.KLAGE: Tilstand.GJELDER_IKKE},
            ),
            (
                "integreringsloven",
                {Registrering.SLUTTMAAL: Tilstand.REGISTRERT, Registrering.KLAGE: Tilstand.DELVIS},
            ),
            ("", {Registrering.SLUTTMAAL: Tilstand.UKJENT}),
        ]
    )
    assert tall == {
        (Registrering.SLUTTMAAL, "integreringsloven"): Telling(registrert=1, mangler=1),
        (Registrering.KLAGE, "integreringsloven"): Telling(delvis=1, gjelder_ikke=1),
        (Registrering.SLUTTMAAL, ""): Telling(ukjent=1),
    }
    assert tall[Registrering.SLUTTMAAL, "integreringsloven"].gjelder == 2


def test_kontrollsummen_er_den_samme_uansett_rekkefoelge_og_ny_naar_noe_endres() -> None:
    a = avtrykk({"dato": "2026-02-28", "linjer": [["klage", 1]]})
    assert a == avtrykk({"linjer": [["klage", 1]], "dato": "2026-02-28"})
    assert a != avtrykk({"dato": "2026-02-28", "linjer": [["klage", 2]]})
    assert len(a) == 64


@pytest.mark.parametrize(
    ("foer", "etter", "hva"),
    [
        (Tilstand.MANGLER, Tilstand.REGISTRERT, Endring.BLE_OK),
        (Tilstand.DELVIS, Tilstand.REGISTRERT, Endring.BLE_OK),
        (Tilstand.UKJENT, Tilstand.REGISTRERT, Endring.BLE_OK),
        (Tilstand.REGISTRERT, Tilstand.MANGLER, Endring.FALT_TILBAKE),
        (Tilstand.REGISTRERT, Tilstand.DELVIS, Endring.FALT_TILBAKE),
        (Tilstand.GJELDER_IKKE, Tilstand.MANGLER, Endring.NY_MANGEL),
        (None, Tilstand.MANGLER, Endring.NY_MANGEL),
        (None, Tilstand.REGISTRERT, None),
        (Tilstand.MANGLER, Tilstand.MANGLER, None),
        (Tilstand.MANGLER, None, None),
        (Tilstand.MANGLER, Tilstand.GJELDER_IKKE, None),
        (Tilstand.REGISTRERT, Tilstand.GJELDER_IKKE, None),
    ],
)
def test_hva_som_er_endret(foer: Tilstand | None, etter: Tilstand | None, hva: Endring | None) -> None:
    assert endring(foer, etter) is hva


def test_forskjeller_person_for_person() -> None:
    foer = {
        1: {Registrering.SLUTTMAAL: Tilstand.MANGLER, Registrering.KLAGE: Tilstand.GJELDER_IKKE},
        2: {Registrering.SLUTTMAAL: Tilstand.REGISTRERT},
    }
    etter = {
        1: {Registrering.SLUTTMAAL: Tilstand.REGISTRERT, Registrering.KLAGE: Tilstand.GJELDER_IKKE},
        3: {Registrering.SLUTTMAAL: Tilstand.MANGLER},
    }
    assert forskjeller(foer, etter) == [
        Forskjell(1, Registrering.SLUTTMAAL, Endring.BLE_OK),
        Forskjell(3, Registrering.SLUTTMAAL, Endring.NY_MANGEL),
    ]


def test_et_aapent_punkt_er_en_oppgave() -> None:
    fakta = Punktfakta(vedtatt=date(2026, 3, 12), aapen=True, frist=date(2026, 6, 1))
    (forslag,) = punkt_gir_oppgave(fakta, date(2026, 5, 1))
    assert (forslag.frist, dict(forslag.verdier)) == (date(2026, 6, 1), {"dato": "2026-03-12"})
    assert list(punkt_gir_oppgave(Punktfakta(fakta.vedtatt, False, None), date(2026, 5, 1))) == []
