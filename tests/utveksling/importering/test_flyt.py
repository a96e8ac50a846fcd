"""From the upload to the receipt, page by page."""

from __future__ import annotations

import csv
import io
import uuid
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.models import Jobb
from integrering.nir.models import Person, Vedtak
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering import format as formater
from integrering.utveksling.importering.lister import IMPORTROLLER
from integrering.utveksling.importering.models import (
    Import,
    Importutkast,
    Kolonnekart,
    Utkastavvik,
    Utkastinnhold,
)
from tests import fabrikk
from tests.tilgang.hjelp import inn
from tests.utveksling.importering import flyt
from tests.utveksling.importering.hjelp import VEDTAK, fil

pytestmark = pytest.mark.django_db


def test_rollene_i_menyen_er_formatenes_roller() -> None:
    assert {r for navn in formater.formater() for r in formater.finn_format(navn).roller} == IMPORTROLLER


def test_forsiden_viser_det_rollen_kan_importere(leser: Client) -> None:
    tekst = flyt.side(leser.get(reverse("importer")))
    assert "Vedtak om norskopplæring" in tekst
    assert "Satser" not in tekst
    raadgiver = inn(fabrikk.lag_bruker(Rolle.TILSKUDDSRAADGIVER))
    assert "Satser" in flyt.side(raadgiver.get(reverse("importer")))
    assert raadgiver.get(reverse("import_ny", args=["vedtak"])).status_code == 403
    assert leser.get(reverse("import_ny", args=["ukjent"])).status_code == 404


def test_malen_har_kolonnene_og_tas_inn_som_den_er(leser: Client) -> None:
    for navn in ("personer", "bosteder", "vedtak", "vgo", "stans"):
        for endelse in ("csv", "xlsx"):
            svar = leser.get(reverse("import_mal", args=[navn, endelse]))
            assert svar.headers["Content-Disposition"] == f'attachment; filename="{navn}.{endelse}"'
            opplastet = flyt.last_opp(leser, navn, svar.content)
            assert (
                "Filen har ingen rader under overskriften." in flyt.side(opplastet)
                or opplastet.status_code == 302
            )
    assert leser.get(reverse("import_mal", args=["vedtak", "exe"])).status_code == 404


def test_hele_veien_med_noen_feil(leser: Client, person: Person, motor: None) -> None:
    tekst = fil(VEDTAK, flyt.vedtaksrad(person), "12;norsk;innvilget;01.03.2023;x", flyt.vedtaksrad(person))
    svar = flyt.last_opp(leser, "vedtak", tekst)
    utkast = flyt.utkastet()
    assert svar.headers["Location"] == reverse("import_utkast", args=[utkast.pk])

    venter = leser.get(svar.headers["Location"])
    assert "Kontrollerer filen" in flyt.side(venter)
    assert leser.get(svar.headers["Location"], headers={"HX-Request": "true"}).status_code == 200
    [jobb] = flyt.gjoer_jobbene()
    assert (jobb.tilstand, jobb.resultat["avviste"]) == ("ferdig", 1)
    ferdig = leser.get(svar.headers["Location"], headers={"HX-Request": "true"})
    assert (ferdig.status_code, ferdig.headers["HX-Redirect"]) == (204, svar.headers["Location"])
    assert not Vedtak.objects.exists()

    proevd = flyt.side(leser.get(svar.headers["Location"]))
    assert "Importer 2 rader; 1 kommer i feilfil" in proevd
    assert "er ikke et DUF-nummer. Det må ha 12 sifre" in proevd
    bare_duf = flyt.side(leser.get(svar.headers["Location"] + "?felt=duf"))
    assert "er ikke et DUF-nummer" in bare_duf
    assert "er ikke en dato" not in bare_duf

    feilfil = leser.get(reverse("import_feilfil", args=[utkast.pk]))
    [rad] = list(csv.DictReader(io.StringIO(feilfil.content.decode("utf-8-sig")), delimiter=";"))
    assert list(rad)[-1] == "feil"
    assert rad["duf"] == "12"

    for _gang in range(3):
        assert leser.post(reverse("import_bekreft", args=[utkast.pk])).status_code == 302
    [jobb] = flyt.gjoer_jobbene()
    assert leser.post(reverse("import_bekreft", args=[utkast.pk])).status_code == 302
    assert flyt.gjoer_jobbene() == []
    assert Vedtak.objects.count() == 1
    kvittering = Import.objects.get()
    assert leser.get(svar.headers["Location"]).headers["Location"] == reverse(
        "import_kvittering", args=[kvittering.noekkel]
    )
    vist = flyt.side(leser.get(reverse("import_kvittering", args=[kvittering.noekkel])))
    assert kvittering.sha256 in vist
    assert "Last ned feilfil (1 rad)" in vist
    svarfil = leser.get(reverse("import_svarfil", args=[kvittering.noekkel, "svar"])).content.decode(
        "utf-8-sig"
    )
    assert [r.split(";")[-2] for r in svarfil.splitlines()] == ["status", "ny", "avvist", "uendret"]
    assert not Utkastinnhold.objects.exists()
    assert not Utkastavvik.objects.exists()
    liste = leser.get(reverse("import_kvitteringer"))
    assert "Noen rader avvist" in flyt.side(liste)


