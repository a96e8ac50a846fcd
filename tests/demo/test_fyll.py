"""The demo is filled once, by a job that can be taken up again, and only in a demo."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from integrering.demo import queries, utbetalinger
from integrering.demo.actions import fyll_demo, start_demo
from integrering.demo.brukere import BRUKERE, PASSORD, REGISTRATOR
from integrering.demo.eksempler import lag_alle
from integrering.demo.satser import KILDE
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.nir.models import FulltidVgo, Person, Personopplysning, Vedtak
from integrering.nir.rules import duf_kontroll_ok
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.queries import aktoer_for, aktoer_med_rolle, gyldige_roller
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev.models import Brev
from integrering.utveksling.importering.models import Import
from integrering.utveksling.meldinger.models import Samtale
from integrering.utveksling.moeter.models import Moete
from tilskudd import actions as tilskudd_actions
from tilskudd.models import Kjoering, Kjoeringstilstand, Sats, Satsstatus, Slag

pytestmark = pytest.mark.django_db
ANTALL, FAA = 400, 60


@pytest.fixture
def demo(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEMO = True
    monkeypatch.setenv("INTEGRERING_LOKAL", "1")


def kommando(*argumenter: str) -> str:
    ut = StringIO()
    call_command("demo", *argumenter, stdout=ut)
    return ut.getvalue()


def siste_kvartal() -> Kvartal:
    return Kvartal.for_dato(timezone.localdate()).forrige()


@pytest.mark.parametrize("valg", ["--start", "--fyll", "--brukere"])
@pytest.mark.parametrize(("er_demo", "lokal"), [(False, "1"), (True, "0"), (True, "")])
def test_nekter_uten_demo_eller_ved_siden_av_en_ekte_database(
    valg: str, er_demo: bool, lokal: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DEMO = er_demo
    monkeypatch.setenv("INTEGRERING_LOKAL", lokal)
    with pytest.raises(CommandError, match="innebygde databasen"):
        kommando(valg)
    assert not Bruker.objects.exists()
    assert not Jobb.objects.exists()


@pytest.mark.usefixtures("demo")
def test_start_lager_brukerne_og_en_synlig_jobb_bare_en_gang() -> None:
    assert "jobb" in kommando("--start")
    assert "allerede" in kommando("--start")
    assert start_demo() is None
    jobb = Jobb.objects.get()
    assert (jobb.tittel, jobb.tilstand, jobb.virksomhet and jobb.virksomhet.nummer) == (
        "Fyller demoen",
        Tilstand.VENTER,
        "50",
    )
    assert Bruker.objects.filter(username__in=[b.brukernavn for b in BRUKERE]).count() == len(BRUKERE)


@pytest.mark.usefixtures("demo")
def test_brukerne_kan_logge_inn_i_rollene_sine() -> None:
    kommando("--start")
    for bruker in BRUKERE:
        konto = Bruker.objects.get(username=bruker.brukernavn)
        assert konto.check_password(PASSORD)
        roller = gyldige_roller(konto.pk, timezone.localdate())
        assert sorted((Rolle(r.rolle), r.virksomhet.nummer) for r in roller) == sorted(bruker.roller)
    to = Bruker.objects.get(username="tokommuner")
    assert aktoer_for(to, None) is None  # must choose
    assert Bruker.objects.get(username="rindal").maalform == "nn"
    assert Bruker.objects.filter(is_superuser=True).get().username == "admin"
    registrator = Bruker.objects.get(username=REGISTRATOR)
    assert (registrator.is_active, registrator.has_usable_password()) == (False, False)


@pytest.mark.usefixtures("demo")
def test_tabellen_sier_hvem_og_hva_man_kan_proeve() -> None:
    tabell = kommando("--brukere")
    assert PASSORD in tabell
    for bruker in BRUKERE:
        assert bruker.brukernavn in tabell
        assert str(bruker.proev) in tabell
    assert "Orkland og Heim" in tabell


@pytest.mark.usefixtures("demo")
def test_fylt_demo() -> None:
    jobb = fyll_demo(antall=ANTALL)
    assert jobb is not None
    assert (jobb.tilstand, jobb.feil, jobb.prosent) == (Tilstand.FERDIG, "", 100)
    assert fyll_demo(antall=ANTALL) is None
    assert "allerede" in kommando("--fyll")
    with kontekst(motor_kontekst()):
        _personene()
        _satsene()
        _kjoeringene()
        _hverdagen()
    _neste_kvartal()
    _kommunen()


def _hverdagen() -> None:
    """There is something to try on every page of everyday work."""
    for modell in (Oppgave, Samtale, Moete, Brev, Import):
        assert modell._default_manager.exists(), modell


def _personene() -> None:
    dufer = list(Person.objects.values_list("duf", flat=True))
    assert len(dufer) == ANTALL
    assert all(d.startswith("2099") and duf_kontroll_ok(d) for d in dufer)
    assert not Person.objects.filter(kommune=None).exists()
    assert Person.objects.filter(skjermet=True).count() == 4
    assert Personopplysning.objects.gjeldende().count() == ANTALL
    foerste = min(Vedtak.objects.values_list("registrert", flat=True)).date()
    assert 2.5 < (timezone.localdate() - foerste).days / 365 < 3.1
    assert FulltidVgo.objects.filter(erstattet__isnull=False).exists()


def _satsene() -> None:
    eksempler = Sats.objects.filter(status=Satsstatus.EKSEMPEL)
    assert eksempler.count() == 42
    assert set(eksempler.values_list("kilde", flat=True)) == {KILDE}
    assert "ikke en sats fra IMDi" in KILDE


def _kjoeringene() -> None:
    siste = siste_kvartal()
    kjoeringer = list(Kjoering.objects.order_by("kvartal"))
    assert [(k.kvartal, k.slag) for k in kjoeringer] == [
        (siste.forrige().forrige().forrige(), Slag.AAPNING),
        (siste.forrige().forrige(), Slag.ORDINAER),
        (siste.forrige(), Slag.ORDINAER),
    ]
    assert {k.tilstand for k in kjoeringer} == {Kjoeringstilstand.GODKJENT}
    assert all(k.demo and k.antall_linjer and not k.antall_mangler for k in kjoeringer)
    hvem = set(Kjoering.objects.values_list("beregnet_av__username", "godkjent_av__username"))
    assert hvem == {("raadgiver", "godkjenner")}


def _neste_kvartal() -> None:
    """The quarter left for the user has ordinary lines, back payment and deductions."""
    raadgiver = aktoer_med_rolle("raadgiver", Rolle.TILSKUDDSRAADGIVER)
    assert raadgiver is not None
    kjoering = tilskudd_actions.beregn_kjoering(kvartal=siste_kvartal(), av=raadgiver)
    with kontekst(motor_kontekst()):
        assert set(kjoering.linjer.values_list("type", flat=True)) == {"ordinaer", "etterbetaling", "trekk"}
        fylket = kjoering.linjer.filter(mottaker__nummer="50")
        neema = fylket.filter(person__etternavn="Nordlysglød", person__fornavn="Neema")
        assert set(neema.values_list("type", flat=True)) >= {"etterbetaling"}
        omar = fylket.filter(person__etternavn="Isblomstvinge", person__fornavn="Omar")
        assert set(omar.values_list("type", flat=True)) == {"trekk"}


def _kommunen() -> None:
    """The municipality's user sees those of the table, and nobody else's."""
    skaun = aktoer_med_rolle("skaun", Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    assert skaun is not None
    with kontekst(kontekst_for(skaun)):
        navn = {str(p) for p in Person.objects.select_related("kommune")}
        assert {"Amal Måneskog", "Yonas Tåkelykt"} <= navn
        assert set(Person.objects.values_list("kommune", flat=True)) == {skaun.virksomhet_id}


@pytest.mark.usefixtures("demo")
def test_en_jobb_som_stoppet_tas_opp_igjen_uten_aa_legge_inn_noen_to_ganger(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopp(kvartal: Kvartal) -> int:
        raise Regelbrudd("Strømmen gikk")

    with monkeypatch.context() as m:
        m.setattr(utbetalinger, "godkjenn_kvartal", stopp)
        foerst = fyll_demo(antall=FAA)
    assert foerst is not None
    assert (foerst.tilstand, foerst.feil) == (Tilstand.FEILET, "Strømmen gikk")
    assert not queries.er_fylt()

    igjen = fyll_demo(antall=1)  # the first job's choices stand
    assert igjen is not None
    assert (igjen.tilstand, igjen.parametre) == (Tilstand.FERDIG, foerst.parametre)
    with kontekst(motor_kontekst()):
        assert Person.objects.count() == FAA
        assert Kjoering.objects.filter(tilstand=Kjoeringstilstand.GODKJENT).count() == 3
    assert Bruker.objects.filter(username__in=[b.brukernavn for b in BRUKERE]).count() == len(BRUKERE)
    assert lag_alle(timezone.localdate()) == 0, "ingen melding sendes to ganger"


@pytest.mark.usefixtures("demo")
def test_en_jobb_som_feiler_sies_fra_om(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("integrering.demo.utbetalinger.aktoer_med_rolle", lambda *_: None)
    with pytest.raises(CommandError, match="Demobrukeren raadgiver mangler"):
        kommando("--fyll", "--antall", "60")


@pytest.mark.usefixtures("demo")
def test_godkjente_kvartaler_roeres_ikke_igjen() -> None:
    fyll_demo(antall=FAA)
    assert utbetalinger.godkjenn_kvartal(siste_kvartal().forrige()) == 0
    assert utbetalinger.foer_aapning(siste_kvartal()) == 0


def test_de_to_kvartalene_foer_det_siste_ferdige_godkjennes() -> None:
    kvartaler = utbetalinger.kvartaler_som_godkjennes(date(2026, 11, 22))
    assert [str(k) for k in kvartaler] == ["2026K1", "2026K2"]
