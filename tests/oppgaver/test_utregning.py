"""From facts to tasks: what comes, what goes, what stands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from integrering.grunnmur.models import Jobb
from integrering.nir import actions as nir
from integrering.nir.faktatyper import VEDTAK
from integrering.nir.hendelser import MANGE, meld_endret
from integrering.nir.models import Bosted, Flyttesak, Person
from integrering.nir.rules.oppgaver import Behov
from integrering.oppgaver import actions, nirkilde, regelverk
from integrering.oppgaver.actions.fletting import Fletting
from integrering.oppgaver.actions.utregning import NATT
from integrering.oppgaver.innstillinger import lag_innstillinger
from integrering.oppgaver.models import Oppgave, Regelinnstilling
from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel, registrer_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import ARBEIDSROLLER
from tests import fabrikk
from tests.oppgaver import hjelp
from tests.oppgaver.hjelp import IDAG, aapne, en, hendelser, om, oppgaver, person, valgt

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]


# --- Registreringene ---


def test_oppgaven_kommer_og_gaar_med_registreringen(trondheim: Aktoer, som: Som) -> None:
    hun = person()
    oppgave = en(hun)
    assert (oppgave.regel, str(oppgave.virksomhet)) == ("VEDTAK_FRIST", "Trondheim")
    assert oppgave.url == f"/personer/{hun.noekkel}/vedtak/ny/"
    assert oppgave.frist is not None and oppgave.snart_fra == oppgave.frist - timedelta(days=14)
    with som(trondheim):
        rad = nir.registrer_vedtak(person=hun, vedtaksdato=IDAG, startdato=IDAG, av=trondheim)
    assert aapne(hun) == ["FULLTID_VGO_PERIODE"]
    with som(trondheim):
        nir.annuller(
            slag=VEDTAK,
            person=hun,
            registrering=rad.registrering_id,
            sett=rad.pk,
            aarsak="Feil",
            av=trondheim,
        )
    assert (en(hun).pk, hendelser(oppgave)) == (oppgave.pk, ["lukket", "aapnet_igjen"])


def test_historikken_vet_hvem_som_gjorde_oppgaven_ferdig(trondheim: Aktoer, som: Som) -> None:
    hun = person()
    oppgave = en(hun)
    with som(trondheim):
        nir.registrer_vedtak(person=hun, vedtaksdato=IDAG, startdato=IDAG, av=trondheim)
    with kontekst(motor_kontekst()):
        assert oppgave.hendelser.get().bruker_id == trondheim.bruker_id


@pytest.mark.parametrize(
    ("regel", "felt", "adresse"),
    [
        ("FULLTID_VGO_SLUTTDATO", {"til": None}, "/fulltid-videregaaende/{rad}/rett/"),
        ("FULLTID_VGO_TIMER", {"timer": 29}, "/fulltid-videregaaende/{rad}/rett/"),
        (
            "FULLTID_VGO_HOVEDANSVAR",
            {"timer": 20, "kombinasjonsklasse": True},
            "/fulltid-videregaaende/{rad}/rett/",
        ),
    ],
)
def test_oppgaven_leder_rett_til_registreringen_som_skal_rettes(
    regel: str, felt: dict[str, object], adresse: str
) -> None:
    hun = person()
    fabrikk.lag_vedtak(hun, startdato=IDAG)
    rad = fabrikk.lag_vgo(hun, **({"fra": om(-30), "til": om(200)} | felt))  # type: ignore[arg-type]
    actions.oppdater_kilde("nir", [hun.pk])
    assert en(hun).regel == regel
    assert en(hun).url == f"/personer/{hun.noekkel}{adresse.format(rad=rad.registrering_id)}"


def test_landgruppe_opplysninger_og_person_uten_kommune() -> None:
    uten_gruppe = person(landgruppe="")
    assert "/opplysninger/" in next(o.url for o in oppgaver(uten_gruppe) if o.regel == "LANDGRUPPE_MANGLER")
    with kontekst(motor_kontekst()):
        tom = Person.objects.create(duf=fabrikk.nytt_duf())
    actions.oppdater_kilde("nir", [tom.pk])
    oppgave = en(tom)
    assert (oppgave.regel, oppgave.virksomhet.nummer) == ("OPPLYSNINGER_MANGLER", "50")


def test_bosted_som_mangler_ligger_hos_fylket() -> None:
    hun = person()
    with kontekst(motor_kontekst()):
        bosted = Bosted.objects.get(person=hun)
    fabrikk.rett(bosted, annullert=True)
    actions.oppdater_kilde("nir", [hun.pk])
    assert [(o.regel, o.virksomhet.nummer) for o in oppgaver(hun, lukket__isnull=True)] == [
        ("VEDTAK_FRIST", "5001"),
        ("BOSTED_MANGLER", "50"),
    ]


def test_flytting_ligger_paa_begge_bord(trondheim: Aktoer, fylket: Aktoer, som: Som) -> None:
    hun = person()
    with kontekst(motor_kontekst()):
        sak = Flyttesak.objects.create(
            person=hun,
            til_kommune=fabrikk.virksomhet(fabrikk.STEINKJER),
            fra=IDAG,
            meldt_av_id=fylket.bruker_id,
        )
        uten = Person.objects.create(duf=fabrikk.nytt_duf())
        Flyttesak.objects.create(
            person=uten,
            til_kommune=fabrikk.virksomhet(fabrikk.STEINKJER),
            fra=IDAG,
            meldt_av_id=fylket.bruker_id,
        )
    actions.oppdater_kilde("nir", [hun.pk, uten.pk])
    saker = {o.regel: o for o in oppgaver(hun, regel__startswith="FLYTTING")}
    assert {k: o.virksomhet.nummer for k, o in saker.items()} == {
        "FLYTTING_KOMMUNE": "5001", "FLYTTING_FYLKE": "50",
    }  # fmt: skip
    assert {(o.frist, o.nr, o.url) for o in saker.values()} == {
        (om(7), str(sak.pk), f"/flyttinger/{sak.pk}/")
    }
    assert aapne(uten, regel__startswith="FLYTTING") == ["FLYTTING_FYLKE"]
    with som(trondheim):
        nir.avgjoer_flyttesak(sak=sak, bekreft=False, grunn="Bor her", av=trondheim)
    assert aapne(hun, regel__startswith="FLYTTING") == []


def test_ny_kommune_faar_sin_egen_oppgave_og_den_gamle_er_ferdig(trondheim: Aktoer, som: Som) -> None:
    hun = person()
    gammel = en(hun)
    with som(trondheim):
        actions.tildel(valgte=valgt(gammel), til=trondheim.bruker_id, av=trondheim)
    fabrikk.rett(_bosted(hun), til=om(-11))
    fabrikk.lag_bosted(hun, kommune=fabrikk.STEINKJER, fra=om(-10))
    actions.oppdater_kilde("nir", [hun.pk])
    ny = en(hun)
    assert (ny.virksomhet.nummer, ny.ansvarlig_id) == (fabrikk.STEINKJER, None)
    assert ny.pk != gammel.pk


def _bosted(hun: Person) -> Bosted:
    with kontekst(motor_kontekst()):
        return Bosted.objects.get(person=hun)


# --- Flettingen ---


def test_det_mennesker_har_gjort_staar(trondheim: Aktoer, som: Som) -> None:
    hun = person()
    with som(trondheim):
        actions.tildel(valgte=valgt(en(hun)), til=trondheim.bruker_id, av=trondheim)
        actions.sett_paa_vent(valgte=valgt(en(hun)), til=om(10), grunn="permisjon", av=trondheim)
    foer = en(hun)
    fabrikk.rett(_bosted(hun), fra=om(-100))
    actions.oppdater_kilde("nir", [hun.pk])
    etter = en(hun)
    assert (etter.pk, etter.versjon) == (foer.pk, foer.versjon)
    assert (etter.ansvarlig_id, etter.vent_til) == (trondheim.bruker_id, om(10))
    assert etter.frist is not None and foer.frist is not None and etter.frist > foer.frist


def test_bare_de_spurte_roeres_og_alle_naar_ingen_er_nevnt() -> None:
    en_, to = person(), person()
    fabrikk.lag_vedtak(en_, startdato=IDAG)
    fabrikk.lag_vedtak(to, startdato=IDAG)
    assert actions.oppdater_kilde("nir", []) == Fletting()
    assert actions.oppdater_kilde("nir", [en_.pk]) == Fletting(nye=1, lukket=1)
    assert aapne(to) == ["VEDTAK_FRIST"]
    assert actions.oppdater_kilde("nir", range(to.pk, to.pk + 1)) == Fletting(nye=1, lukket=1)
    assert actions.oppdater_kilde("nir") == Fletting()


def test_mange_flettes_som_faa(monkeypatch: pytest.MonkeyPatch) -> None:
    from integrering.oppgaver.actions import fletting

    monkeypatch.setattr(fletting, "_FAA", 1)
    folk = [fabrikk.lag_person(bosatt_fra=om(-50 - n), landgruppe="") for n in range(3)]
    assert actions.oppdater_kilde("nir") == Fletting(nye=6)
    assert {o.verdier.get("siden") for o in oppgaver()} == {
        None,
        *(om(-50 - n).isoformat() for n in range(3)),
    }
    assert actions.oppdater_kilde("nir") == Fletting()
    assert {o.person_id for o in oppgaver()} == {p.pk for p in folk}


# --- Andre kilder ---


@pytest.fixture
def kilde(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Emne, list[Forslag]]]]:
    """A source of its own, whose subjects and proposals the test sets."""
    rader: list[tuple[Emne, list[Forslag]]] = []
    monkeypatch.setattr(regelverk, "_kilder", dict(regelverk._kilder))

    def les(ider: Collection[int] | None) -> Iterator[tuple[Emne, list[Forslag]]]:
        yield from (rad for rad in rader if ider is None or rad[0].id in ider)

    regel: Oppgaveregel[list[Forslag]] = Oppgaveregel(
        kode="PROEVE", tittel="Prøve", hvorfor="Fordi %(hva)s.", handling="Gjør det", hjemmel="§ 1",
        roller=ARBEIDSROLLER, finn=lambda fakta, _dag: fakta, snart_dager=3,
    )  # fmt: skip
    registrer_kilde(Oppgavekilde("proeve", les, (regel,)))
    yield rader


def test_en_annen_kilde_med_tekst_ansvarlig_og_flere_om_det_samme(
    kilde: list[tuple[Emne, list[Forslag]]], trondheim: Aktoer
) -> None:
    emne = Emne(7, trondheim.virksomhet_id, url="/om/", tekst="Møte 7", ansvarlig_id=trondheim.bruker_id)
    kilde.append((emne, [Forslag(None, nr="a"), Forslag(om(2), nr="b", url="/hjelp/")]))
    assert actions.oppdater_kilde("proeve", [7]) == Fletting(nye=2)
    a, b = sorted(oppgaver(kilde="proeve"), key=lambda o: o.nr)
    assert (a.frist, a.snart_fra, a.url, a.tekst) == (None, None, "/om/", "Møte 7")
    assert (b.frist, b.snart_fra, b.url, b.ansvarlig_id) == (om(2), om(-1), "/hjelp/", trondheim.bruker_id)
    kilde[0] = (replace(emne, tekst="Nytt navn"), [Forslag(om(2), nr="b")])
    assert actions.oppdater_kilde("proeve") == Fletting(lukket=1)
    assert oppgaver(kilde="proeve", lukket__isnull=True)[0].tekst == "Nytt navn"
    kilde.clear()
    assert actions.oppdater_kilde("proeve", [7]) == Fletting(lukket=1)
    assert actions.oppdater_kilde("proeve", [7]) == Fletting()


# --- Innstillinger ---


def test_regelen_kan_slaas_av_og_dagene_endres() -> None:
    hun = person()
    foer = en(hun).frist
    assert foer is not None
    with kontekst(motor_kontekst()):
        innstilling = Regelinnstilling.objects.filter(kode="VEDTAK_FRIST")
        assert innstilling.get().snart_dager == 14, "lagt inn av migreringen"
    _sett("VEDTAK_FRIST", snart_dager=30, frist_dager=-7)
    actions.oppdater_kilde("nir")
    assert (en(hun).frist, en(hun).snart_fra) == (foer - timedelta(days=7), foer - timedelta(days=37))
    _sett("VEDTAK_FRIST", aktiv=False)
    actions.oppdater_kilde("nir")
    assert aapne(hun) == []


def test_uten_regler_i_bruk_leses_ingenting(kilde: list[tuple[Emne, list[Forslag]]], fylket: Aktoer) -> None:
    kilde.append((Emne(1, fylket.virksomhet_id), [Forslag(IDAG)]))
    assert actions.oppdater_kilde("proeve") == Fletting(nye=1), "en regel uten innstilling er i bruk"
    with kontekst(motor_kontekst()):
        Regelinnstilling.objects.create(kode="PROEVE", aktiv=False)
    assert actions.oppdater_kilde("proeve") == Fletting(lukket=1)


def _sett(kode: str, **felt: object) -> None:
    from integrering.tilgang.kontekst import Kontekst
    from integrering.tilgang.roller import DbRolle

    with kontekst(Kontekst(DbRolle.FYLKE)):
        assert Regelinnstilling.objects.filter(kode=kode).update(**felt)


def test_nye_regler_faar_innstilling_og_gamle_beholder_sin(kilde: list[tuple[Emne, list[Forslag]]]) -> None:
    _sett("VEDTAK_FRIST", snart_dager=30)
    with kontekst(motor_kontekst()):
        lag_innstillinger(using="default")
        assert Regelinnstilling.objects.get(kode="PROEVE").snart_dager == 3
        assert Regelinnstilling.objects.get(kode="VEDTAK_FRIST").snart_dager == 30


# --- Når svært mange endres ---


def test_svaert_mange_regnes_ut_i_bakgrunnen(motor: None) -> None:
    meld_endret(range(MANGE + 1))
    meld_endret(None)
    jobber = Jobb.objects.filter(slag=NATT, parametre={"kilder": ["nir"]})
    assert [j.noekkel for j in jobber] == ["", ""]
    assert not Oppgave.objects.exists()


def test_reglenes_tekster_er_hele() -> None:
    """Every value the sentence names is given by its rule."""
    hun = person()
    fabrikk.lag_vgo(hun, fra=om(-30), til=None, timer=29)
    actions.oppdater_kilde("nir", [hun.pk])
    from integrering.oppgaver import tekster

    for oppgave in oppgaver():
        tekst = tekster.hvorfor(oppgave)
        assert "  " not in tekst and "%" not in tekst and " ." not in tekst, tekst
    koder = {r.kode for r in nirkilde.REGLER}
    assert {b.value for b in Behov} < koder
    assert timezone.localdate() == hjelp.IDAG
    assert isinstance(IDAG, date)
