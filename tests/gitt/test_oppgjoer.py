"""Payments by two, report, reclaim, closing; the sums of a call are those of its cases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests.fabrikk import aktoer, lag_bruker
from tests.gitt.hjelp import (
    avgjort,
    betal,
    godkjenner,
    kontroller,
    lag_soeknad,
    lag_utlysning,
    raadgiver,
    rapporter,
    regnskap,
    soekeren,
    vedta,
    vurder,
)
from tests.tilgang.hjelp import inn
from tilskudd.gitt.actions import oppfoelging as actions
from tilskudd.gitt.actions import utlysning as utlysninger
from tilskudd.gitt.actions.vedtak import klag
from tilskudd.gitt.models import Krav, Soeknad
from tilskudd.gitt.queries.saken import Oversikt, oversikt, tilskudd_til
from tilskudd.gitt.queries.soeknader import manglende_rapporter
from tilskudd.gitt.rules.oppgjoer import kan_betales, til_tilbakebetaling

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("vedtatt", "foerste_del", "betalt", "brukt", "kan"),
    [
        (100_000, 100, 0, None, 100_000),
        (100_000, 100, 100_000, None, 0),
        (100_000, 30, 0, None, 30_000),
        (100_000, 30, 30_000, None, 0),
        (100_000, 30, 30_000, 100_000, 70_000),
        (100_000, 30, 30_000, 60_000, 30_000),
        (100_000, 30, 30_000, 20_000, 0),
        (100_000, 0, 0, None, 0),
        (100_000, 0, 0, 90_000, 90_000),
    ],
)
def test_hva_som_kan_betales(
    vedtatt: int, foerste_del: int, betalt: int, brukt: int | None, kan: int
) -> None:
    assert kan_betales(vedtatt=vedtatt, foerste_del=foerste_del, betalt=betalt, brukt=brukt) == kan


@pytest.mark.parametrize(
    ("betalt", "brukt", "krav"),
    [(50_000, 30_000, 20_000), (50_000, 50_000, 0), (50_000, None, 50_000), (0, 9, 0)],
)
def test_hva_som_kan_kreves_tilbake(betalt: int, brukt: int | None, krav: int) -> None:
    assert til_tilbakebetaling(betalt=betalt, brukt=brukt) == krav


def som(av: Aktoer) -> Any:
    return kontekst(kontekst_for(av))


def test_to_deler_og_rapport_imellom() -> None:
    """A grant in two parts: 30 % after the decision, the rest when the report is approved."""
    av, raad = soekeren(), raadgiver()
    soeknad = avgjort(lag_utlysning(utbetaling="delt", foerste_del=30), av=av)
    with som(raad):
        with pytest.raises(Regelbrudd, match=r"høyst 15.000.kr"):
            actions.registrer_utbetaling(soeknad=soeknad, beloep=15_001, av=raad)
        assert actions.hindrer_avslutning(soeknad) == ["Rapporten er ikke godkjent."]
    betal(soeknad, 15_000)
    rapporter(soeknad, av, 40_000)
    with pytest.raises(Regelbrudd, match="ikke rapporteres"):
        rapporter(soeknad, av, 40_000)
    with pytest.raises(Regelbrudd, match="Skriv hva som mangler"):
        kontroller(soeknad, godkjent=False)
    kontroller(soeknad, godkjent=False, merknad="Bilag mangler.")
    with pytest.raises(Regelbrudd, match="Ingen rapport venter"):
        kontroller(soeknad)
    rapporter(soeknad, av, 40_000)
    kontroller(soeknad)
    betal(soeknad, 25_000)
    with som(raad):
        actions.avslutt(soeknad=soeknad, versjon=soeknad.versjon, av=raad)
        assert actions.kan_betales_naa(soeknad) == 0
        assert actions.hindrer_avslutning(soeknad) == ["Søknaden er ikke avgjort."]
        utlysning = soeknad.utlysning
        utlysning.refresh_from_db()
        assert oversikt(utlysning) == Oversikt(
            ramme=500_000,
            soekt=50_000,
            innvilget=50_000,
            utbetalt=40_000,
            brukt=40_000,
            krevd=0,
            tilbakebetalt=0,
        )


@pytest.mark.parametrize("feil", ["uten fil", "mer enn tilskuddet", "mer enn kostnadene"])
def test_rapport_som_ikke_gaar_opp(feil: str) -> None:
    av = soekeren()
    soeknad = avgjort(av=av)
    brukt, kostnader = {"mer enn tilskuddet": (50_001, 90_000)}.get(feil, (50_000, 49_999))
    data = actions.Rapportdata("x", "x", 1, kostnader, brukt)
    filer = [] if feil == "uten fil" else [regnskap()]
    with som(av), pytest.raises(Regelbrudd):
        actions.rapporter(soeknad=soeknad, data=data, filer=filer, av=av)


def test_krav_om_tilbakebetaling_av_to() -> None:
    av, raad, annen, i_dag = soekeren(), raadgiver(), godkjenner(), timezone.localdate()
    soeknad = avgjort(av=av)
    betal(soeknad, 50_000)
    rapporter(soeknad, av, 30_000)
    kontroller(soeknad)
    frist = i_dag + timedelta(days=30)

    def foreslaa(**felt: Any) -> Krav:
        grunn: dict[str, Any] = {"beloep": 20_000, "grunn": "Ikke brukt.", "frist": frist}
        return actions.foreslaa_krav(soeknad=soeknad, av=raad, **(grunn | felt))

    with som(raad):
        assert "20 000 kr" in " ".join(actions.hindrer_avslutning(soeknad)).replace("\xa0", " ")
        with pytest.raises(Regelbrudd, match=r"høyst 20.000.kr"):
            foreslaa(beloep=20_001)
        with pytest.raises(Regelbrudd, match="etter i dag"):
            foreslaa(frist=i_dag)
        krav = foreslaa()
        with pytest.raises(Regelbrudd, match="alt et krav"):
            foreslaa()
        with pytest.raises(Regelbrudd, match="ikke vedtatt"):
            actions.krav_betalt(krav=krav, dato=i_dag, av=raad)
    with som(annen):
        krav.foreslaatt_av_id = annen.bruker_id
        with pytest.raises(Regelbrudd, match="foreslått kravet"):
            actions.vedta_krav(krav=krav, av=annen)
        krav = Krav.objects.select_related("soeknad__virksomhet").get()
        actions.vedta_krav(krav=krav, av=annen)
        with pytest.raises(Regelbrudd, match="er vedtatt"):
            actions.vedta_krav(krav=krav, av=annen)
        assert krav.brev is not None
        assert "20 000 kr" in krav.brev.fritekst.replace("\xa0", " ")
    with som(raad):
        assert "ikke betalt" in " ".join(actions.hindrer_avslutning(soeknad))
        with pytest.raises(Regelbrudd, match="fra vedtaket"):
            actions.krav_betalt(krav=krav, dato=i_dag + timedelta(days=1), av=raad)
        actions.krav_betalt(krav=krav, dato=i_dag, av=raad)
        sum_ = oversikt(soeknad.utlysning)
        assert (sum_.krevd, sum_.tilbakebetalt, sum_.utbetalt - sum_.brukt) == (20_000, 20_000, 20_000)
        actions.avslutt(soeknad=soeknad, versjon=soeknad.versjon, av=raad)


def test_summene_i_utlysningen_er_summen_av_sakene() -> None:
    """Three cases at different points; the page shows the same figures."""
    av, utlysning = soekeren(), lag_utlysning(ramme=200_000)
    ferdig = avgjort(utlysning, av=av)
    betal(ferdig, 50_000)
    rapporter(ferdig, av, 45_000)
    kontroller(ferdig)
    avslag = lag_soeknad(utlysning, av=av, beloep=40_000)
    vurder(avslag)
    vurder(avslag)
    vedta(avslag, utfall="avslag", beloep=0)
    venter = avgjort(utlysning, av=av)
    svar: Any = inn(lag_bruker(Rolle.TILSKUDDSRAADGIVER)).get(
        reverse("gitt:utlysning", args=[utlysning.noekkel])
    )
    sum_ = svar.context["sum"]
    assert (sum_.soekt, sum_.innvilget, sum_.igjen, sum_.utbetalt, sum_.brukt) == (
        140_000, 100_000, 100_000, 50_000, 45_000
    )  # fmt: skip
    with som(raadgiver()):
        hos: Any = tilskudd_til(venter.virksomhet)
        assert [(s.pk, s.vedtatt) for s in hos] == [(venter.pk, 50_000), (avslag.pk, 0), (ferdig.pk, 50_000)]
        assert sum(s.vedtatt for s in hos) == sum_.innvilget


def test_forkastet_utbetaling_teller_ikke() -> None:
    soeknad, raad, annen = avgjort(), raadgiver(), godkjenner()
    with som(raad):
        en = actions.registrer_utbetaling(soeknad=soeknad, beloep=50_000, av=raad)
        assert "venter på godkjenning" in " ".join(actions.hindrer_avslutning(soeknad))
        actions.forkast_utbetaling(utbetaling=en, av=raad)
        assert actions.kan_betales_naa(soeknad) == 50_000
    with som(annen):
        with pytest.raises(Regelbrudd, match="alt godkjent eller forkastet"):
            actions.godkjenn_utbetaling(utbetaling=en, av=annen)
        en.forkastet, en.registrert_av_id = False, annen.bruker_id
        with pytest.raises(Regelbrudd, match="kan ikke godkjenne"):
            actions.godkjenn_utbetaling(utbetaling=en, av=annen)


def test_hele_veien_i_nettleseren() -> None:
    """Payment, approval, report, control, reclaim, paid back, closed; and the call distributed and ended."""
    soeker = lag_bruker(Rolle.ORGANISASJON_SOEKER)
    raad, godk = inn(lag_bruker(Rolle.TILSKUDDSRAADGIVER)), inn(lag_bruker(Rolle.TILSKUDDSGODKJENNER))
    utlysning = lag_utlysning(frist=None)
    soeknad = avgjort(utlysning, av=aktoer(soeker))
    i_dag = f"{timezone.localdate():%d.%m.%Y}"

    def send(klient: Any, navn: str, data: dict[str, Any] | None = None, *arg: str) -> str:
        svar = klient.post(reverse(f"gitt:{navn}", args=[soeknad.noekkel, *arg]), data or {}, follow=True)
        return str(svar.content.decode())

    assert "Beløp" in raad.get(reverse("gitt:utbetal", args=[soeknad.noekkel])).content.decode()
    assert "venter på godkjenning av en annen" in send(raad, "utbetal", {"beloep": "50 000"})
    assert "Rollen din kan ikke" in send(raad, "gjoer", {}, "godkjenn-utbetaling")
    assert "Utbetalingen er godkjent." in send(godk, "gjoer", {}, "godkjenn-utbetaling")
    assert raad.post(reverse("gitt:gjoer", args=[soeknad.noekkel, "forkast-utbetaling"])).status_code == 404
    assert raad.post(reverse("gitt:gjoer", args=[soeknad.noekkel, "tull"])).status_code == 404
    assert raad.post(reverse("gitt:gjoer", args=[soeknad.noekkel, "vedta-krav"])).status_code == 404
    assert "Utbetalinger av tilskudd" in raad.get(reverse("gitt:utbetalinger")).content.decode()
    rapport = {
        "gjennomfoert": "Vi møttes.", "resultat": "Bra.", "deltakere": "20", "kostnader": "90000",
        "brukt": "30000", "vedlegg": regnskap(),
    }  # fmt: skip
    assert "Rapporten er sendt." in send(inn(soeker), "rapport", rapport)
    assert "Kontrollen er lagret." in send(raad, "rapportkontroll", {"godkjent": "ja"})
    frist = f"{timezone.localdate() + timedelta(days=20):%d.%m.%Y}"
    krav = {"beloep": "20000", "grunn": "Ikke brukt.", "frist": frist}
    assert "En annen vedtar det." in send(raad, "krav", krav)
    assert "Kravet om tilbakebetaling er ikke betalt." in send(raad, "gjoer", {}, "avslutt")
    assert "Kravet er vedtatt, og brevet er laget." in send(godk, "gjoer", {}, "vedta-krav")
    assert "Kravet er betalt." in send(raad, "krav", {"dato": i_dag})
    assert "Saken er avsluttet." in send(raad, "gjoer", {}, "avslutt")
    gaa = reverse("gitt:utlysning_gaa", args=[utlysning.noekkel])
    for nr, til in enumerate(("lukket", "fordelt", "avsluttet")):
        svar: Any = raad.post(gaa, {"til": til, "versjon": utlysning.versjon + nr}, follow=True)
    assert svar.context["utlysning"].tilstand == "avsluttet"


def test_utlysningen_fordeles_og_avsluttes_naar_sakene_er_ferdige() -> None:
    raad, utlysning = raadgiver(), lag_utlysning(frist=None)
    lag_soeknad(utlysning)
    avgjort(utlysning)
    with som(raad):
        utlysninger.lukk(utlysning=utlysning, versjon=utlysning.versjon, av=raad)
        with pytest.raises(Regelbrudd, match="Ikke alle søknadene"):
            utlysninger.fordel(utlysning=utlysning, versjon=utlysning.versjon, av=raad)
        with pytest.raises(Regelbrudd, match="Ikke alle sakene"):
            utlysninger.avslutt(utlysning=utlysning, versjon=utlysning.versjon, av=raad)


def test_fristene_blir_oppgaver_og_neste_soeknad_vet_om_rapporten() -> None:
    av = soekeren()
    utlysning = lag_utlysning(frist=None)
    soeknad, rapportfrist = avgjort(utlysning, av=av), utlysning.rapportfrist
    ny = lag_soeknad(av=av, send=False)

    def oppgaver() -> set[str]:
        with kontekst(motor_kontekst()):
            oppdater_kilde("gitt", [soeknad.pk])
            aapne = Oppgave.objects.filter(kilde="gitt", lukket__isnull=True)
            return set(aapne.values_list("regel", flat=True))

    assert oppgaver() == {"GITT_RAPPORT"}
    with time_machine.travel(timezone.now() + timedelta(days=401)):
        assert oppgaver() == {"GITT_RAPPORT", "GITT_RAPPORT_MANGLER"}
    with som(av):
        assert manglende_rapporter(ny, rapportfrist) == 0
        assert manglende_rapporter(ny, rapportfrist + timedelta(days=1)) == 1
    rapporter(soeknad, av, 50_000)
    assert oppgaver() == {"GITT_RAPPORTKONTROLL"}
    with som(av):
        assert manglende_rapporter(ny, rapportfrist + timedelta(days=1)) == 0


def test_klage_som_ikke_er_avgjort_hindrer_avslutning() -> None:
    av, raad = soekeren(), raadgiver()
    soeknad = avgjort(av=av)
    with som(av):
        klag(soeknad=soeknad, tekst="Uenig.", mottatt=timezone.localdate(), av=av)
    with som(raad):
        assert "En klage er ikke avgjort." in actions.hindrer_avslutning(soeknad)
        with pytest.raises(Regelbrudd, match="En klage er ikke avgjort"):
            actions.avslutt(soeknad=soeknad, versjon=soeknad.versjon, av=raad)


@pytest.mark.parametrize(
    ("sql", "hvorfor"),
    [
        ("UPDATE gitt_utbetaling SET godkjent_av_id = {meg}, godkjent = now() WHERE soeknad_id = {id}",
         "endres ikke"),
        ("UPDATE gitt_utbetaling SET forkastet = true WHERE soeknad_id = {id}", "endres ikke"),
        ("UPDATE gitt_utbetaling SET beloep = 1 WHERE soeknad_id = {id}", "permission denied"),
        ("DELETE FROM gitt_utbetaling WHERE soeknad_id = {id}", "permission denied"),
        ("INSERT INTO gitt_utbetaling"
         " (soeknad_id, nummer, beloep, konto, registrert_av_id, registrert, forkastet)"
         " VALUES ({id}, 2, 1, '1', {meg}, now(), false)", "større enn tilskuddet"),
        ("UPDATE gitt_rapport SET godkjent = false, kontrollert_av_id = {meg} WHERE soeknad_id = {id}",
         "endres ikke"),
        ("UPDATE gitt_rapport SET brukt = 1 WHERE soeknad_id = {id}", "permission denied"),
        ("INSERT INTO gitt_krav (soeknad_id, beloep, grunn, frist, foreslaatt_av_id, foreslaatt)"
         " VALUES ({id}, 50001, 'x', now(), {meg}, now())", "ikke mer enn"),
    ],
)  # fmt: skip
def test_pengene_staar_ogsaa_for_sql(sql: str, hvorfor: str) -> None:
    av, meg = soekeren(), godkjenner()
    soeknad: Soeknad = avgjort(av=av)
    betal(soeknad, 50_000)
    rapporter(soeknad, av, 50_000)
    kontroller(soeknad)
    with (
        pytest.raises(DatabaseError, match=hvorfor),
        transaction.atomic(),
        som(meg),
        connection.cursor() as peker,
    ):
        peker.execute(sql.format(id=soeknad.pk, meg=meg.bruker_id))


def test_den_som_registrerer_godkjenner_ikke_heller_med_sql() -> None:
    soeknad, meg = avgjort(), raadgiver()
    with som(meg):
        actions.registrer_utbetaling(soeknad=soeknad, beloep=50_000, av=meg)
    sql = f"UPDATE gitt_utbetaling SET godkjent_av_id = {meg.bruker_id}, godkjent = now()"
    with (
        pytest.raises(DatabaseError, match="to_personer"),
        transaction.atomic(),
        som(meg),
        connection.cursor() as peker,
    ):
        peker.execute(sql)
