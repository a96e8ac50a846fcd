"""What a municipality's import reaches, and what its answers reveal."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from integrering.grunnmur.feil import IkkeTilgang
from integrering.nir.models import Bosted, Flyttesak, Person, Personopplysning, Vedtak
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering.models import Import
from tests import fabrikk
from tests.utveksling.importering.hjelp import (
    BOSTEDER,
    PERSONER,
    STANS,
    VEDTAK,
    VGO,
    fil,
    importer,
    importer_alt,
    personrad,
    statuser,
)

pytestmark = pytest.mark.django_db
UKJENT = "9" * 12


@pytest.fixture
def nabo(db: None) -> Person:
    """Someone who lives in Steinkjer."""
    return fabrikk.lag_person(kommune=fabrikk.STEINKJER)


def test_kommunen_importerer_om_sine_egne(trondheim: Aktoer, person: Person, motor: None) -> None:
    duf = fabrikk.nytt_duf()
    filer = [
        ("personer", fil(PERSONER, personrad(duf))),
        ("bosteder", fil(BOSTEDER, f"{duf};5001;01.03.2023;")),
        ("vedtak", fil(VEDTAK, f"{duf};norsk;innvilget;01.03.2023;01.04.2023")),
        ("vgo", fil(VGO, f"{duf};50;Skolen;21.08.2023;20.06.2024;30;nei;nei")),
        ("stans", fil(STANS, f"{duf};norsk;01.08.2024;permanent;")),
    ]
    for slag, tekst in filer:
        assert importer(slag, tekst, trondheim) == [("ny", "")]
        assert importer(slag, tekst, trondheim) == [("uendret", "")]
    vedtak = Vedtak.objects.get(person__duf=duf)
    assert (vedtak.virksomhet_id, vedtak.registrert_av_id) == (trondheim.virksomhet_id, trondheim.bruker_id)


@pytest.mark.parametrize(
    ("slag", "overskrift", "rad"),
    [
        ("bosteder", BOSTEDER, "{duf};5001;01.04.2024;"),
        ("vedtak", VEDTAK, "{duf};norsk;innvilget;01.03.2023;01.04.2023"),
        ("vgo", VGO, "{duf};50;Skolen;21.08.2023;20.06.2024;30;nei;nei"),
        ("stans", STANS, "{duf};norsk;01.08.2024;permanent;"),
    ],
)
def test_svaret_roeper_ikke_om_nummeret_finnes(
    trondheim: Aktoer, nabo: Person, slag: str, overskrift: str, rad: str
) -> None:
    skjult = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    svar = [
        importer(slag, fil(overskrift, rad.format(duf=d)), trondheim) for d in (nabo.duf, skjult.duf, UKJENT)
    ]
    assert statuser([s for [s] in svar]) == ["avvist"] * 3
    feil = [f.replace(d, "") for [(_s, f)], d in zip(svar, (nabo.duf, skjult.duf, UKJENT), strict=True)]
    assert len(set(feil)) == 1
    assert feil[0].startswith("duf: dere har ingen person med DUF-nummeret")


def test_en_innflytting_blir_en_sak_for_fylket(trondheim: Aktoer, nabo: Person, motor: None) -> None:
    gammelt, nytt = f"{nabo.duf};5001;01.01.2010;31.12.2010", f"{nabo.duf};5001;01.04.2024;"
    importer("bosteder", fil(BOSTEDER, gammelt), trondheim)
    assert not Flyttesak.objects.exists()
    importer(
        "bosteder",
        fil(BOSTEDER, nytt, f"{nabo.duf};5006;01.04.2024;", f"{UKJENT};5001;01.04.2024;"),
        trondheim,
    )
    sak = Flyttesak.objects.get()
    assert (sak.person_id, sak.til_kommune_id, sak.fra) == (
        nabo.pk,
        trondheim.virksomhet_id,
        date(2024, 4, 1),
    )
    assert Bosted.objects.filter(person=nabo).count() == 1


def test_et_duf_nummer_som_finnes_hos_andre(trondheim: Aktoer, nabo: Person, motor: None) -> None:
    skjult = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    ny = fabrikk.nytt_duf()
    svar = importer("personer", fil(PERSONER, *(personrad(d) for d in (nabo.duf, skjult.duf, ny))), trondheim)
    neutral = (
        "avvist",
        "duf: DUF-nummeret kan ikke registreres her nå. Fylkeskommunen avklarer hvor personen hører til.",
    )
    assert svar == [neutral, neutral, ("ny", "")]
    assert Flyttesak.objects.get().person_id == nabo.pk
    assert Personopplysning.objects.filter(person__in=[nabo, skjult]).count() == 2
    assert Person.objects.get(duf=ny).kommune_id == trondheim.virksomhet_id


def test_bosted_i_en_annen_kommune(trondheim: Aktoer, person: Person) -> None:
    [(status, feil)] = importer(
        "bosteder", fil(BOSTEDER, f"{person.duf};5006;01.01.2022;31.12.2022"), trondheim
    )
    assert (status, feil) == ("avvist", "kommunenummer: dere kan bare registrere bosted i egen kommune.")


def test_den_som_har_flyttet_er_ikke_kommunens_lenger(
    trondheim: Aktoer, saksbehandler: Aktoer, person: Person
) -> None:
    rad = fil(f"{VEDTAK};noekkel", f"{person.duf};norsk;innvilget;01.03.2023;01.04.2023;v1")
    assert statuser(importer("vedtak", rad, trondheim)) == ["ny"]
    fabrikk.rett(_bosted(person), til=date(2023, 12, 31))
    importer("bosteder", fil(BOSTEDER, f"{person.duf};5006;01.01.2024;"), saksbehandler)
    endret = rad.replace("01.04.2023", "02.04.2023")
    [(status, _feil)] = importer("vedtak", endret, trondheim)
    assert status == "avvist"


def _bosted(person: Person) -> Bosted:
    with fabrikk.historisk():
        gjeldende: Bosted = Bosted.objects.gjeldende().get(person=person)
        return gjeldende


def test_fylket_ser_ikke_skjermede_uten_tilgang(saksbehandler: Aktoer) -> None:
    skjult = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    rad = fil(VEDTAK, f"{skjult.duf};norsk;innvilget;01.03.2023;01.04.2023")
    assert statuser(importer("vedtak", rad, saksbehandler)) == ["avvist"]
    assert statuser(importer("personer", fil(PERSONER, personrad(skjult.duf)), saksbehandler)) == ["avvist"]
    med = fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True)
    assert statuser(importer("vedtak", rad, med)) == ["ny"]
    ny = personrad(fabrikk.nytt_duf(), adressebeskyttelse="strengt_fortrolig")
    assert importer("personer", fil(PERSONER, ny), med) == [("ny", "")]


@pytest.mark.parametrize("rolle", [Rolle.TILSKUDDSRAADGIVER, Rolle.TILSKUDDSGODKJENNER])
def test_roller_som_ikke_registrerer(db: None, person: Person, rolle: Rolle) -> None:
    with pytest.raises(IkkeTilgang):
        importer("vedtak", fil(VEDTAK, "x;y;z;1;2"), fabrikk.lag_aktoer(rolle))


def test_kvitteringer_er_virksomhetens_egne(
    trondheim: Aktoer,
    saksbehandler: Aktoer,
    person: Person,
    som: Callable[[Aktoer], AbstractContextManager[None]],
) -> None:
    for av in (trondheim, saksbehandler):
        importer_alt("vedtak", fil(VEDTAK, f"{person.duf};norsk;innvilget;01.03.2023;01.04.2023"), av)
    with som(trondheim):
        assert {i.virksomhet_id for i in Import.objects.all()} == {trondheim.virksomhet_id}
    with som(fabrikk.lag_aktoer(Rolle.KOMMUNE_FLYKTNINGTJENESTE, fabrikk.STEINKJER)):
        assert not Import.objects.exists()
    with som(saksbehandler):
        assert Import.objects.count() == 2