def test_feilfilen_kan_rettes_og_lastes_opp_igjen(leser: Client, person: Person, motor: None) -> None:
    rader = [("DUF-nr", "Ordning", "Utfall", "Vedtaksdato", "Oppstart"),
             (person.duf, "norsk", "innvilget", date(2023, 3, 1), "feil dato")]  # fmt: skip
    flyt.last_opp(leser, "vedtak", flyt.xlsx(*rader))
    flyt.velg_forslag(leser)
    flyt.gjoer_jobbene()
    feilfil = leser.get(reverse("import_feilfil", args=[flyt.utkastet().pk])).content
    from integrering.utveksling.importering.regneark import les_ark

    linjer = [celler for _nr, celler in les_ark(feilfil).rader]
    assert linjer[0] == ["DUF-nr", "Ordning", "Utfall", "Vedtaksdato", "Oppstart", "feil"]
    assert linjer[1][:5] == [person.duf, "norsk", "innvilget", "01.03.2023", "feil dato"]
    assert linjer[1][5].startswith("Oppstart: «feil dato» er ikke en dato")
    linjer[1][4] = "01.04.2023"
    # the saved mapping knows the headings, also with the answer's column behind them
    flyt.last_opp(leser, "vedtak", flyt.xlsx(*(tuple(r) for r in linjer)))
    flyt.gjoer_jobbene()
    leser.post(reverse("import_bekreft", args=[flyt.utkastet().pk]))
    flyt.gjoer_jobbene()
    assert Vedtak.objects.get().startdato == date(2023, 4, 1)


def test_vedtak_uten_kolonner_med_standardverdi(leser: Client, person: Person, motor: None) -> None:
    """Without the columns that have one sensible answer the file is tried; like ones are asked about."""
    tekst = fil("duf;vedtaksdato;startdato", f"{person.duf};01.03.2023;01.04.2023")
    assert flyt.importer_i_nettleser(leser, "vedtak", tekst).nye == 1
    tvil = fil("duf;vedtaksdato;startdato;utfall", f"{person.duf};01.03.2023;01.04.2023;avslag")
    flyt.last_opp(leser, "vedtak", tvil)
    utkast = flyt.utkastet()
    assert (utkast.tilstand, utkast.plasser["vedtakstype"]) == ("kolonner", 3)


