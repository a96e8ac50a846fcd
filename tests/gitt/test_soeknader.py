"""Applications: written in steps by the organisation, sent with a receipt, completed, withdrawn, checked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from tests.fabrikk import aktoer, lag_aktoer, lag_bruker
from tests.gitt.hjelp import (
    KONTO,
    felter,
    fyll,
    lag_soeknad,
    lag_utlysning,
    raadgiver,
    regnskap,
    soekeren,
)
from tests.tilgang.hjelp import inn
from tilskudd.gitt.actions import behandling
from tilskudd.gitt.actions import soeknad as actions
from tilskudd.gitt.actions import utlysning as utlysninger
from tilskudd.gitt.actions.soeknad import Linje
from tilskudd.gitt.models import Soeknad, Utlysning
from tilskudd.gitt.rules.konto import er_kontonummer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("nummer", "svar"), [(KONTO, True), ("12345678910", False), ("1234567891", False), ("1234567891a", False)]
)
def test_kontonummer(nummer: str, svar: bool) -> None:
    assert er_kontonummer(nummer) is svar


def test_fra_utlysning_til_kvittering_i_nettleseren() -> None:
    """The way of an organisation: every step is saved, and what is missing is said before it is sent."""
    utlysning, bruker = lag_utlysning(krever_demokrati=True), lag_bruker(Rolle.ORGANISASJON_SOEKER)
    klient, i_dag = inn(bruker), timezone.localdate()
    assert "Prøvetilskudd" in klient.get(reverse("gitt:mine")).content.decode()
    svar: Any = klient.post(reverse("gitt:begynn", args=[utlysning.noekkel]), follow=True)
    soeknad: Soeknad = svar.context["soeknad"]

    def steg(navn: str, **felt: Any) -> Any:
        versjon = klient.get(url(navn)).context["soeknad"].versjon
        return klient.post(url(navn), {"versjon": versjon, **felt}, follow=True)

    def url(navn: str) -> str:
        return reverse("gitt:steg", args=[soeknad.noekkel, navn])

    huller = klient.get(url("send")).content.decode()
    assert "Fyll ut «kontaktperson»" not in huller  # known from who is logged in
    assert "Fyll ut «kontonummer»." in huller
    svar = steg("om-dere", kontakt_navn="Kari", kontakt_epost="k@example.org", kontonummer="1234.56.78910")
    assert svar.status_code == 422
    assert "Kontonummeret er feil." in svar.content.decode()
    steg(
        "om-dere", kontakt_navn="Kari", kontakt_epost="k@example.org", kontonummer="1234.56.78911",
        demokratisk="ja", medlemmer="40",
    )  # fmt: skip
    svar = steg(
        "tiltaket", tittel="Språkkafé", beskrivelse="Vi snakker.", start=f"{i_dag:%d.%m.%Y}",
        slutt=f"{i_dag:%d.%m.%Y}", bli="bli",
    )  # fmt: skip
    assert svar.context["naa_steg"] == "tiltaket"
    svar = steg("budsjett", kslag_1="aktivitet", ktekst_1="Lokaler", beloep="50 000")
    assert "Skriv beløpet på linjen, eller tøm den." in svar.content.decode()
    svar = steg("budsjett", ktekst_1="Lokaler", kbeloep_1="100 000")
    assert "Velg slag på linjen." in svar.content.decode()
    steg(
        "budsjett", kslag_1="aktivitet", ktekst_1="Lokaler", kbeloep_1="100 000", islag_1="stat",
        itekst_1="IMDi", ibeloep_1="50 000", beloep="50 000",
    )  # fmt: skip
    svar = klient.get(url("budsjett"))
    assert 'value="IMDi"' in svar.content.decode()
    assert "Siste årsregnskap" in klient.get(url("vedlegg")).content.decode()
    for _gang in range(2):
        klient.post(url("vedlegg"), {"krav": "aarsregnskap", "vedlegg": regnskap()})
    ferdig = klient.get(url("send"))
    assert ferdig.context["huller"] == []
    slett = reverse(
        "gitt:vedlegg_slett", args=[soeknad.noekkel, ferdig.context["vedlegg"][1].vedlegg.noekkel]
    )
    assert klient.get(slett).status_code == 200
    klient.post(slett)
    svar = klient.post(url("send"), {"versjon": ferdig.context["soeknad"].versjon}, follow=True)
    side = svar.content.decode()
    assert "Kvittering nr." in side
    assert klient.get(url("tiltaket")).status_code == 302
    assert klient.get(slett).status_code == 404
    assert "regnskap.txt" in side
    # sent twice from another tab
    assert klient.post(url("send"), {"versjon": 1}).status_code == 302


def test_t19_og_t20_i_en_soeknad() -> None:
    """T19: 250 000 of 400 000 is over half, and is set aside with a reason. T20: 19 999 is refused."""
    av, raad = soekeren(), raadgiver()
    soeknad = lag_soeknad(av=av, beloep=250_000, kostnader=400_000)
    with kontekst(kontekst_for(raad)):
        behandling.fravik(soeknad=soeknad, kontroll="andel", grunn="Ny møteplass i distriktet.", av=raad)
        with pytest.raises(Regelbrudd, match="allerede"):
            behandling.fravik(soeknad=soeknad, kontroll="andel", grunn="En gang til.", av=raad)
        with pytest.raises(Regelbrudd, match="lar ikke"):
            behandling.fravik(soeknad=soeknad, kontroll="minst", grunn="Nei.", av=raad)
    with kontekst(kontekst_for(av)):
        liten = actions.begynn(utlysning=lag_utlysning(), av=av)
        fyll(liten, av, beloep=19_999)
        with pytest.raises(Regelbrudd, match="Ikke under minste beløp"):
            actions.send(soeknad=liten, versjon=liten.versjon, av=av)
        linjer = [Linje("kostnad", "Lokaler", 40_000, "aktivitet"), Linje("egen", "Egne", 20_000)]
        actions.lagre_budsjett(soeknad=liten, versjon=liten.versjon, beloep=20_000, linjer=linjer, av=av)
        assert actions.send(soeknad=liten, versjon=liten.versjon, av=av).innhold["beloep"] == 20_000


def test_siden_til_fylket_viser_krav_tall_og_andre_tilskudd() -> None:
    av = soekeren()
    tidligere = lag_soeknad(av=av, tittel="Fjorårets tiltak")
    soeknad = lag_soeknad(av=av, beloep=250_000, kostnader=400_000)
    klient = inn(lag_bruker(Rolle.TILSKUDDSRAADGIVER))
    url = reverse("gitt:soeknad", args=[soeknad.noekkel])
    side = klient.get(url).content.decode().replace("\xa0", " ")
    assert "Høyst 50 prosent av 400 000 kr er 200 000 kr." in side
    assert "Fjorårets tiltak" in side
    assert tidligere.pk
    fravik = reverse("gitt:fravik", args=[soeknad.noekkel, "andel"])
    assert klient.get(fravik).status_code == 200
    assert klient.post(fravik, {"grunn": ""}).status_code == 422
    assert "Fraveket av" in klient.post(fravik, {"grunn": "Viktig."}, follow=True).content.decode()
    assert klient.get(reverse("gitt:fravik", args=[soeknad.noekkel, "frist"])).status_code == 404
    oppslag = reverse("gitt:oppslag", args=[soeknad.noekkel])
    i_dag, i_morgen = timezone.localdate(), timezone.localdate() + timedelta(days=1)
    svar = {"registrert": "ja", "hvor": "brreg.no", "dato": f"{i_morgen:%d.%m.%Y}"}
    assert klient.post(oppslag, svar).status_code == 422
    side = klient.post(oppslag, svar | {"dato": f"{i_dag:%d.%m.%Y}"}, follow=True).content.decode()
    assert "brreg.no" in side


def test_for_sent_gir_grunnen() -> None:
    av = soekeren()
    utlysning = lag_utlysning()
    soeknad = lag_soeknad(utlysning, av=av, send=False)
    assert utlysning.frist
    with time_machine.travel(timezone.now() + timedelta(days=31)), kontekst(kontekst_for(av)):
        with pytest.raises(Regelbrudd, match=f"fristen var {utlysning.frist:%d.%m.%Y}"):
            actions.send(soeknad=soeknad, versjon=soeknad.versjon, av=av)
        with pytest.raises(Regelbrudd, match="kan ikke søke"):
            actions.begynn(utlysning=utlysning, av=av)


def test_en_lukket_utlysning_tar_ikke_imot() -> None:
    av, raad, utlysning = soekeren(), raadgiver(), lag_utlysning(frist=None)
    soeknad = lag_soeknad(utlysning, av=av, send=False)
    with kontekst(kontekst_for(raad)):
        utlysninger.lukk(utlysning=utlysning, versjon=utlysning.versjon, av=raad)
    with kontekst(kontekst_for(av)), pytest.raises(Regelbrudd, match="tar ikke imot søknader nå"):
        actions.send(soeknad=soeknad, versjon=soeknad.versjon, av=av)


def test_komplettering_gir_ny_innsending_og_beholder_dagen() -> None:
    av, raad = soekeren(), raadgiver()
    soeknad = lag_soeknad(av=av)
    sendt, i_dag = soeknad.sendt, timezone.localdate()
    with kontekst(kontekst_for(raad)):
        with pytest.raises(Regelbrudd, match="etter i dag"):
            behandling.be_om_mer(soeknad=soeknad, versjon=soeknad.versjon, hva="Mer", frist=i_dag, av=raad)
        frist = i_dag + timedelta(days=7)
        behandling.be_om_mer(soeknad=soeknad, versjon=soeknad.versjon, hva="Mer", frist=frist, av=raad)
        with pytest.raises(Regelbrudd, match="sendt og ikke avgjort"):
            behandling.be_om_mer(soeknad=soeknad, versjon=soeknad.versjon, hva="Mer", frist=frist, av=raad)
        with pytest.raises(Regelbrudd, match="ikke til behandling"):
            behandling.fravik(soeknad=soeknad, kontroll="andel", grunn="x", av=raad)
    with kontekst(kontekst_for(av)):
        actions.lagre(soeknad=soeknad, versjon=soeknad.versjon, felter=felter(tittel="Ny"), av=av)
        kvittering = actions.send(soeknad=soeknad, versjon=soeknad.versjon, av=av)
        assert (kvittering.nummer, kvittering.innhold["tittel"]) == (2, "Ny")
    assert soeknad.sendt == sendt


def test_uten_komplettering_behandles_den_som_den_ble_sendt() -> None:
    raad, soeknad = raadgiver(), lag_soeknad()
    frist = timezone.localdate() + timedelta(days=7)
    with kontekst(kontekst_for(raad)):
        behandling.be_om_mer(soeknad=soeknad, versjon=soeknad.versjon, hva="Mer", frist=frist, av=raad)
        with pytest.raises(Regelbrudd, match="fortsatt frist"):
            behandling.ta_tilbake(soeknad=soeknad, versjon=soeknad.versjon, av=raad)
        with time_machine.travel(timezone.now() + timedelta(days=8)):
            behandling.ta_tilbake(soeknad=soeknad, versjon=soeknad.versjon, av=raad)
    assert soeknad.tilstand == "sendt"


def test_be_om_mer_i_nettleseren() -> None:
    soeknad, bruker = lag_soeknad(), lag_bruker(Rolle.TILSKUDDSRAADGIVER)
    klient, frist = inn(bruker), timezone.localdate() + timedelta(days=7)
    url = reverse("gitt:be_om_mer", args=[soeknad.noekkel])
    svar = klient.get(url)
    data = {"versjon": soeknad.versjon, "hva": "Vi mangler årsmeldingen.", "frist": f"{frist:%d.%m.%Y}"}
    svar = klient.post(url, data, follow=True)
    assert "Vi mangler årsmeldingen." in svar.content.decode()
    svar = klient.post(reverse("gitt:ta_tilbake", args=[soeknad.noekkel]), follow=True)
    assert "fortsatt frist" in svar.content.decode()
    assert klient.get(reverse("gitt:soeknader")).status_code == 200


def test_trekk_soeknaden() -> None:
    bruker = lag_bruker(Rolle.ORGANISASJON_SOEKER)
    soeknad = lag_soeknad(av=aktoer(bruker))
    klient, url = inn(bruker), reverse("gitt:trekk", args=[soeknad.noekkel])
    assert klient.get(url).status_code == 200
    svar = klient.post(url, {"versjon": soeknad.versjon, "grunn": "Vi rekker det ikke."}, follow=True)
    assert "Vi rekker det ikke." in svar.content.decode()
    assert klient.post(url, {"versjon": soeknad.versjon + 1}).status_code == 422


def test_to_utkast_paa_samme_utlysning_er_ett_og_det_kjente_er_med() -> None:
    av = soekeren()
    forrige = lag_soeknad(av=av)
    with kontekst(kontekst_for(av)):
        utlysning = lag_utlysning()
        ny = actions.begynn(utlysning=utlysning, av=av)
        assert actions.begynn(utlysning=utlysning, av=av) == ny
    assert ny.kontonummer == forrige.kontonummer


def test_det_som_er_galt_mens_en_skriver() -> None:
    av, i_dag = soekeren(), timezone.localdate()
    soeknad = lag_soeknad(av=av, send=False)
    annen = lag_aktoer(Rolle.SKOLEKONTAKT)
    feil = felter(slutt=i_dag - timedelta(days=1))
    with kontekst(kontekst_for(av)):
        with pytest.raises(Regelbrudd, match="før oppstart"):
            actions.lagre(soeknad=soeknad, versjon=soeknad.versjon, felter=feil, av=av)
        with pytest.raises(Regelbrudd, match="Velg hva vedlegget er"):
            actions.legg_ved(soeknad=soeknad, krav="tull", filer=[], av=av)
        with pytest.raises(Regelbrudd, match="annen virksomhet"):
            actions.lagre(soeknad=soeknad, versjon=soeknad.versjon, felter=felter(), av=annen)
        actions.send(soeknad=soeknad, versjon=soeknad.versjon, av=av)
        with pytest.raises(Regelbrudd, match="kan ikke endres"):
            actions.lagre(soeknad=soeknad, versjon=soeknad.versjon, felter=felter(), av=av)


@pytest.mark.parametrize("rolle", [Rolle.SKOLEKONTAKT, Rolle.KOMMUNE_VOKSENOPPLAERING])
def test_skoler_og_kommuner_soeker_ogsaa(rolle: Rolle) -> None:
    """Jobbsjansen del B; what is asked of organisations is not asked of them."""
    utlysning = lag_utlysning(
        kode="jobbsjansen-del-b", soekere=["skole", "kommune"], krever_register=True, krever_demokrati=True
    )
    soeknad = lag_soeknad(utlysning, av=soekeren(rolle))
    assert soeknad.tilstand == "sendt"
    bruker = lag_bruker(rolle)
    side = inn(bruker).get(reverse("gitt:soeknad", args=[soeknad.noekkel])).content.decode()
    assert "Frivillighetsregisteret" not in side


def test_ingen_andre_ser_soeknaden() -> None:
    """An applicant sees its own; the county sees what is sent."""
    utkast = lag_soeknad(send=False)
    sendt = lag_soeknad()
    egen, skole, fylke = soekeren(), lag_aktoer(Rolle.SKOLEKONTAKT), raadgiver()

    def ser(av: Aktoer) -> set[Soeknad]:
        with kontekst(kontekst_for(av)):
            return set(Soeknad.objects.all())

    assert ser(egen) == {utkast, sendt}
    assert ser(skole) == set()
    assert ser(fylke) == {sendt}


@pytest.mark.parametrize(
    ("sql", "hvem"),
    [
        ("UPDATE gitt_soeknad SET beloep = 1, endret_av_id = {meg} WHERE id = {id}", "soeker"),
        ("UPDATE gitt_soeknad SET tilstand = 'avgjort', endret_av_id = {meg} WHERE id = {id}", "soeker"),
        ("UPDATE gitt_soeknad SET tilstand = 'utkast', endret_av_id = {meg} WHERE id = {id}", "soeker"),
        ("DELETE FROM gitt_soeknad WHERE id = {id}", "soeker"),
        ("UPDATE gitt_innsending SET innhold = '{{}}' WHERE soeknad_id = {id}", "soeker"),
        ("INSERT INTO gitt_budsjettlinje (soeknad_id, nummer, slag, kostnad, tekst, beloep)"
         " VALUES ({id}, 9, 'egen', '', 'x', 1)", "soeker"),
        ("UPDATE gitt_soeknad SET tittel = 'x' WHERE id = {id}", "fylke"),
        ("UPDATE gitt_soeknad SET tilstand = 'trukket' WHERE id = {id}", "fylke"),
        ("DELETE FROM gitt_logglinje WHERE soeknad_id = {id}", "fylke"),
        ("INSERT INTO gitt_fravik (soeknad_id, kontroll, grunn, av_id, tid)"
         " VALUES ({id}, 'minst', 'x', {annen}, now())", "fylke"),
    ],
)  # fmt: skip
def test_det_som_er_sendt_staar_ogsaa_for_sql(sql: str, hvem: str) -> None:
    av = soekeren()
    soeknad = lag_soeknad(av=av)
    utfoerer = av if hvem == "soeker" else raadgiver()
    tekst = sql.format(id=soeknad.pk, meg=utfoerer.bruker_id, annen=av.bruker_id)
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        kontekst(kontekst_for(utfoerer)),
        connection.cursor() as peker,
    ):
        peker.execute(tekst)


def test_utlysning_uten_soeknad_av_den_som_ikke_kan() -> None:
    klient = inn(lag_bruker(Rolle.SKOLEKONTAKT))
    utlysning: Utlysning = lag_utlysning()
    svar = klient.post(reverse("gitt:begynn", args=[utlysning.noekkel]), follow=True)
    assert "Dere kan ikke søke på denne utlysningen nå." in svar.content.decode()
    assert klient.get(reverse("gitt:utlysninger")).status_code == 302


def test_ukjente_adresser_finnes_ikke() -> None:
    bruker = lag_bruker(Rolle.ORGANISASJON_SOEKER)
    soeknad = lag_soeknad(av=aktoer(bruker), send=False)
    klient: Client = inn(bruker)
    assert klient.get(reverse("gitt:steg", args=[soeknad.noekkel, "tull"])).status_code == 404
    assert klient.post(reverse("gitt:steg", args=[soeknad.noekkel, "send"]), {}).status_code == 404
