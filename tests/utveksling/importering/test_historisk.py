"""Imports that say when the system is to have known it: for taking over from an older system."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.models import Bosted, Person, Vedtak
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.importering import historie
from tests import fabrikk
from tests.utveksling.importering.hjelp import BOSTEDER, PERSONER, VEDTAK, fil, importer, personrad, statuser

pytestmark = pytest.mark.django_db
HODE = f"registrert;{VEDTAK};noekkel"
Versjon = tuple[str, str, str | None]


@pytest.fixture(autouse=True)
def _som_motor(motor: None) -> None:
    """The tests read everything."""


def rad(registrert: str, person: Person, start: str, noekkel: str = "") -> str:
    return f"{registrert};{person.duf};norsk;innvilget;01.03.2023;{start};{noekkel}"


def versjoner(person: Person) -> list[Versjon]:
    """Return start, registered and replaced of each version, by the clock in Oslo."""
    with connection.cursor() as peker:
        peker.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")

    def dag(instant: datetime | None) -> str | None:
        return f"{timezone.localtime(instant):%d.%m.%Y %H:%M}" if instant else None

    return [
        (f"{v.startdato:%d.%m}", dag(v.registrert) or "", dag(v.erstattet))
        for v in Vedtak.objects.filter(person=person).order_by("registrert")
    ]


def test_en_dato_er_dens_foerste_oeyeblikk_i_oslo(administrator: Aktoer, person: Person) -> None:
    svar = importer(
        "vedtak", fil(HODE, rad("05.04.2023", person, "01.04.2023")), administrator, historisk=True
    )
    assert svar == [("ny", "")]
    assert versjoner(person) == [("01.04", "05.04.2023 00:00", None)]


@pytest.mark.parametrize(
    "tid", ["2023-04-05T10:30:00+02:00", "2023-04-05 08:30Z", "2023-04-05T10:30", "2023-04-05T08:30:00.000Z"]
)
def test_et_tidspunkt(administrator: Aktoer, person: Person, tid: str) -> None:
    importer("vedtak", fil(HODE, rad(tid, person, "01.04.2023")), administrator, historisk=True)
    assert versjoner(person) == [("01.04", "05.04.2023 10:30", None)]


@pytest.mark.parametrize("tid", ["01.01.1899", "0001-01-01"])
def test_et_tidspunkt_foer_1900_er_en_skrivefeil(administrator: Aktoer, person: Person, tid: str) -> None:
    svar = importer("vedtak", fil(HODE, rad(tid, person, "01.04.2023")), administrator, historisk=True)
    assert svar == [("avvist", f"registrert: datoen «{tid}» må være mellom 1900 og 2100.")]


def test_en_rettelse_lukker_versjonen_foer_i_samme_oeyeblikk(administrator: Aktoer, person: Person) -> None:
    rader = [rad("05.04.2023", person, "01.04.2023", "v"), rad("01.06.2023", person, "15.04.2023", "v")]
    forventet = [
        ("01.04", "05.04.2023 00:00", "01.06.2023 00:00"),
        ("15.04", "01.06.2023 00:00", None),
    ]
    svar = importer("vedtak", fil(HODE, *rader[::-1]), administrator, historisk=True)
    assert statuser(svar) == ["ny versjon", "ny"]
    assert versjoner(person) == forventet
    assert statuser(importer("vedtak", fil(HODE, *rader), administrator, historisk=True)) == ["uendret"] * 2
    assert versjoner(person) == forventet


@pytest.mark.parametrize("rekkefoelge", [(0, 1, 2), (2, 1, 0), (0, 2, 1)])
def test_versjoner_i_hver_sin_fil(
    administrator: Aktoer, person: Person, rekkefoelge: tuple[int, ...]
) -> None:
    rader = [
        rad("05.04.2023", person, "01.04.2023", "v"),
        rad("01.06.2023", person, "15.04.2023", "v"),
        rad("01.08.2023", person, "16.04.2023", "v"),
    ]
    svar = [importer("vedtak", fil(HODE, rader[i]), administrator, historisk=True)[0] for i in rekkefoelge]
    if rekkefoelge == (0, 2, 1):  # what was closed at one instant is not closed again at another
        assert svar[2] == (
            "avvist",
            "noekkel: versjonen som gjaldt på dette tidspunktet, er alt erstattet av en senere.",
        )
        return
    assert [s for s, _feil in svar] == ["ny", "ny versjon", "ny versjon"]
    assert [v[0] for v in versjoner(person)] == ["01.04", "15.04", "16.04"]


@pytest.mark.parametrize("tidlig_foerst", [True, False])
@pytest.mark.parametrize("i_en_fil", [True, False])
def test_av_like_rader_gjelder_den_tidligste(
    administrator: Aktoer, person: Person, tidlig_foerst: bool, i_en_fil: bool
) -> None:
    rader = [rad("05.04.2023", person, "01.04.2023"), rad("01.06.2023", person, "01.04.2023")]
    if not tidlig_foerst:
        rader.reverse()
    for del_ in [rader] if i_en_fil else [[r] for r in rader]:
        importer("vedtak", fil(HODE, *del_), administrator, historisk=True)
    assert versjoner(person)[0][:2] == ("01.04", "05.04.2023 00:00")
    assert Vedtak.objects.slik_det_var(fabrikk.klokken(2023, 7, 1)).filter(person=person).count() == 1


def test_samme_oeyeblikk_andre_verdier(administrator: Aktoer, person: Person) -> None:
    importer("vedtak", fil(HODE, rad("05.04.2023", person, "01.04.2023", "v")), administrator, historisk=True)
    svar = importer(
        "vedtak", fil(HODE, rad("05.04.2023", person, "02.04.2023", "v")), administrator, historisk=True
    )
    assert svar == [("avvist", "noekkel: en annen versjon er registrert i samme øyeblikk.")]


@pytest.mark.parametrize(
    ("registrert", "melding"),
    [
        ("", "registrert: må fylles ut."),
        ("nylig", "registrert: «nylig» er ikke et tidspunkt."),
        ("2023-13-01T00:00:00Z", "registrert: «2023-13-01T00:00:00Z» er ikke et tidspunkt."),
        ("01.01.2090", "registrert: «01.01.2090» kan ikke være fram i tid."),
        ("31.12.2022", "registrert: «31.12.2022» er for tidlig. En utbetaling er godkjent"),
        ("01.01.2023", "registrert: «01.01.2023» er for tidlig."),
    ],
)
def test_oeyeblikk_som_ikke_kan_vaere(
    administrator: Aktoer, person: Person, registrert: str, melding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(historie, "_GRENSER", [lambda: None, lambda: fabrikk.klokken(2023, 1, 1, 0)])
    [(status, feil)] = importer(
        "vedtak", fil(HODE, rad(registrert, person, "01.04.2023")), administrator, historisk=True
    )
    assert status == "avvist"
    assert feil.startswith(melding)


def test_etter_grensen_gaar_det(
    administrator: Aktoer, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(historie, "_GRENSER", [])
    historie.registrer_historiegrense(grense := lambda: fabrikk.klokken(2023, 1, 1, 0))
    historie.registrer_historiegrense(grense)
    assert historie.historiegrense() == fabrikk.klokken(2023, 1, 1, 0)
    tid = (fabrikk.klokken(2023, 1, 1, 0) + timedelta(seconds=1)).isoformat()
    assert statuser(
        importer("vedtak", fil(HODE, rad(tid, person, "01.04.2023")), administrator, historisk=True)
    ) == ["ny"]


def test_perioder_overlapper_heller_ikke_i_fortiden(administrator: Aktoer) -> None:
    """Periods that never held at the same instant may share days; those that did may not."""
    person = fabrikk.lag_person(registrert=fabrikk.klokken(2020, 1, 1))
    hode = f"registrert;{BOSTEDER};noekkel"
    Bosted.objects.filter(person=person)
    en = [
        f"01.02.2021;{person.duf};5006;01.01.2021;31.12.2021;a",
        f"01.06.2021;{person.duf};5006;01.01.2022;31.12.2022;a",
    ]
    importer("bosteder", fil(hode, *en), administrator, historisk=True)
    samtidig = f"01.03.2021;{person.duf};5007;01.02.2021;28.02.2021;b"
    etterpaa = f"01.07.2021;{person.duf};5007;01.02.2021;28.02.2021;b"
    [(status, feil)] = importer("bosteder", fil(hode, samtidig), administrator, historisk=True)
    assert (status, "overlapper en som er registrert: 01.01.2021–31.12.2021" in feil) == ("avvist", True)
    assert importer("bosteder", fil(hode, etterpaa), administrator, historisk=True) == [("ny", "")]


def test_personer_og_fakta_fra_et_eldre_system(administrator: Aktoer) -> None:
    duf = fabrikk.nytt_duf()
    svar = importer(
        "personer",
        fil(f"registrert;{PERSONER}", f"02.03.2023;{personrad(duf)}"),
        administrator,
        historisk=True,
    )
    assert svar == [("ny", "")]
    person = Person.objects.get(duf=duf)
    assert person.opplysninger.get().registrert == fabrikk.klokken(2023, 3, 2, 0)


def test_bare_administratorer(saksbehandler: Aktoer, person: Person) -> None:
    with pytest.raises(IkkeTilgang):
        importer("vedtak", fil(HODE, rad("05.04.2023", person, "01.04.2023")), saksbehandler, historisk=True)


def test_uten_historisk_bestemmer_klokka(administrator: Aktoer, person: Person) -> None:
    assert statuser(
        importer("vedtak", fil(HODE, rad("05.04.2023", person, "01.04.2023")), administrator)
    ) == ["ny"]
    assert Vedtak.objects.get(person=person).registrert.year >= 2026


def test_kolonnen_registrert_maa_vaere_der(administrator: Aktoer, person: Person) -> None:
    with pytest.raises(Regelbrudd, match="mangler kolonnen registrert"):
        importer("vedtak", fil(VEDTAK, "x"), administrator, historisk=True)
