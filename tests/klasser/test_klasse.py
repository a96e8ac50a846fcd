"""A class and those in it: made, changed, put in, ended, moved, taken out."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, transaction

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.klasser import actions
from integrering.klasser.actions.medlemmer import PLASSER
from integrering.klasser.models import Klasse, Maanedslaas, Medlemskap
from integrering.klasser.queries.klasser import valgte_medlemskap
from integrering.klasser.queries.planhendelser import nye_klasser
from integrering.nir.actions.kontroll import ved_brudd
from integrering.nir.rules.planvurdering import Planhendelse, Utloeser
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_person
from tests.klasser.hjelp import I_DAG, MAANED, data, i_klassen, lag_deltakere, lag_klasse
from tests.nir.handling import meldinger

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]


def alle(klasse: Klasse) -> list[Medlemskap]:
    """Return who is in the class, in the order of their names."""
    return list(
        Medlemskap.objects.gjeldende()
        .filter(klasse=klasse)
        .select_related("person", "klasse")
        .order_by("person__etternavn", "fra")
    )


# --- The class ---


def test_samme_skjema_to_ganger_gir_en_klasse(av: Aktoer) -> None:
    nr = uuid.uuid4()
    en, to = (actions.lag_klasse(data=data(), innsending=nr, av=av) for _ in range(2))
    assert en == to
    assert (en.virksomhet_id, en.moduler, en.versjon) == (av.virksomhet_id, ["norsk"], 1)


@pytest.mark.parametrize(
    ("felt", "verdier"),
    [
        ("navn", {"navn": "Klasse 010199"}),
        ("sted", {"sted": "2099 000001 03"}),
        ("til", {"til": data().fra - timedelta(days=1)}),
        ("nivaa", {"nivaa": "finnes_ikke"}),
        ("moduler", {"moduler": ()}),
        ("moduler", {"moduler": ("finnes_ikke",)}),
        ("kontakt", {"kontakt_id": -1}),
    ],
)
def test_en_klasse_som_ikke_kan_lagres(av: Aktoer, felt: str, verdier: dict[str, Any]) -> None:
    assert felt in meldinger(lambda: actions.lag_klasse(data=data(**verdier), innsending=uuid.uuid4(), av=av))


def test_to_klasser_med_samme_navn_fra_samme_dag(av: Aktoer) -> None:
    klasse = lag_klasse(av)
    assert "navn" in meldinger(lambda: lag_klasse(av))
    # den samme klassen kan lagres på nytt
    actions.endre_klasse(klasse=klasse, versjon=1, data=data(sted="Rom 2"), av=av)
    assert klasse.sted == "Rom 2"


def test_endre_klassen_og_den_som_kom_etter(av: Aktoer) -> None:
    klasse = lag_klasse(av)
    actions.endre_klasse(klasse=klasse, versjon=1, data=data(navn="Spor 3", kontakt_id=av.bruker_id), av=av)
    assert (klasse.navn, klasse.versjon, klasse.kontakt_id) == ("Spor 3", 2, av.bruker_id)
    with pytest.raises(Konflikt):
        actions.endre_klasse(klasse=klasse, versjon=1, data=data(navn="Spor 1"), av=av)


def test_perioden_kan_ikke_kortes_forbi_deltakerne(av: Aktoer) -> None:
    klasse = lag_klasse(av, lag_deltakere(1))
    senere = data(fra=data().fra + timedelta(days=10))
    assert "fra" in meldinger(lambda: actions.endre_klasse(klasse=klasse, versjon=1, data=senere, av=av))


def test_endringer_av_klassen_huskes(av: Aktoer) -> None:
    klasse = lag_klasse(av)
    actions.endre_klasse(klasse=klasse, versjon=1, data=data(navn="Spor 3"), av=av)
    historien: Any = apps.get_model("klasser", "KlasseHendelse")
    assert [h.navn for h in historien.objects.order_by("pgh_id")] == ["Spor 2 dagtid", "Spor 3"]


# --- Those in it ---


def test_legg_til_og_de_som_er_der_alt(av: Aktoer) -> None:
    en, to = lag_deltakere(2)
    klasse = lag_klasse(av, [en])
    lagt = actions.legg_til(klasse=klasse, personer=[en, to], fra=I_DAG, av=av)
    assert (lagt.nye, lagt.fra_foer) == ((to,), (en,))
    assert i_klassen(klasse) == {"Deltaker00": (klasse.fra, None), "Deltaker01": (I_DAG, None)}


def test_den_som_sluttet_kan_komme_igjen(av: Aktoer) -> None:
    (en,) = lag_deltakere(1)
    klasse = lag_klasse(av, [en])
    actions.avslutt(klasse=klasse, medlemskap=alle(klasse), siste_dag=MAANED, av=av)
    lagt = actions.legg_til(klasse=klasse, personer=[en], fra=I_DAG, av=av)
    assert lagt.nye == (en,)
    assert [(m.fra, m.til) for m in alle(klasse)] == [(klasse.fra, MAANED), (I_DAG, None)]


def test_ingen_legges_til_utenfor_perioden(av: Aktoer) -> None:
    klasse, personer = lag_klasse(av), lag_deltakere(1)
    for dag in (klasse.fra - timedelta(days=1), klasse.til + timedelta(days=1)):
        assert "fra" in meldinger(
            lambda dag=dag: actions.legg_til(klasse=klasse, personer=personer, fra=dag, av=av)  # type: ignore[misc]
        )


def test_en_klasse_har_plass_til_saa_mange(av: Aktoer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert PLASSER == 60
    monkeypatch.setattr("integrering.klasser.actions.medlemmer.PLASSER", 2)
    personer = lag_deltakere(3)
    klasse = lag_klasse(av, personer[:2])
    with pytest.raises(Regelbrudd, match="høyst 2 deltakere"):
        actions.legg_til(klasse=klasse, personer=personer, fra=I_DAG, av=av)
    actions.avslutt(klasse=klasse, medlemskap=alle(klasse)[:1], siste_dag=MAANED, av=av)
    actions.legg_til(klasse=klasse, personer=personer[2:], fra=I_DAG, av=av)


def test_avslutt(av: Aktoer) -> None:
    klasse = lag_klasse(av, lag_deltakere(2))
    actions.avslutt(klasse=klasse, medlemskap=alle(klasse)[:1], siste_dag=I_DAG, av=av)
    assert i_klassen(klasse) == {"Deltaker00": (klasse.fra, I_DAG), "Deltaker01": (klasse.fra, None)}
    with kontekst(motor_kontekst()):
        versjoner = Medlemskap.objects.filter(person=alle(klasse)[0].person).order_by("pk")
        assert [(v.til, bool(v.erstattet)) for v in versjoner] == [(None, True), (I_DAG, False)]


def test_ingen_slutter_foer_de_begynte(av: Aktoer) -> None:
    klasse = lag_klasse(av, lag_deltakere(1), fra=I_DAG)
    dagen_foer = I_DAG - timedelta(days=1)
    funn = meldinger(
        lambda: actions.avslutt(klasse=klasse, medlemskap=alle(klasse), siste_dag=dagen_foer, av=av)
    )
    assert "Amina Deltaker00" in funn["dato"][0]


def test_flytt_til_en_annen_klasse(av: Aktoer) -> None:
    klasse, ny = lag_klasse(av, lag_deltakere(2)), lag_klasse(av, navn="Spor 3")
    actions.flytt(fra=klasse, til=ny, medlemskap=alle(klasse)[1:], dag=I_DAG, av=av)
    assert i_klassen(klasse)["Deltaker01"] == (klasse.fra, I_DAG - timedelta(days=1))
    assert i_klassen(ny) == {"Deltaker01": (I_DAG, None)}
    assert "klasse" in meldinger(
        lambda: actions.flytt(fra=klasse, til=klasse, medlemskap=alle(klasse), dag=I_DAG, av=av)
    )


def test_flytting_til_en_klasse_som_er_over_endrer_ingenting(av: Aktoer) -> None:
    klasse = lag_klasse(av, lag_deltakere(1))
    over = lag_klasse(av, navn="I fjor", til=MAANED)
    with pytest.raises(Regelbrudd, match="i perioden"), transaction.atomic():
        actions.flytt(fra=klasse, til=over, medlemskap=alle(klasse), dag=I_DAG, av=av)
    assert i_klassen(klasse) == {"Deltaker00": (klasse.fra, None)}


def test_ta_ut_den_som_ble_lagt_inn_ved_en_feil(av: Aktoer) -> None:
    klasse = lag_klasse(av, lag_deltakere(2))
    actions.ta_ut(klasse=klasse, medlemskap=alle(klasse)[:1], av=av)
    assert set(i_klassen(klasse)) == {"Deltaker01"}


def test_to_som_endrer_samme_deltaker(av: Aktoer) -> None:
    klasse = lag_klasse(av, lag_deltakere(1))
    sett = alle(klasse)
    actions.avslutt(klasse=klasse, medlemskap=sett, siste_dag=I_DAG, av=av)
    with pytest.raises(Regelbrudd, match="nettopp"):
        actions.avslutt(klasse=klasse, medlemskap=sett, siste_dag=I_DAG, av=av)


# --- Who may ---


def test_hver_kommune_har_sine_klasser_og_fylket_leser(
    som: Som, trondheim: Aktoer, steinkjer: Aktoer, fylket: Aktoer
) -> None:
    klasse = lag_klasse(trondheim, lag_deltakere(1))
    for hvem, ser in ((trondheim, True), (fylket, True), (steinkjer, False)):
        with som(hvem):
            assert (Klasse.objects.exists(), Medlemskap.objects.exists()) == (ser, ser), hvem.rollenavn
    with som(fylket), pytest.raises(IkkeTilgang):
        actions.endre_klasse(klasse=klasse, versjon=1, data=data(navn="Ny"), av=fylket)
    raadgiver = lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    with som(raadgiver), pytest.raises(IkkeTilgang):
        actions.lag_klasse(data=data(), innsending=uuid.uuid4(), av=raadgiver)


def test_databasen_holder_at_klassen_er_ens_egen(
    som: Som, trondheim: Aktoer, steinkjer: Aktoer, fylket: Aktoer
) -> None:
    klasse, person = lag_klasse(trondheim), lag_person(kommune=STEINKJER)
    vaar = lag_person(kommune=TRONDHEIM)

    def medlem(av: Aktoer, person_id: int) -> Medlemskap:
        return Medlemskap(
            klasse=klasse, person_id=person_id, fra=klasse.fra, registrering_id=uuid.uuid4(),
            registrert_av_id=av.bruker_id, virksomhet_id=av.virksomhet_id,
        )  # fmt: skip

    for hvem, hvem_inn in ((steinkjer, person), (fylket, vaar), (trondheim, person)):
        with som(hvem), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
            medlem(hvem, hvem_inn.pk).save(force_insert=True)
    with som(fylket), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        Maanedslaas.objects.create(klasse=klasse, maaned=MAANED, laast=True, av_id=fylket.bruker_id)
    with som(fylket):
        assert Klasse.objects.filter(pk=klasse.pk).update(navn="Tatt") == 0


def test_samme_person_to_ganger_samtidig_i_klassen(av: Aktoer) -> None:
    klasse = lag_klasse(av, lag_deltakere(1))
    (m,) = alle(klasse)
    with pytest.raises(Regelbrudd, match="overlapper"), ved_brudd():
        Medlemskap.objects.create(
            klasse=klasse, person=m.person, fra=I_DAG, registrering_id=uuid.uuid4(),
            registrert_av_id=av.bruker_id, virksomhet_id=av.virksomhet_id,
        )  # fmt: skip


def test_skjermede_og_flyttede_er_ute_av_syne(som: Som, trondheim: Aktoer, fylket: Aktoer) -> None:
    """Seen with the scope only, whoever put them in the class."""
    med_tilgang = lag_aktoer(skjermede=True)
    skjult = lag_person(adressebeskyttelse="fortrolig", etternavn="Skjult")
    klasse = lag_klasse(med_tilgang, [skjult, *lag_deltakere(1)])
    for hvem, navn in (
        (med_tilgang, ["Deltaker00", "Skjult"]),
        (trondheim, ["Deltaker00"]),
        (fylket, ["Deltaker00"]),
    ):
        with som(hvem):
            assert [m.person.etternavn for m in alle(klasse)] == navn
            assert len(valgte_medlemskap(klasse, [m.registrering_id for m in alle(klasse)])) == len(navn)


def test_databasen_krever_begrunnelse_for_aa_laase_opp(av: Aktoer) -> None:
    klasse = lag_klasse(av)
    with pytest.raises(IntegrityError, match="med_begrunnelse"), transaction.atomic():
        Maanedslaas.objects.create(klasse=klasse, maaned=MAANED, laast=False, av_id=av.bruker_id)


def test_en_ny_klasse_er_en_hendelse_for_planen(av: Aktoer) -> None:
    hun, han = lag_deltakere(2)
    klasse = lag_klasse(av, [hun])
    with kontekst(motor_kontekst()):
        funnet = list(nye_klasser([hun.pk, han.pk]))
    assert funnet == [(hun.pk, Planhendelse(Utloeser.NY_KLASSE, klasse.fra))]
