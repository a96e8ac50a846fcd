"""The tasks about what the checklist asks for: they come with the fact, lead to the form, and go with it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.urls import resolve
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.jobber import loep
from integrering.grunnmur.models import Jobb
from integrering.nir import actions as nir
from integrering.nir import planhendelser
from integrering.nir.actions.planvurdering import lagre_planvurdering
from integrering.nir.actions.registreringsstatus import SLAG, regn_ut_status
from integrering.nir.faktatyper import FAKTATYPER, VGO
from integrering.nir.models import Person, Planvurdering, Registreringsstatus, Vedtak
from integrering.nir.rules import registreringsoppgaver as regler
from integrering.nir.rules.funn import Statusgrunn
from integrering.nir.rules.planvurdering import Planhendelse, Utloeser
from integrering.nir.rules.registreringer import Registrering
from integrering.oppgaver import aarsfristkilde, actions, registreringsregler, tekster
from integrering.oppgaver.actions.utregning import NATT
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import Kontekst, kontekst, motor_kontekst
from integrering.tilgang.roller import DbRolle, Rolle
from tests import fabrikk
from tests.oppgaver.hjelp import IDAG, les, om, oppgaver
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]
BOSATT = om(-60)


@pytest.fixture
def hun(trondheim: Aktoer, som: Som) -> Person:
    """Settled by agreement two months ago, with the settlement registered."""
    person = fabrikk.lag_person(bosatt_fra=BOSATT, tillatelse_dato=om(-90))
    reg(som, trondheim, person, "bosetting", bosatt=BOSATT, etter_avtale=True, ankomst=None, i_arbeid=False)
    return person


def reg(som: Som, av: Aktoer, person: Person, slag: str, **verdier: Any) -> Any:
    """Register by the action, which computes status and tasks in the same transaction."""
    with som(av):
        return nir.registrer(slag=FAKTATYPER[slag], person=person, verdier=verdier, av=av)


def aapne(person: Person) -> dict[str, Oppgave]:
    """Return code → open task of this source."""
    rader = oppgaver(person, lukket__isnull=True, kilde="registreringer")
    assert len({(o.regel, o.nr) for o in rader}) == len(rader)
    return {o.regel: o for o in rader}


def program(som: Som, av: Aktoer, person: Person, start: date) -> None:
    """Register the decision and the goal."""
    reg(som, av, person, "vedtak-introduksjonsprogram", vedtaksdato=start, startdato=start)


PLAN: dict[str, Any] = {
    "vedtaksdato": None, "utloest_av": "oppstart", "tolk": "kvalifisert", "neste_vurdering": None,
    "innhold": ["sluttmaal", "norskmaal", "langsiktige_maal", "omfang", "varighet", "elementer",
                "klagemuligheter", "begrunnelse"],
}  # fmt: skip


def test_fra_bosetting_til_program(hun: Person, trondheim: Aktoer, som: Som) -> None:
    """Before the decision: map and decide. With it: goal, plan, contract, education. Nothing twice."""
    foerst = aapne(hun)
    assert set(foerst) == {"KARTLEGGING_MANGLER", "INTRO_VEDTAK_FRIST"}
    vedtak = foerst["INTRO_VEDTAK_FRIST"]
    assert vedtak.frist == maaneder_etter(BOSATT, 3)
    assert vedtak.url == f"/personer/{hun.noekkel}/vedtak-introduksjonsprogram/ny/"
    assert str(vedtak.virksomhet) == "Trondheim"
    start = om(-3)
    program(som, trondheim, hun, start)
    etter = aapne(hun)
    assert set(etter) == {
        "KARTLEGGING_MANGLER", "SLUTTMAAL_MANGLER", "PLAN_MANGLER", "KONTRAKT_MANGLER", "UTDANNING_MANGLER",
        "TILTAK_MANGLER",
    }  # fmt: skip
    assert {etter[k].frist for k in ("SLUTTMAAL_MANGLER", "PLAN_MANGLER", "KONTRAKT_MANGLER")} == {
        maaneder_etter(start, 2)
    }
    reg(som, trondheim, hun, "sluttmaal", maal="vgo", fra=start)
    assert "SLUTTMAAL_MANGLER" not in aapne(hun)


def maaneder_etter(dag: date, maaneder: int) -> date:
    """Return the day some months later, worked out by hand."""
    aar, maaned = divmod(dag.month - 1 + maaneder, 12)
    aar, maaned = dag.year + aar, maaned + 1
    return date(aar, maaned, min(dag.day, monthrange(aar, maaned)[1]))


def test_uten_bosetting_spoerres_det_bare_om_den() -> None:
    person = fabrikk.lag_person(bosatt_fra=BOSATT, tillatelse_dato=om(-90))
    regn_ut_status([person.pk])
    actions.oppdater_kilde("registreringer", [person.pk])
    assert set(aapne(person)) == {"BOSETTING_MANGLER"}


def test_en_person_uten_status_har_ingen_oppgaver() -> None:
    person = fabrikk.lag_person(bosatt_fra=BOSATT)
    assert actions.oppdater_kilde("registreringer").nye == 0
    assert aapne(person) == {}


def test_vedtaket_tilskuddet_spoer_om_staar_en_gang(hun: Person, trondheim: Aktoer, som: Som) -> None:
    assert [o.regel for o in oppgaver(hun, regel__contains="VEDTAK", kilde="nir")] == ["VEDTAK_FRIST"]
    assert "NORSK_VEDTAK_FRIST" not in aapne(hun)
    plikt = fabrikk.lag_person(bosatt_fra=BOSATT, tillatelse="28", tillatelse_dato=om(-90))
    regn_ut_status([plikt.pk])
    actions.personer_endret([plikt.pk])
    assert oppgaver(plikt, kilde="nir") == [], "plikten alene gir ikke tilskudd"
    assert set(aapne(plikt)) == {"NORSK_VEDTAK_FRIST"}


def test_oppgaven_leder_til_den_som_skal_rettes(hun: Person, trondheim: Aktoer, som: Som) -> None:
    program(som, trondheim, hun, om(-3))
    rad = reg(
        som,
        trondheim,
        hun,
        "integreringskontrakt",
        dato=om(-3),
        deltaker_signerte=True,
        kommune_signerte=False,
    )
    oppgave = aapne(hun)["KONTRAKT_MANGLER"]
    assert oppgave.url == f"/personer/{hun.noekkel}/integreringskontrakt/{rad.registrering_id}/rett/"
    assert tekster.hvorfor(oppgave).startswith("Ikke signert av alle. Kontrakten inngås")


def test_klage_har_frist_til_utfallet_er_registrert(hun: Person, trondheim: Aktoer, som: Som) -> None:
    mottatt = om(-100)
    reg(
        som,
        trondheim,
        hun,
        "klage",
        gjelder="intro",
        mottatt=mottatt,
        oversendt=None,
        utfall="",
        utfallsdato=None,
    )
    assert aapne(hun)["KLAGE_UTFALL"].frist == maaneder_etter(mottatt, 3)


def test_permisjon_som_slutter(hun: Person, trondheim: Aktoer, som: Som) -> None:
    slutt = om(20)
    foerste = reg(
        som, trondheim, hun, "permisjon", ordning="norsk", permisjon="omsorg", fra=om(-30), til=slutt,
        vedtaksdato=om(-40),
    )  # fmt: skip
    oppgave = aapne(hun)["PERMISJON_SLUTT"]
    assert (oppgave.frist, oppgave.nr) == (slutt - timedelta(days=14), str(foerste.registrering_id))
    reg(
        som, trondheim, hun, "permisjon", ordning="norsk", permisjon="velferd", fra=om(21), til=om(90),
        vedtaksdato=om(-2),
    )  # fmt: skip
    assert "PERMISJON_SLUTT" not in aapne(hun), "den fortsetter"


# --- Vurdering av planen ---


@pytest.fixture
def med_plan(hun: Person, trondheim: Aktoer, som: Som) -> Person:
    """In the programme, with a plan made 50 days ago."""
    program(som, trondheim, hun, om(-50))
    reg(som, trondheim, hun, "integreringsplan", dato=om(-50), **PLAN)
    return hun


def _uten_faste_datoer() -> None:
    with kontekst(Kontekst(DbRolle.FYLKE)):
        Planvurdering.objects.filter(utloeser="fast_dato").update(gjelder_til=date(2021, 1, 2))


def test_faste_datoer_er_data_fra_start() -> None:
    with kontekst(motor_kontekst()):
        faste = Planvurdering.objects.filter(utloeser="fast_dato").values_list("dag", "maaned")
        assert list(faste) == [(1, 2), (1, 5), (1, 8), (1, 11)]
        assert [str(p) for p in Planvurdering.objects.all()][-2:] == [
            "Ny klasse eller skole",
            "Overgang til Nav",
        ]


def test_hendelser_gjoer_at_planen_boer_vurderes(med_plan: Person, trondheim: Aktoer, som: Som) -> None:
    _uten_faste_datoer()
    actions.oppdater_kilde("registreringer", [med_plan.pk])
    assert "PLAN_REVISJON" not in aapne(med_plan)
    reg(som, trondheim, med_plan, "tiltak", tiltak="praksis", fra=om(-9), til=None, timer_per_uke=Decimal(5))
    assert "PLAN_REVISJON" not in aapne(med_plan)
    reg(
        som,
        trondheim,
        med_plan,
        "tiltak",
        tiltak="nav_tiltak",
        fra=om(-7),
        til=None,
        timer_per_uke=Decimal(20),
    )
    oppgave = aapne(med_plan)["PLAN_REVISJON"]
    assert (oppgave.frist, oppgave.url) == (om(-7), f"/personer/{med_plan.noekkel}/integreringsplan/ny/")
    assert tekster.hvorfor(oppgave).startswith("Personen går over til tiltak hos Nav.")
    reg(som, trondheim, med_plan, "integreringsplan", dato=om(-1), **PLAN)
    assert "PLAN_REVISJON" not in aapne(med_plan)


def test_ny_skole_er_ny_klasse_og_andre_kan_melde_sine(
    med_plan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    _uten_faste_datoer()
    monkeypatch.setattr(planhendelser, "_lesere", [])
    kjent = Planhendelse(Utloeser.NY_KLASSE, om(-4))
    leser = lambda ider: [(pk, kjent) for pk in ider]  # noqa: E731
    planhendelser.registrer_planhendelser(leser)
    planhendelser.registrer_planhendelser(leser)
    actions.oppdater_kilde("registreringer", [med_plan.pk])
    assert aapne(med_plan)["PLAN_REVISJON"].frist == om(-4)
    fabrikk.registrer(
        VGO.modell, med_plan, registrert=None, fylke=fabrikk.virksomhet(fabrikk.FYLKET), skole="Ny",
        fra=om(-10), til=om(200), timer_per_uke=Decimal(30),
    )  # fmt: skip
    actions.oppdater_kilde("registreringer", [med_plan.pk])
    assert aapne(med_plan)["PLAN_REVISJON"].frist == om(-10)


def test_kommunens_egen_dato_og_et_program_som_er_slutt(
    med_plan: Person, trondheim: Aktoer, som: Som
) -> None:
    reg(som, trondheim, med_plan, "integreringsplan", dato=om(-2), **PLAN | {"neste_vurdering": om(25)})
    assert aapne(med_plan)["PLAN_REVISJON"].frist == om(25)
    reg(
        som, trondheim, med_plan, "avslutning", ordning="intro", dato=om(-1), avslutningsaarsak="fullfoert",
        hovedaktivitet="arbeid",
    )  # fmt: skip
    assert "PLAN_REVISJON" not in aapne(med_plan)


def test_administratoren_endrer_datoene_og_alt_regnes_ut_paa_nytt(fylket: Aktoer) -> None:
    admin = fabrikk.lag_aktoer(Rolle.ADMINISTRATOR)
    ny = Planvurdering(utloeser="fast_dato", dag=1, maaned=6, gjelder_fra=IDAG, kilde="Vedtatt i fylket")
    with pytest.raises(IkkeTilgang):
        lagre_planvurdering(utloeser=ny, av=fylket)
    lagre_planvurdering(utloeser=ny, av=admin)
    assert Jobb.objects.filter(slag=SLAG).exists()
    for feil, felt in (({"dag": 31}, "dag"), ({"dag": None}, ""), ({"gjelder_til": om(-1)}, "")):
        gal = Planvurdering(
            **{"utloeser": "fast_dato", "dag": 2, "maaned": 6, "gjelder_fra": IDAG, "kilde": "K"} | feil
        )
        with pytest.raises(Regelbrudd) as brudd:
            lagre_planvurdering(utloeser=gal, av=admin)
        assert felt in brudd.value.meldinger


def test_administrasjonssiden_for_planvurdering() -> None:
    bruker = fabrikk.lag_bruker(Rolle.ADMINISTRATOR)
    bruker.is_staff = True
    bruker.save()
    klient = inn(bruker)
    liste = klient.get("/admin/nir/planvurdering/")
    assert "1.11." in liste.content.decode()
    svar = klient.post(
        "/admin/nir/planvurdering/add/",
        {"utloeser": "fast_dato", "dag": "1", "maaned": "6", "gjelder_fra": "2026-01-01", "kilde": "Fylket"},
        follow=True,
    )
    assert "Oppgavene regnes ut på nytt i bakgrunnen" in svar.content.decode()


# --- Adressen ---


def test_folkeregistrert_i_en_annen_kommune_enn_vedtaket(hun: Person, trondheim: Aktoer, som: Som) -> None:
    program(som, trondheim, hun, om(-50))
    assert "ADRESSE_AVVIK" not in aapne(hun)
    steinkjer = fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER)
    with kontekst(motor_kontekst()):
        bosted = FAKTATYPER["bosted"].gjeldende.get(person=hun)
    fabrikk.rett(bosted, til=om(-11))
    fabrikk.lag_bosted(hun, kommune=fabrikk.STEINKJER, fra=om(-10))
    regn_ut_status([hun.pk])
    actions.oppdater_kilde("registreringer", [hun.pk])
    oppgave = aapne(hun)["ADRESSE_AVVIK"]
    assert (oppgave.virksomhet.nummer, oppgave.frist) == (fabrikk.STEINKJER, om(-3))
    assert oppgave.url == f"/personer/{hun.noekkel}/"
    with kontekst(motor_kontekst()):
        hun.refresh_from_db()
    reg(som, steinkjer, hun, "vedtak-introduksjonsprogram", vedtaksdato=om(-1), startdato=om(-1))
    assert "ADRESSE_AVVIK" not in aapne(hun)
    with kontekst(motor_kontekst()):
        assert Vedtak.objects.gjeldende().filter(person=hun).count() == 2


# --- Jobben, rollene, ordene ---


def test_det_som_bygger_paa_statusen_regnes_ut_etter_den(hun: Person) -> None:
    actions.personer_endret(None)
    assert [j.parametre["kilder"] for j in Jobb.objects.filter(slag=NATT)] == [["nir"]]
    with kontekst(motor_kontekst()):
        Registreringsstatus.objects.update(
            celler={"norskmaal": {"t": "registrert", "f": None, "s": None, "g": "", "d": None}}
        )
        Oppgave.objects.filter(kilde="registreringer").update(lukket=timezone.now())
    jobb = Jobb.objects.create(slag=SLAG, tittel=SLAG, parametre={})
    loep.kjoer(jobb.pk)
    etter = Jobb.objects.get(slag=NATT, parametre={"kilder": ["registreringer"]})
    loep.kjoer(etter.pk)
    assert set(aapne(hun)) == {"KARTLEGGING_MANGLER", "INTRO_VEDTAK_FRIST"}


def test_voksenopplaeringen_har_opplaeringens_oppgaver(hun: Person, trondheim: Aktoer, som: Som) -> None:
    program(som, trondheim, hun, om(-3))
    side = les(inn(fabrikk.lag_bruker(Rolle.KOMMUNE_VOKSENOPPLAERING)), "/?fane=alle")
    assert "Utdanningsbakgrunn mangler" in side
    assert "Sluttmål mangler" not in side


def test_hver_regel_har_ord_for_alt_den_kan_si() -> None:
    for kode in (*Statusgrunn, *Utloeser):
        assert registreringsregler.ORD["grunn"](kode.value)
    for hva in Registrering:
        assert registreringsregler.ORD["hva"](hva.value)
    assert registreringsregler.ORD["siden"]("2026-02-28") == "Regnet fra 28.02.2026."


def test_hvert_skjema_en_oppgave_leder_til_finnes() -> None:
    slag = (
        {s for _k, s in regler._EGEN.values()} | set(regler._TOMAANEDERS.values()) | {"fravaer", "bosetting"}
    )
    assert slag <= set(FAKTATYPER)
    assert resolve(f"/personer/{uuid4()}/fravaer/ny/").url_name == "fakta_ny"


# --- Årsfristen ---


@pytest.mark.parametrize(
    ("dag", "finnes"),
    [
        (date(2026, 12, 31), False),
        (date(2027, 1, 1), True),
        (date(2027, 2, 28), True),
        (date(2027, 3, 28), True),
        (date(2027, 3, 29), False),
    ],
)
def test_aarsfristen_vises_fra_nyttaar_til_en_maaned_etter(dag: date, finnes: bool) -> None:
    fakta = aarsfristkilde.Aarsfakta(2026, 4, date(2027, 2, 28))
    assert [(f.frist, f.nr) for f in aarsfristkilde.finn(fakta, dag)] == [
        (date(2027, 2, 28), "2026")
    ] * finnes
    assert not list(aarsfristkilde.finn(aarsfristkilde.Aarsfakta(2026, 4, None), dag))


@pytest.mark.parametrize(
    ("i_dag", "frist"), [(date(2027, 2, 1), date(2027, 2, 28)), (date(2028, 2, 1), date(2028, 2, 29))]
)
def test_en_oppgave_for_hver_kommune_med_noe_aa_rydde(
    i_dag: date, frist: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aarsfristkilde, "_side", [])
    monkeypatch.setattr(timezone, "localdate", lambda: i_dag)
    siste = date(i_dag.year - 1, 12, 31)
    for navn, siden in (("En", siste), ("To", siste), ("Nyttår", siste + timedelta(days=1))):
        person = fabrikk.lag_person(etternavn=navn)
        with kontekst(motor_kontekst()):
            Registreringsstatus.objects.create(
                person=person, regnet=i_dag,
                celler={"norskmaal": {"t": "mangler", "f": None, "s": siden.isoformat(), "g": "", "d": None}},
            )  # fmt: skip
    assert actions.oppdater_kilde("aarsfrist").nye == 1
    (oppgave,) = oppgaver(kilde="aarsfrist")
    assert (str(oppgave.virksomhet), oppgave.frist, oppgave.verdier["antall"]) == ("Trondheim", frist, "2")
    assert oppgave.person_id is None
    assert oppgave.url == "/?fane=alle"
    aarsfristkilde.registrer_side(lambda aar: f"/aarsavslutning/{aar}/")
    actions.oppdater_kilde("aarsfrist", [oppgave.emne_id])
    assert oppgaver(kilde="aarsfrist")[0].url == f"/aarsavslutning/{i_dag.year - 1}/"
    assert actions.oppdater_kilde("aarsfrist", [0]).lukket == 0