def test_valg_av_kolonner(leser: Client, bruker: Bruker, person: Person, motor: None) -> None:
    overskrift = "Kommentar;Personens nr.;Ordning;Utfall;Vedtaksdato;Oppstart;Oppstart"
    tekst = fil(overskrift, f"x;{person.duf};norsk;innvilget;01.03.2023;01.04.2023;02.04.2023")
    svar = flyt.last_opp(leser, "vedtak", tekst)
    svar = leser.get(svar.headers["Location"], follow=True)
    vist = flyt.side(svar)
    assert "Oppstart (01.04.2023)" in vist
    assert "Brukes ikke" in vist
    # two headings alike, and one nobody knows: chosen by hand
    mangler = flyt.velg_forslag(leser)
    assert mangler.status_code == 422
    assert "Velg hvilken kolonne som er duf." in flyt.side(mangler)
    dobbelt = flyt.velg_forslag(leser, kolonne_duf="1", kolonne_startdato="1")
    assert "Kolonnen er alt valgt som duf." in flyt.side(dobbelt)
    assert (
        flyt.velg_forslag(leser, kolonne_duf="1", kolonne_startdato="5", navn="Vårt system").status_code
        == 302
    )
    flyt.gjoer_jobbene()
    proevd = flyt.side(leser.get(reverse("import_utkast", args=[flyt.utkastet().pk])))
    assert "Kommentar, Oppstart" in proevd
    kart = Kolonnekart.objects.get()
    assert (kart.navn, kart.plasser["startdato"], kart.virksomhet.nummer) == ("Vårt system", 5, "50")
    flyt.last_opp(leser, "vedtak", tekst)
    assert flyt.utkastet().tilstand == "proeves"
    # another organisation is asked anew
    flyt.last_opp(inn(fabrikk.lag_bruker()), "vedtak", tekst)
    assert flyt.utkastet().tilstand == "kolonner"


def test_samme_skjema_to_ganger_er_ett_utkast(leser: Client, person: Person, motor: None) -> None:
    noekkel = str(uuid.uuid4())
    tekst = fil(VEDTAK, flyt.vedtaksrad(person))
    to = [flyt.last_opp(leser, "vedtak", tekst, noekkel=noekkel).headers["Location"] for _gang in range(2)]
    assert to[0] == to[1]
    assert Importutkast.objects.count() == 1
    # someone else with the same key learns nothing
    annen = flyt.last_opp(inn(fabrikk.lag_bruker()), "vedtak", tekst, noekkel=noekkel)
    assert annen.status_code == 422
    assert "Filen ble ikke tatt imot." in flyt.side(annen)


def test_historisk_er_for_administratorer(person: Person, motor: None, leser: Client) -> None:
    admin = inn(fabrikk.lag_bruker(Rolle.ADMINISTRATOR))
    assert "historisk" in flyt.side(admin.get(reverse("import_ny", args=["vedtak"])))
    assert "historisk" not in flyt.side(leser.get(reverse("import_ny", args=["vedtak"])))
    tekst = fil(f"{VEDTAK};registrert", f"{flyt.vedtaksrad(person)};05.04.2023")
    flyt.last_opp(admin, "vedtak", tekst, historisk="on")
    flyt.gjoer_jobbene()
    admin.post(reverse("import_bekreft", args=[flyt.utkastet().pk]))
    flyt.gjoer_jobbene()
    assert Vedtak.objects.get().registrert.date() == date(2023, 4, 4)
    assert "registreringstidspunktet kom fra filen" in flyt.side(
        admin.get(reverse("import_kvittering", args=[flyt.siste_import().noekkel]))
    )


def test_faa_spoerringer(
    leser: Client, person: Person, motor: None, django_assert_max_num_queries: Any
) -> None:
    for _gang in range(3):
        kvittering = flyt.importer_i_nettleser(
            leser, "vedtak", fil(VEDTAK, flyt.vedtaksrad(person), "1;2;3;4;5")
        )
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, *["1;2;3;4;5"] * 60))
    flyt.gjoer_jobbene()
    for adresse in (
        reverse("importer"),
        reverse("import_kvitteringer"),
        reverse("import_kvittering", args=[kvittering.noekkel]),
        reverse("import_kart"),
        reverse("import_utkast", args=[flyt.utkastet().pk]),
    ):
        with django_assert_max_num_queries(14):
            leser.get(adresse)
    assert Jobb.objects.filter(tilstand="ferdig").count() == 7
