"""What the money became: earmarks and warnings, counts, methods, the report, the end."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from tests.soekt.hjelp import I_DAG, POSTER, TILTAK, Sak, sak_i
from tilskudd.soekt import actions
from tilskudd.soekt.actions import Metodedata
from tilskudd.soekt.models import Bruk, Metode, Soeknadsvedlegg
from tilskudd.soekt.queries.bruk import per_post, talltabell
from tilskudd.soekt.rules.bruk import Avvik

pytestmark = pytest.mark.django_db


def test_bruk_teller_mot_posten_og_advarer() -> None:
    sak = sak_i("i_gang")  # 500 000 of 550 000 applied for: 454 545 and 45 455 set aside
    assert sak.foer(45_455, post=1) == []
    assert sak.foer(1, post=1) == [Avvik.OVER_POSTEN]
    assert sak.foer(1_000, post=None, grunn="Leie av sal") == [Avvik.UTENFOR_BUDSJETTET]
    assert sak.foer(10, utenfor_formaalet=True, grunn="Feil konto") == [Avvik.UTENFOR_FORMAALET]
    assert sak.foer(460_000) == [Avvik.OVER_POSTEN, Avvik.OVER_TILSKUDDET]
    with kontekst(motor_kontekst()):
        tabell = [(p.linje.post if p.linje else "", p.avsatt, p.brukt) for p in per_post(sak.naa)]
        siste = Bruk.objects.order_by("-pk")[0]
    assert tabell == [
        ("Språklærer", 454_545, 460_010), ("Læremidler", 45_455, 45_456), ("", 0, 1_000),
    ]  # fmt: skip
    with kontekst(kontekst_for(sak.raadgiver)):
        actions.annuller_bruk(bruk=siste, grunn="Ført to ganger", av=sak.raadgiver)
        with pytest.raises(Regelbrudd, match="alt annullert"):
            actions.annuller_bruk(bruk=siste, grunn="Igjen", av=sak.raadgiver)
    assert (sak.naa.brukt, sak.naa.igjen) == (46_466, 453_534)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("felt", "navn"),
    [
        ({"beloep": 0}, "beloep"),
        ({"beloep": 1, "post": None}, "grunn"),
        ({"beloep": 1, "utenfor_formaalet": True}, "grunn"),
        ({"beloep": 1, "leverandoer": "14010199999"}, "leverandoer"),
    ],
)
def test_bruk_som_ikke_gaar_an(felt: dict[str, Any], navn: str) -> None:
    sak = sak_i("i_gang")
    with pytest.raises(Regelbrudd) as brudd:
        sak.foer(**felt)
    assert navn in brudd.value.meldinger


def test_en_post_i_en_annen_soeknad() -> None:
    sak, annen = sak_i("i_gang"), None
    with kontekst(kontekst_for(sak.raadgiver)):
        annen = actions.lag_soeknad(utlysning=sak.utlysning, data=TILTAK, av=sak.raadgiver)
        actions.lagre_budsjett(soeknad=annen, versjon=1, poster=POSTER, av=sak.raadgiver)
        linje = annen.budsjett.order_by("pk")[0]
        data = actions.Bruksdata(dato=I_DAG, linje=linje, beloep=1, hva="Timer")
        with pytest.raises(Regelbrudd, match="Velg en post"):
            actions.foer_bruk(soeknad=sak.soeknad, data=data, filer=[], av=sak.raadgiver)
        with pytest.raises(IntegrityError), transaction.atomic():
            Bruk.objects.create(
                soeknad=sak.soeknad, linje=linje, dato=I_DAG, beloep=1, hva="x",
                registrert_av_id=sak.raadgiver.bruker_id,
            )  # fmt: skip


def test_smaa_tall_vises_ikke() -> None:
    sak = sak_i("i_gang")
    tall = {("vg1", "kvinne"): (12, 3), ("vg1", "mann"): (11, 10), ("vg2", "mann"): (2, 0)}
    sak.gjoer(actions.lagre_resultater, tall=tall)
    with kontekst(motor_kontekst()):
        tabell = talltabell(sak.naa, "deltakere", "Deltakere")
        assert talltabell(Sak().soeknad, "deltakere", "Deltakere") is None
    assert tabell is not None
    celler = [c for _navn, rad in tabell.rader for c in rad]
    assert "2" not in celler and ":" in celler
    with pytest.raises(Regelbrudd, match="fullført"):
        sak.gjoer(actions.lagre_resultater, tall={("vg1", "mann"): (1, 2)})


def test_metoder_skrives_og_endres() -> None:
    sak = sak_i("i_gang")
    with kontekst(kontekst_for(sak.raadgiver)):
        data = Metodedata("To lærere", "Slik gjør vi det", "Andre fylker")
        metode = actions.lagre_metode(soeknad=sak.soeknad, data=data, av=sak.raadgiver)
        ny = replace(data, tittel="Tre lærere")
        actions.lagre_metode(soeknad=sak.soeknad, data=ny, av=sak.raadgiver, metode=metode, versjon=1)
        with pytest.raises(Konflikt):
            actions.lagre_metode(soeknad=sak.soeknad, data=data, av=sak.raadgiver, metode=metode, versjon=1)
        assert Metode.objects.get().tittel == "Tre lærere"
        with pytest.raises(Regelbrudd):
            tom = replace(data, beskrivelse="")
            actions.lagre_metode(soeknad=sak.soeknad, data=tom, av=sak.raadgiver)


# --- Report and end ---


def test_en_tom_rapport_leveres_ikke() -> None:
    with pytest.raises(Regelbrudd, match="før rapporten leveres"):
        sak_i("i_gang").gjoer(actions.lever_rapport, dato=I_DAG, kvittering="")


def test_tilbake_betales_hoeyst_det_som_er_innvilget() -> None:
    sak = sak_i("rapportert")
    with pytest.raises(Regelbrudd, match="mer enn det som er innvilget"):
        sak.gjoer(actions.avslutt, dato=I_DAG, tilbakebetalt=500_001)


def test_vedlegg_tas_bare_av_et_utkast_og_kommer_ikke_etter_slutten() -> None:
    sak = sak_i("sendt")
    with kontekst(kontekst_for(sak.raadgiver)):
        lenke = Soeknadsvedlegg.objects.select_related("vedlegg").get()
        with pytest.raises(Regelbrudd, match="utkast"):
            actions.ta_av(lenke=lenke, av=sak.raadgiver)
        fil = SimpleUploadedFile("kvittering.txt", b"Mottatt.")
        actions.legg_ved(soeknad=sak.soeknad, filer=[fil], slag="kvittering", av=sak.raadgiver)
        assert all(v.vedlegg.laast for v in Soeknadsvedlegg.objects.select_related("vedlegg"))
        actions.trekk(soeknad=sak.naa, versjon=sak.naa.versjon, grunn="Ikke råd", av=sak.raadgiver)
        with pytest.raises(Regelbrudd, match="får ikke flere vedlegg"):
            actions.legg_ved(soeknad=sak.soeknad, filer=[], slag="annet", av=sak.raadgiver)
