"""Statuses, claims, files taken back, tasks: what people do with differences."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone, translation

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.kvartal import Kvartal
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.innbetalinger.verden import Verden, person
from tilskudd.innbetalinger import actions, brev, motor
from tilskudd.innbetalinger.actions.krav import HOEYST, kan_kreves
from tilskudd.innbetalinger.models import Innbetaling, Innbetalingsfil, Krav, Post, Posthendelse
from tilskudd.innbetalinger.oppgavekilde import les
from tilskudd.innbetalinger.queries import avvik as lesning
from tilskudd.innbetalinger.queries import oversikt
from tilskudd.innbetalinger.queries.oversikt import Sum
from tilskudd.innbetalinger.rules.frist import er_gammel
from tilskudd.queries import kontroll

pytestmark = pytest.mark.django_db


@pytest.fixture
def verden() -> Verden:
    """2023K4 is paid for E1 only in part, and 2023K3 not at all (but something else came)."""
    v = Verden()
    v.importer(
        f"{fabrikk.nytt_duf()};P-AR1-H;2023K3;10;06.10.2023;a",
        f"{v.e1.duf};P-AR1-H;2023K4;9000;09.01.2024;a",
    )
    return v


def post(verden: Verden, runde: str = "2023K3") -> Post:
    with kontekst(motor_kontekst()):
        return Post.objects.select_related("person").get(person=verden.e1, kvartal=_k(runde))


def _k(runde: str) -> int:
    return Kvartal.parse(runde).indeks


def sett(verden: Verden, *poster: Post, status: str = "undersoekes", notat: str = "") -> int:
    return actions.sett_status(
        post_ider=[p.pk for p in poster], status=status, notat=notat, av=verden.runder.raadgiver
    )


def hendelser() -> list[tuple[str, str, str]]:
    with kontekst(motor_kontekst()):
        return list(Posthendelse.objects.order_by("pk").values_list("fra", "til", "notat"))


def test_status_med_notat_skrives_en_gang(verden: Verden) -> None:
    p = post(verden)
    assert sett(verden, p) == 1
    sett(verden, p, status="forklart", notat="Betalt i en annen fil")

    assert hendelser() == [("ny", "undersoekes", ""), ("undersoekes", "forklart", "Betalt i en annen fil")]
    assert verden.poster()["2023K3", "P-AR1-H", verden.e1.duf][3] == "forklart"


@pytest.mark.parametrize(
    ("status", "notat", "felt"),
    [
        ("ny", "", "status"),
        ("tull", "", "status"),
        ("forklart", "  ", "notat"),
        ("avsluttet", "", "notat"),
        ("undersoekes", "Gjelder 15069512345", "notat"),
        ("undersoekes", "Gjelder 2099 000001 12", "notat"),
    ],
)
def test_status_som_ikke_kan_settes(verden: Verden, status: str, notat: str, felt: str) -> None:
    with pytest.raises(Regelbrudd) as brudd:
        sett(verden, post(verden), status=status, notat=notat)
    assert list(brudd.value.meldinger) == [felt]
    assert hendelser() == []


def test_bare_avvik_som_finnes_faar_status(verden: Verden) -> None:
    with pytest.raises(Regelbrudd, match="finnes ikke lenger"):
        actions.sett_status(post_ider=[0], status="undersoekes", av=verden.runder.raadgiver)
    with pytest.raises(Regelbrudd, match="minst ett"):
        actions.sett_status(post_ider=[], status="undersoekes", av=verden.runder.raadgiver)
    verden.importer(f"{verden.e1.duf};P-AR1-H;2023K3;4089;06.10.2023;b")
    with pytest.raises(Regelbrudd, match="stemmer nå"):
        sett(verden, post(verden))


def test_bare_raadgiveren_endrer(verden: Verden) -> None:
    p, av = post(verden), verden.runder.godkjenner
    with kontekst(motor_kontekst()):
        fil = Innbetalingsfil.objects.get()
    for gjoer in (
        lambda: actions.sett_status(post_ider=[p.pk], status="undersoekes", av=av),
        lambda: actions.lag_krav(post_ider=[p.pk], av=av),
        lambda: actions.ta_tilbake(fil=fil, av=av),
        lambda: actions.avstem_paa_nytt(av=av),
    ):
        with pytest.raises(IkkeTilgang):
            gjoer()


def test_ny_avstemming_beholder_status_og_notater(verden: Verden) -> None:
    p = post(verden)
    sett(verden, p, status="meldt", notat="Ringte IMDi")
    foer = verden.poster()
    actions.avstem_paa_nytt(av=verden.runder.raadgiver)
    assert verden.poster() == foer
    assert hendelser() == [("ny", "meldt", "Ringte IMDi")]


def test_et_forklart_avvik_som_blir_et_annet_aapnes_igjen(verden: Verden) -> None:
    p = post(verden, "2023K4")
    sett(verden, p, status="forklart", notat="IMDi har regnet med 90 dager")
    verden.importer(f"{verden.e1.duf};P-AR1-H;2023K4;-9000;09.01.2024;b")
    assert verden.poster()["2023K4", "P-AR1-H", verden.e1.duf] == (917_400, 0, "mangler", "ny")
    assert hendelser()[-1] == ("forklart", "ny", "")


def test_betales_resten_staar_historien(verden: Verden) -> None:
    p = post(verden)
    sett(verden, p, status="meldt", notat="Ringte IMDi")
    verden.importer(f"{verden.e1.duf};P-AR1-H;2023K3;4089;06.10.2023;b")
    assert verden.poster()["2023K3", "P-AR1-H", verden.e1.duf] == (408_900, 408_900, "stemmer", "meldt")


def test_en_fil_tas_tilbake_saa_lenge_ingen_har_bygd_paa_den(verden: Verden) -> None:
    verden.importer(f"{verden.e1.duf};P-AR1-H;2023K3;4089;06.10.2023;b")
    with kontekst(motor_kontekst()):
        siste = Innbetalingsfil.objects.latest("pk")
    actions.ta_tilbake(fil=siste, av=verden.runder.raadgiver)
    assert verden.poster()["2023K3", "P-AR1-H", verden.e1.duf][:3] == (408_900, 0, "mangler")
    assert actions.ta_tilbake(fil=siste, av=verden.runder.raadgiver).trukket_av_id
    # the same file may come again
    assert verden.importer(f"{verden.e1.duf};P-AR1-H;2023K3;4089;06.10.2023;b").antall["ny"] == 1


def test_en_fil_noen_har_arbeidet_etter_tas_ikke_tilbake(verden: Verden) -> None:
    with kontekst(motor_kontekst()):
        fil = Innbetalingsfil.objects.get()
    sett(verden, post(verden))
    with pytest.raises(Regelbrudd, match="1 avvik"):
        actions.ta_tilbake(fil=fil, av=verden.runder.raadgiver)


def test_tas_alt_tilbake_er_ingenting_avstemt(verden: Verden) -> None:
    with kontekst(motor_kontekst()):
        fil = Innbetalingsfil.objects.get()
    actions.ta_tilbake(fil=fil, av=verden.runder.raadgiver)
    assert verden.poster() == {}


def test_kravet_er_som_det_var(verden: Verden) -> None:
    poster = [post(verden), post(verden, "2023K4")]
    noekkel = actions.lag_krav(post_ider=[p.pk for p in poster], av=verden.runder.raadgiver)
    with kontekst(motor_kontekst()):
        krav = Krav.objects.get(noekkel=noekkel)
        linjer = lesning.kravlinjer(krav)
        assert (krav.antall, krav.sum_oere) == (2, 408_900 + 17_400)
        assert [(str(li.kvartal), li.krevd_oere) for li in linjer] == [
            ("2023K3", 408_900),
            ("2023K4", 17_400),
        ]
        filer = brev.xlsx(krav, linjer), brev.pdf(krav, linjer, "nb")
        with translation.override("nn"):
            nynorsk = brev.pdf(krav, linjer, "nn")
    assert {v[3] for k, v in verden.poster().items() if k[2] == verden.e1.duf} == {"meldt"}
    assert [(f, t) for f, t, _n in hendelser()] == [("ny", "meldt")] * 2
    # what comes later changes neither the letter nor its list
    verden.importer(f"{verden.e1.duf};P-AR1-H;2023K3;4089;06.10.2023;b")
    with kontekst(motor_kontekst()):
        linjer = lesning.kravlinjer(Krav.objects.get(noekkel=noekkel))
        assert (brev.xlsx(krav, linjer), brev.pdf(krav, linjer, "nb")) == filer
    assert nynorsk != filer[1]


def test_krav_bare_om_penger_som_mangler(verden: Verden) -> None:
    with kontekst(motor_kontekst()):
        ukjent = Post.objects.get(utfall="ukjent_person")
    for ider, melding in (
        ([ukjent.pk], "kan ikke være med"),
        ([], "minst ett"),
        (range(1, HOEYST + 2), "høyst 2000"),
    ):
        with pytest.raises(Regelbrudd, match=melding):
            actions.lag_krav(post_ider=list(ider), av=verden.runder.raadgiver)
    sett(verden, post(verden), status="forklart", notat="Kommer i neste runde")
    assert not kan_kreves(post(verden))


def test_skjermede_er_aldri_i_et_krav(verden: Verden) -> None:
    skjermet = person(skjermet=True)
    verden.runder.bokfoer("2024K1")
    verden.importer(f"{fabrikk.nytt_duf()};P-AR1-H;2024K1;1;08.04.2024;a")
    with kontekst(motor_kontekst()):
        p = Post.objects.select_related("person").filter(person=skjermet).first()
        assert p is not None
        antall = Post.objects.count()
    assert not kan_kreves(p)
    uten = fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    with kontekst(kontekst_for(uten)):
        assert not Post.objects.filter(person=skjermet).exists()
        assert 0 < Post.objects.count() < antall


def test_et_halvt_krav_trykkes_ikke(verden: Verden) -> None:
    noekkel = actions.lag_krav(post_ider=[post(verden).pk], av=verden.runder.raadgiver)
    with kontekst(motor_kontekst()):
        krav = Krav.objects.get(noekkel=noekkel)
    with pytest.raises(IkkeTilgang, match="adressebeskyttelse"):
        brev.pdf(krav, [], "nb")
    with pytest.raises(IkkeTilgang, match="adressebeskyttelse"):
        brev.xlsx(krav, [])


@pytest.mark.parametrize(
    "setning",
    [
        "UPDATE innbetalinger_innbetaling SET beloep_oere = 1",
        "UPDATE innbetalinger_innbetaling SET person_id = NULL WHERE person_id IS NOT NULL",
        "DELETE FROM innbetalinger_innbetaling",
        "UPDATE innbetalinger_innbetalingsfil SET sum_oere = 0",
        "UPDATE innbetalinger_innbetalingsfil SET trukket_tid = NULL, trukket_av_id = NULL",
        "DELETE FROM innbetalinger_innbetalingsfil",
        "UPDATE innbetalinger_posthendelse SET notat = 'x'",
        "DELETE FROM innbetalinger_posthendelse",
        "UPDATE innbetalinger_krav SET sum_oere = 1",
        "DELETE FROM innbetalinger_kravlinje",
        "DELETE FROM innbetalinger_post WHERE id IN (SELECT post_id FROM innbetalinger_posthendelse)",
        "TRUNCATE innbetalinger_krav CASCADE",
    ],
)
def test_det_som_er_skrevet_staar_for_alle(verden: Verden, setning: str) -> None:
    verden.importer(f"{verden.e2.duf};P-AR1-H;2023K3;1;06.10.2023;b")
    with kontekst(motor_kontekst()):
        siste = Innbetalingsfil.objects.latest("pk")
    actions.ta_tilbake(fil=siste, av=verden.runder.raadgiver)
    actions.lag_krav(post_ider=[post(verden).pk], av=verden.runder.raadgiver)
    for hvem in (kontekst_for(verden.runder.raadgiver), motor_kontekst(verden.runder.raadgiver.bruker_id)):
        with pytest.raises(DatabaseError), kontekst(hvem), connection.cursor() as peker:
            peker.execute(setning)
            peker.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_kjoering_som_godkjennes_etter_betalingen_avstemmes_med_det_samme(verden: Verden) -> None:
    verden.importer(f"{verden.e1.duf};P-AR1-H;2024K1;5984;08.04.2024;a")
    assert verden.poster()["2024K1", "P-AR1-H", verden.e1.duf][2] == "mer"
    verden.runder.bokfoer("2024K1")
    assert verden.poster()["2024K1", "P-AR1-H", verden.e1.duf][2] == "stemmer"
    with kontekst(motor_kontekst()):
        assert not oversikt.utdatert()


def test_en_person_som_kommer_senere_blir_funnet(verden: Verden) -> None:
    duf = fabrikk.nytt_duf()
    verden.importer(f"{duf};P-AR1-H;2023K4;5;09.01.2024;a")
    assert verden.poster()["2023K4", "P-AR1-H", duf][2] == "ukjent_person"
    fabrikk.lag_person(duf=duf)
    actions.avstem_paa_nytt(av=verden.runder.raadgiver)
    assert verden.poster()["2023K4", "P-AR1-H", duf][2] == "mer"
    with kontekst(motor_kontekst()):
        assert Innbetaling.objects.get(duf=duf).person_id


def test_oppgave_etter_fjorten_dager(verden: Verden) -> None:
    assert not er_gammel(date(2026, 3, 1), date(2026, 3, 14))
    assert er_gammel(date(2026, 3, 1), date(2026, 3, 15))
    with kontekst(motor_kontekst()):
        Post.objects.update(funnet=timezone.now() - timedelta(days=14))
        motor.avstem()
        aapne = Oppgave.objects.filter(regel="INNBETALING_AVVIK", lukket__isnull=True)
        assert {o.emne_id for o in aapne} == {_k("2023K3"), _k("2023K4")}
        poster = list(Post.objects.filter(kvartal=_k("2023K4")))
        assert [e.id for e, _f in les([_k("2023K4")])] == [_k("2023K4")]
    sett(verden, *poster)
    with kontekst(motor_kontekst()):
        assert {o.emne_id for o in aapne.all()} == {_k("2023K3")}


def test_kontrollen_av_boekene_ser_innbetalinger_som_ikke_gaar_opp(verden: Verden) -> None:
    def avvik() -> tuple[str, ...]:
        with kontekst(motor_kontekst()):
            [k] = [k for k in kontroll.kontroller() if k.navn == "innbetalinger"]
            return k.avvik

    assert avvik() == ()
    with kontekst(motor_kontekst()):
        Post.objects.filter(person=verden.e1, kvartal=_k("2023K4")).update(mottatt_oere=1)
    assert avvik() == ("mottatt P-AR1-H, runde 2023K4: 900000 øre i filene, 1 avstemt",)
    with kontekst(motor_kontekst()):
        Post.objects.filter(person=verden.e1, kvartal=_k("2023K4")).update(
            mottatt_oere=900_000, forventet_oere=3
        )
    assert avvik() == ("forventet P-AR1-H, runde 2023K4: 917400 øre i linjene, 3 avstemt",)


def test_sumrad_legges_sammen() -> None:
    assert Sum(1, 2, 3) + Sum(10, 20, 30) == Sum(11, 22, 33)
    assert Sum(10, 4).differanse == -6
