"""The recommendation: calculated, explained, approved by another, locked, revised."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from bosetting import actions
from bosetting.kodeverk import Indikator, Rundetilstand
from bosetting.models import Anbefaling, Beregning, Grunnlagstall, Kriterium, Runde, RundeKommune
from bosetting.queries.anbefaling import anbefalingene, til_kontroll, uten_begrunnelse
from bosetting.queries.regnegrunnlag import kommuneradene, regnegrunnlag
from bosetting.queries.svar import siste_svar
from bosetting.rules.anbefaling import Anbefalt, i_rammen, trenger_grunn, uten_grunn
from bosetting.rules.grunnlag import Kommunegrunnlag
from bosetting.rules.lagring import fra_verdier, svaret
from bosetting.rules.modell import beregn as regn_ut
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.roller import Rolle
from tests.bosetting.hjelp import (
    begrunn_alle,
    beregn,
    lag_anbefalt,
    lag_kriterium,
    lag_runde,
    rundedata,
    saksbehandler,
    sett_kommune,
    som,
    svar,
)
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


def _inndata(runde: Runde) -> tuple[Kommunegrunnlag, ...]:
    return regnegrunnlag(runde, kommuneradene(runde)).kommuner


@pytest.mark.parametrize(
    ("antall", "forrige", "ventet"),
    [(10, None, False), (12, 10, False), (13, 10, True), (7, 10, True), (1, 0, True), (0, 0, False)],
)
def test_en_stor_endring_trenger_grunn(antall: int, forrige: int | None, ventet: bool) -> None:
    assert trenger_grunn(antall, forrige) is ventet


def test_rammen_og_hvem_som_mangler_grunn() -> None:
    rader = [Anbefalt("A", 30, 2, 10, False), Anbefalt("B", 20, 0, 10, True), Anbefalt("C", 10, 0, 10, False)]
    assert uten_grunn(rader) == ["A"]
    assert i_rammen(rader, 60, 2) and not i_rammen(rader, 61, 2) and not i_rammen(rader, 60, 3)


def test_beregningen_fordeler_rammen_og_kan_gjoeres_om_igjen() -> None:
    runde = lag_runde(tilstand="dialog")
    lag_kriterium(runde, indikatorer=[Indikator.KAPASITET], vekt=Decimal("0.20"))
    sett_kommune(runde, TRONDHEIM, laas=100, laas_grunn="Avtalt")
    sett_kommune(runde, STEINKJER, spurt=False, spurt_grunn="Pause")
    svar(runde, "5007", antall=12, em_under_15=0, em_15_18=0)
    beregning = beregn(runde)
    with som(saksbehandler()):
        tall = {a.kommune.nummer: a for a in Anbefaling.objects.select_related("kommune")}
        assert sum(a.antall for a in tall.values()) == 600 and sum(a.em for a in tall.values()) == 20
        assert (tall[TRONDHEIM].antall, tall[TRONDHEIM].grense) == (100, "laas")
        assert tall[STEINKJER].antall == 0
        assert (tall["5007"].antall, tall["5007"].em, tall["5007"].grense) == (12, 0, "oenske")
        assert str(tall[TRONDHEIM]) == "Trondheim: 100"
        lagret = Beregning.objects.get()
        assert str(lagret) == f"1 {lagret.avtrykk[:12]}"
        assert svaret(regn_ut(*fra_verdier(lagret.inndata))) == lagret.svar
        assert _inndata(runde)[0].z == {"k1": None}
    assert beregn(runde) == beregning
    sett_kommune(runde, TRONDHEIM, laas=90, laas_grunn="Ny avtale")
    assert beregn(runde).nr == 2


def test_det_fylket_legger_inn_gaar_foran_kommunens_svar() -> None:
    runde = lag_runde(tilstand="dialog")
    svar(runde, antall=40, em_under_15=1, em_15_18=2)
    sett_kommune(runde, STEINKJER, saerskilt_minst=4, saerskilt="Få boliger", em_15_18=3)
    sett_kommune(runde, "5007", oenske_min=20, oenske_max=25, kapasitet=30)
    with som(saksbehandler()):
        rader = {k.nummer: k for k in _inndata(runde)}
    assert (rader[TRONDHEIM].oenske_hoeyst, rader[TRONDHEIM].em_hoeyst, rader[TRONDHEIM].minst) == (
        40,
        3,
        None,
    )
    assert (rader[STEINKJER].minst, rader[STEINKJER].em_hoeyst) == (4, 3)
    namsos = rader["5007"]
    assert (namsos.minst, namsos.oenske_hoeyst, namsos.hoeyst) == (20, 25, 30)
    assert rader[TRONDHEIM].forrige == 450 and rader[TRONDHEIM].folketall > 200_000


def test_et_kriterium_der_hoeyt_taler_for_faerre_snus() -> None:
    runde = lag_runde(tilstand="dialog")
    lag_kriterium(runde, indikatorer=[Indikator.KAPASITET, Indikator.INNVANDRERE], motsatt=True)
    with som(saksbehandler()):
        kommuner = [rk.kommune_id for rk in RundeKommune.objects.filter(runde=runde).order_by("pk")[:3]]
        for pk, verdi in zip(kommuner, (10, 12, 14), strict=True):
            Grunnlagstall.objects.create(
                runde=runde,
                kommune_id=pk,
                indikator="innvandrere_andel",
                verdi=verdi,
                merke="verdi",
                kilde="SSB",
            )
        Grunnlagstall.objects.create(
            runde=runde, kommune_id=kommuner[0], indikator="kapasitet", verdi=5, merke="verdi", kilde="Fylket"
        )
        z = [k.z["k1"] for k in sorted(_inndata(runde), key=lambda k: k.nummer)]
    assert sorted((float(v) for v in z if v is not None), reverse=True) == [0.0, 0.0, -1.0]


@pytest.mark.parametrize(
    ("ramme", "em", "hva"),
    [
        (None, 0, "ingen ramme"),
        (100, 0, "De minste tallene er til sammen 280 personer mer enn rammen. Sett rammen til 380"),
        (5000, 0, "det mangler plass til 1\N{NO-BREAK SPACE}200 personer"),
        (600, 60, "Det mangler plass til 22 enslige mindreårige"),
    ],
)
def test_det_som_ikke_gaar_opp_stanser_med_hvor_mye(ramme: int | None, em: int, hva: str) -> None:
    runde = lag_runde(tilstand="dialog", ramme=ramme, em_ramme=em)
    with som(saksbehandler()) as av:
        RundeKommune.objects.filter(runde=runde).update(kapasitet=100, em_15_18=1, endret_av_id=av.bruker_id)
    with pytest.raises(Regelbrudd, match=hva):
        beregn(runde)


def test_forutsetninger_som_ikke_gir_noe_stanser() -> None:
    runde = lag_runde(tilstand="dialog")
    with som(saksbehandler()):
        Grunnlagstall.objects.filter(runde=runde, indikator="folketall").update(verdi=None, merke="mangler")
    with pytest.raises(Regelbrudd, match="ingen beregning"):
        beregn(runde)


def test_to_personer_og_saa_er_alt_laast() -> None:
    runde = lag_runde(tilstand="dialog")
    with som(saksbehandler()) as av:
        runde.refresh_from_db()
        with pytest.raises(Regelbrudd, match="Beregn på nytt"):
            actions.send_til_godkjenning(runde=runde, versjon=runde.versjon, av=av)
    beregn(runde)
    foreslaar = saksbehandler()
    with som(foreslaar) as av:
        with pytest.raises(Regelbrudd, match="Skriv en begrunnelse der"):
            actions.send_til_godkjenning(runde=runde, versjon=runde.versjon, av=av)
        begrunn_alle(runde)
        with pytest.raises(IkkeTilgang):
            actions.godkjenn(runde=runde, versjon=runde.versjon, av=av)
    with som(foreslaar) as av:
        actions.send_til_godkjenning(runde=runde, versjon=runde.versjon, av=av)
        oppgaver = Oppgave.objects.filter(regel="BOSETTING_GODKJENN", lukket__isnull=True)
        assert oppgaver.count() == 1
        with pytest.raises(Regelbrudd, match="låst"):
            actions.beregn_runden(runde=runde, av=av)
    with som(lag_aktoer(Rolle.BOSETTINGSGODKJENNER)) as av:
        actions.send_tilbake(runde=runde, versjon=runde.versjon, grunn="Se over Frøya", av=av)
        assert (runde.tilstand, runde.foreslaatt_av_id) == ("dialog", None)
        with pytest.raises(Regelbrudd, match="ikke til godkjenning"):
            actions.send_tilbake(runde=runde, versjon=runde.versjon, grunn="Igjen", av=av)
    with som(foreslaar) as av:
        actions.send_til_godkjenning(runde=runde, versjon=runde.versjon, av=av)
        with pytest.raises(Regelbrudd) as brudd:
            actions.send_tilbake(runde=runde, versjon=runde.versjon, grunn=" ", av=av)
        assert list(brudd.value.meldinger) == ["grunn"]
        with pytest.raises(Regelbrudd, match="ikke godkjent"):
            actions.gaa_videre(runde=runde, versjon=runde.versjon, til=Rundetilstand.SENDT, av=av)
    with som(lag_aktoer(Rolle.BOSETTINGSGODKJENNER)) as av:
        actions.godkjenn(runde=runde, versjon=runde.versjon, av=av)
        assert runde.laast and oppgaver.count() == 0
        logg = [h.til for h in runde.hendelser.order_by("pk")]
    assert logg == ["utkast", "dialog", "godkjenning", "dialog", "godkjenning", "anbefalt"]


def test_tall_som_er_endret_forbi_beregningen_sendes_ikke() -> None:
    runde = lag_runde(tilstand="dialog")
    beregn(runde)
    begrunn_alle(runde)
    with som(saksbehandler()) as av:
        rader = Anbefaling.objects.filter(runde=runde, kommune__nummer=TRONDHEIM)
        rader.update(antall=1, em=0, endret_av_id=av.bruker_id)
        runde.refresh_from_db()
        with pytest.raises(Regelbrudd, match="ikke til sammen det som står i rammen"):
            actions.send_til_godkjenning(runde=runde, versjon=runde.versjon, av=av)


def test_den_som_sendte_godkjenner_aldri() -> None:
    """Also one who has both roles, and also past the actions."""
    runde = lag_anbefalt(til="godkjenning")
    with som(saksbehandler()):
        foreslaatt_av = runde.foreslaatt_av_id
    godkjenner = lag_aktoer(Rolle.BOSETTINGSGODKJENNER)
    samme = type(godkjenner)(**(vars(godkjenner) | {"bruker_id": foreslaatt_av}))
    with som(samme), pytest.raises(Regelbrudd, match="En annen må godkjenne"):
        actions.godkjenn(runde=runde, versjon=runde.versjon, av=samme)
    with som(samme), pytest.raises(IntegrityError), transaction.atomic():
        Runde.objects.filter(pk=runde.pk).update(
            tilstand="anbefalt", godkjent_av_id=foreslaatt_av, godkjent=runde.foreslaatt,
            endret_av_id=foreslaatt_av,
        )  # fmt: skip


@pytest.mark.parametrize("modell", [RundeKommune, Kriterium, Anbefaling, Runde])
def test_databasen_laaser_alt_i_en_anbefalt_runde(modell: Any) -> None:
    runde = lag_runde(tilstand="dialog")
    lag_kriterium(runde)
    beregn(runde)
    begrunn_alle(runde)
    with som(saksbehandler()) as av:
        runde.refresh_from_db()
        actions.send_til_godkjenning(runde=runde, versjon=runde.versjon, av=av)
    endring = {Runde: {"ramme": 1}, Kriterium: {"vekt": 0}, Anbefaling: {"antall": 999}}
    with som(saksbehandler()) as av, pytest.raises(IntegrityError, match="låst"), transaction.atomic():
        felt = endring.get(modell, {"kapasitet": 1})
        modell.objects.update(endret_av_id=av.bruker_id, **felt)


def test_en_revidert_runde_har_alt_med_seg_og_svarene_gjelder() -> None:
    runde = lag_runde(tilstand="dialog")
    lag_kriterium(runde)
    svar(runde, antall=70)
    sett_kommune(runde, STEINKJER, laas=30, laas_grunn="Avtalt")
    with som(saksbehandler()) as av, pytest.raises(Regelbrudd, match="Runden er åpen"):
        actions.revider(runde=runde, ramme=1, em_ramme=0, rammekilde="x", innsending=uuid.uuid4(), av=av)
    beregn(runde)
    begrunn_alle(runde)
    with som(saksbehandler()) as av:
        runde.refresh_from_db()
        actions.send_til_godkjenning(runde=runde, versjon=runde.versjon, av=av)
    with som(lag_aktoer(Rolle.BOSETTINGSGODKJENNER)) as av:
        actions.godkjenn(runde=runde, versjon=runde.versjon, av=av)
    with som(saksbehandler()) as av:
        felt: dict[str, Any] = {"runde": runde, "ramme": 500, "em_ramme": 5, "rammekilde": "Brev", "av": av}
        nr = uuid.uuid4()
        ny = actions.revider(innsending=nr, **felt)
        assert actions.revider(innsending=nr, **felt) == ny
        with pytest.raises(Regelbrudd, match="alt revidert"):
            actions.revider(innsending=uuid.uuid4(), **felt)
        assert (str(ny), ny.tilstand, ny.ramme) == ("Bosetting 2027, revidert 1", "utkast", 500)
        assert ny.kriterier.count() == 1 and ny.grunnlag.count() == runde.grunnlag.count() > 38
        assert ny.kommuner.get(kommune__nummer=STEINKJER).laas == 30
        assert [s.antall for s in siste_svar(ny).values()] == [70]


# --- The pages ---


def test_hele_veien_paa_sidene() -> None:
    runde = lag_runde(tilstand="dialog")
    klient, godkjenner = (
        inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)),
        inn(lag_bruker(Rolle.BOSETTINGSGODKJENNER)),
    )

    def adresse(navn: str, *mer: str) -> str:
        return reverse(f"bosetting:{navn}", args=[runde.noekkel, *mer])

    def flytt(hvem: Client, til: str) -> str:
        with som(saksbehandler()):
            versjon = Runde.objects.get(pk=runde.pk).versjon
        return hvem.post(
            adresse("runde_flytt"), {"versjon": versjon, "til": til}, follow=True
        ).content.decode()

    assert klient.get(adresse("brev")).status_code == 404
    assert "Runden er ikke beregnet ennå" in klient.get(adresse("anbefalingen")).content.decode()
    assert "Beregning 1 er lagret" in klient.post(adresse("beregn"), follow=True).content.decode()
    assert "600 av 600 personer" in klient.get(adresse("anbefalingen")).content.decode()
    en = adresse("anbefaling", TRONDHEIM)
    assert "Forrige anmodning" in klient.get(en).content.decode()
    assert klient.post(en, {"versjon": 1, "begrunnelse": "Om 01019012345"}).status_code == 422
    assert klient.post(en, {"versjon": 1, "begrunnelse": "Stor by"}).status_code == 302
    assert klient.post(en, {"versjon": 1, "begrunnelse": "Annet"}).status_code == 409
    assert "Skriv en begrunnelse der" in flytt(klient, "godkjenning")
    begrunn_alle(runde)
    assert "sendt til godkjenning" in flytt(klient, "godkjenning")
    assert "Godkjenn anbefalingen" not in klient.get(adresse("runde")).content.decode()
    assert "Godkjenn anbefalingen" in godkjenner.get(adresse("runde")).content.decode()
    assert godkjenner.get(adresse("runde_tilbake")).status_code == 200
    with som(saksbehandler()):
        versjon = Runde.objects.get(pk=runde.pk).versjon
    tilbake = {"versjon": versjon, "grunn": "Se over"}
    assert godkjenner.post(adresse("runde_tilbake"), tilbake | {"grunn": ""}).status_code == 422
    assert godkjenner.post(adresse("runde_tilbake"), tilbake).status_code == 302
    flytt(klient, "godkjenning")
    assert "Den kan ikke endres mer" in flytt(godkjenner, "anbefalt")
    assert "begrunnelse" not in klient.get(en).content.decode()
    assert "merket som sendt" in flytt(klient, "sendt")
    assert "Anmodningen er mottatt" in flytt(klient, "anmodning")
    assert "Vedtakene er mottatt" in flytt(klient, "vedtak")
    assert klient.get(adresse("runde_revider")).status_code == 200
    ny = {"innsending": uuid.uuid4(), "ramme": "500", "em_ramme": "3", "rammekilde": "Brev fra IMDi"}
    assert klient.post(adresse("runde_revider"), ny | {"em_ramme": "900"}).status_code == 422
    assert "revidert 1" in klient.post(adresse("runde_revider"), ny, follow=True).content.decode()
    for side in (adresse("runde"), adresse("anbefalingen"), en):
        assert antall_spoerringer(klient, side) <= 10, side


def test_den_som_begrunner_ser_hvilke_tall_som_mangler_og_hvorfor_de_er_som_de_er() -> None:
    """The list can show those that must be explained; the page of each has the paragraph."""
    runde = lag_runde(tilstand="dialog")
    beregn(runde)
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))

    def adresse(navn: str, *mer: Any) -> str:
        return reverse(f"bosetting:{navn}", args=[runde.noekkel, *mer])

    with som(saksbehandler()):
        alle = list(anbefalingene(runde.noekkel))
        mangler = [a.kommune.nummer for a in uten_begrunnelse(anbefalingene(runde.noekkel))]
        navn = {a.kommune.navn for a in alle if a.kommune.nummer in mangler}
        assert navn == set(uten_grunn(til_kontroll(runde)))
        i_ro = next(a.kommune for a in alle if a.kommune.nummer not in mangler)
    assert (
        f"{len(mangler)} tall er endret mer enn en firedel" in klient.get(adresse("runde")).content.decode()
    )
    liste = klient.get(adresse("anbefalingen") + "?vis=mangler").content.decode()
    assert i_ro.navn not in liste and liste.count("Må begrunnes") >= len(mangler)
    side = klient.get(adresse("anbefaling", mangler[0])).content.decode()
    assert "Tallet er endret mer enn en firedel" in side and "Folketallet, " in side
    assert "Veien til tallet" in side and adresse("beregning", 1) in side
    lagret = klient.post(adresse("anbefaling", mangler[0]), {"versjon": 1, "begrunnelse": "Avtalt"})
    assert lagret["Location"].endswith("?vis=mangler")
    lagret = klient.post(adresse("anbefaling", i_ro.nummer), {"versjon": 1, "begrunnelse": "Som før"})
    assert lagret["Location"] == adresse("anbefalingen")


def test_den_som_kontrollerer_kan_regne_anbefalingen_om_igjen() -> None:
    """The calculation behind the numbers: what went in, its fingerprint, and that it gives the same now."""
    runde = lag_anbefalt()
    klient = inn(lag_bruker(Rolle.LEDER))
    side = klient.get(reverse("bosetting:beregning", args=[runde.noekkel, 1])).content.decode()
    assert "Beregning 1, Bosetting 2027" in side and "samme svar" in side and "Avtrykk" in side
    assert klient.get(reverse("bosetting:beregning", args=[runde.noekkel, 9])).status_code == 404
    liste = klient.get(reverse("bosetting:anbefalingen", args=[runde.noekkel])).content.decode()
    assert "Hver beregning er lagret med alt den bygger på" in liste and "Beregning 1" in liste


def test_rammen_kan_ikke_vaere_mindre_enn_de_mindreaarige_i_en_ny_utgave() -> None:
    with som(saksbehandler()) as av, pytest.raises(Regelbrudd):
        actions.ny_runde(aar=2030, data=rundedata(ramme=5, em_ramme=6), innsending=uuid.uuid4(), av=av)
