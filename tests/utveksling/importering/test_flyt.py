"""From the upload to the receipt, page by page."""

from __future__ import annotations

import csv
import io
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.grunnmur.models import Jobb
from integrering.nir.models import Person, Vedtak
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering import actions
from integrering.utveksling.importering import format as formater
from integrering.utveksling.importering.actions import gjoer
from integrering.utveksling.importering.lister import IMPORTROLLER
from integrering.utveksling.importering.models import (
    Import,
    Importutkast,
    Kolonnekart,
    Svarfil,
    Utkastavvik,
    Utkastinnhold,
)
from tests import fabrikk
from tests.utveksling.importering import flyt
from tests.utveksling.importering.hjelp import PERSONER, VEDTAK, fil, personrad

pytestmark = pytest.mark.django_db


@pytest.fixture
def bruker(db: None) -> Bruker:
    """A case worker in the county."""
    return fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)


@pytest.fixture
def leser(bruker: Bruker) -> Client:
    """The case worker's browser."""
    return flyt.klient(bruker)


def vedtaksrad(person: Person, start: str = "01.04.2023") -> str:
    return f"{person.duf};norsk;innvilget;01.03.2023;{start}"


def side(svar: Any) -> str:
    return " ".join(svar.content.decode().split())


def test_rollene_i_menyen_er_formatenes_roller() -> None:
    assert {r for navn in formater.formater() for r in formater.finn_format(navn).roller} == IMPORTROLLER


def test_forsiden_viser_det_rollen_kan_importere(leser: Client) -> None:
    tekst = side(leser.get(reverse("importer")))
    assert "Vedtak om norskopplæring" in tekst
    assert "Satser" not in tekst
    raadgiver = flyt.klient(fabrikk.lag_bruker(Rolle.TILSKUDDSRAADGIVER))
    assert "Satser" in side(raadgiver.get(reverse("importer")))
    assert raadgiver.get(reverse("import_ny", args=["vedtak"])).status_code == 403
    assert leser.get(reverse("import_ny", args=["ukjent"])).status_code == 404


def test_malen_har_kolonnene_og_tas_inn_som_den_er(leser: Client) -> None:
    for navn in ("personer", "bosteder", "vedtak", "vgo", "stans"):
        for endelse in ("csv", "xlsx"):
            svar = leser.get(reverse("import_mal", args=[navn, endelse]))
            assert svar.headers["Content-Disposition"] == f'attachment; filename="{navn}.{endelse}"'
            opplastet = flyt.last_opp(leser, navn, svar.content)
            assert (
                "Filen har ingen rader under overskriften." in side(opplastet) or opplastet.status_code == 302
            )
    assert leser.get(reverse("import_mal", args=["vedtak", "exe"])).status_code == 404


def test_hele_veien_med_noen_feil(leser: Client, person: Person, motor: None) -> None:
    tekst = fil(VEDTAK, vedtaksrad(person), "12;norsk;innvilget;01.03.2023;x", vedtaksrad(person))
    svar = flyt.last_opp(leser, "vedtak", tekst)
    utkast = flyt.utkastet()
    assert svar.headers["Location"] == reverse("import_utkast", args=[utkast.pk])

    venter = leser.get(svar.headers["Location"])
    assert "Kontrollerer filen" in side(venter)
    assert leser.get(svar.headers["Location"], headers={"HX-Request": "true"}).status_code == 200
    [jobb] = flyt.gjoer_jobbene()
    assert (jobb.tilstand, jobb.resultat["avviste"]) == ("ferdig", 1)
    ferdig = leser.get(svar.headers["Location"], headers={"HX-Request": "true"})
    assert (ferdig.status_code, ferdig.headers["HX-Redirect"]) == (204, svar.headers["Location"])
    assert not Vedtak.objects.exists()

    proevd = side(leser.get(svar.headers["Location"]))
    assert "Importer 2 rader; 1 kommer i feilfil" in proevd
    assert "er ikke et DUF-nummer. Det må ha 12 sifre" in proevd
    bare_duf = side(leser.get(svar.headers["Location"] + "?felt=duf"))
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
    vist = side(leser.get(reverse("import_kvittering", args=[kvittering.noekkel])))
    assert kvittering.sha256 in vist
    assert "Last ned feilfil (1 rad)" in vist
    svarfil = leser.get(reverse("import_svarfil", args=[kvittering.noekkel, "svar"])).content.decode(
        "utf-8-sig"
    )
    assert [r.split(";")[-2] for r in svarfil.splitlines()] == ["status", "ny", "avvist", "uendret"]
    assert not Utkastinnhold.objects.exists()
    assert not Utkastavvik.objects.exists()
    liste = leser.get(reverse("import_kvitteringer"))
    assert "Noen rader avvist" in side(liste)


def test_feilfilen_kan_rettes_og_lastes_opp_igjen(leser: Client, person: Person, motor: None) -> None:
    rader = [("DUF-nr", "Ordning", "Utfall", "Vedtaksdato", "Oppstart"),
             (person.duf, "norsk", "innvilget", date(2023, 3, 1), "feil dato")]  # fmt: skip
    flyt.last_opp(leser, "vedtak", flyt.xlsx(*rader))
    _velg_forslag(leser)
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


def _velg_forslag(leser: Client, **endret: str) -> Any:
    adresse = reverse("import_kolonner", args=[flyt.utkastet().pk])
    skjema = leser.get(adresse).context["skjema"]
    data = {f.html_name: f.value() for f in skjema}
    return leser.post(adresse, data | endret)


def test_valg_av_kolonner(leser: Client, bruker: Bruker, person: Person, motor: None) -> None:
    overskrift = "Kommentar;Personens nr.;Ordning;Utfall;Vedtaksdato;Oppstart;Oppstart"
    tekst = fil(overskrift, f"x;{person.duf};norsk;innvilget;01.03.2023;01.04.2023;02.04.2023")
    svar = flyt.last_opp(leser, "vedtak", tekst)
    svar = leser.get(svar.headers["Location"], follow=True)
    vist = side(svar)
    assert "Oppstart (01.04.2023)" in vist
    assert "Brukes ikke" in vist
    # two headings alike, and one nobody knows: chosen by hand
    mangler = _velg_forslag(leser)
    assert mangler.status_code == 422
    assert "Velg hvilken kolonne som er duf." in side(mangler)
    dobbelt = _velg_forslag(leser, kolonne_duf="1", kolonne_startdato="1")
    assert "Kolonnen er alt valgt som duf." in side(dobbelt)
    assert _velg_forslag(leser, kolonne_duf="1", kolonne_startdato="5", navn="Vårt system").status_code == 302
    flyt.gjoer_jobbene()
    proevd = side(leser.get(reverse("import_utkast", args=[flyt.utkastet().pk])))
    assert "Kommentar, Oppstart" in proevd
    kart = Kolonnekart.objects.get()
    assert (kart.navn, kart.plasser["startdato"], kart.virksomhet.nummer) == ("Vårt system", 5, "50")
    flyt.last_opp(leser, "vedtak", tekst)
    assert flyt.utkastet().tilstand == "proeves"
    # another organisation is asked anew
    flyt.last_opp(flyt.klient(fabrikk.lag_bruker()), "vedtak", tekst)
    assert flyt.utkastet().tilstand == "kolonner"


def test_samme_skjema_to_ganger_er_ett_utkast(leser: Client, person: Person, motor: None) -> None:
    noekkel = str(uuid.uuid4())
    tekst = fil(VEDTAK, vedtaksrad(person))
    to = [flyt.last_opp(leser, "vedtak", tekst, noekkel=noekkel).headers["Location"] for _gang in range(2)]
    assert to[0] == to[1]
    assert Importutkast.objects.count() == 1
    # someone else with the same key learns nothing
    annen = flyt.last_opp(flyt.klient(fabrikk.lag_bruker()), "vedtak", tekst, noekkel=noekkel)
    assert annen.status_code == 422
    assert "Filen ble ikke tatt imot." in side(annen)


@pytest.mark.parametrize(
    ("innhold", "melding"),
    [(b"", "Filen er tom."), (b"PK\x03\x04x", "Regnearket er ødelagt"), (b"a,b\n1,2\n", "delt med komma")],
)
def test_en_fil_som_ikke_kan_leses(leser: Client, innhold: bytes, melding: str) -> None:
    svar = flyt.last_opp(leser, "vedtak", innhold)
    assert svar.status_code == 422
    assert melding in side(svar)


def test_en_for_stor_fil(leser: Client, settings: Any) -> None:
    settings.IMPORT_MAKS_BYTE = 10
    svar = flyt.last_opp(leser, "vedtak", b"x" * 11)
    assert svar.status_code == 422
    assert "Grensen er" in side(svar)
    assert flyt.last_opp(leser, "vedtak", b"", fil="").status_code == 422


def test_arkene_i_en_bok(leser: Client, person: Person, motor: None) -> None:
    import xlsxwriter

    ut = io.BytesIO()
    with xlsxwriter.Workbook(ut, {"in_memory": True}) as bok:
        bok.add_worksheet("Om").write_row(0, 0, ["Liste over vedtak"])
        data = bok.add_worksheet("Data")
        data.write_row(2, 0, VEDTAK.split(";"))
        data.write_row(4, 0, [person.duf, "norsk", "innvilget", "01.03.2023", "01.04.2023"])
        bok.add_worksheet("Skjult").hide()
    flyt.last_opp(leser, "vedtak", ut.getvalue())
    utkast = flyt.utkastet()
    vist = leser.get(reverse("import_kolonner", args=[utkast.pk]))
    assert vist.context["innhold"].arknavn == ["Om", "Data"]
    feil = leser.post(reverse("import_ark", args=[utkast.pk]), {"ark": "Skjult"}, follow=True)
    assert "ikke et ark med dette navnet" in side(feil)
    leser.post(reverse("import_ark", args=[utkast.pk]), {"ark": "Data"})
    flyt.gjoer_jobbene()
    proevd = leser.get(reverse("import_utkast", args=[utkast.pk]))
    assert "Importer 1 rad" in side(proevd)
    assert leser.get(reverse("import_kolonner", args=[utkast.pk])).status_code == 200


def test_uten_gode_rader_er_det_ingenting_aa_importere(leser: Client, motor: None) -> None:
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, "1;2;3;4;5"))
    flyt.gjoer_jobbene()
    vist = side(leser.get(reverse("import_utkast", args=[flyt.utkastet().pk])))
    assert "Ingen rader kan importeres." in vist
    assert reverse("import_bekreft", args=[flyt.utkastet().pk]) not in vist


def test_sider_med_avvik(leser: Client, motor: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("integrering.utveksling.importering.queries.SIDE", 10)
    monkeypatch.setattr(gjoer, "VISTE_AVVIK", 35)
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, *["1;norsk;innvilget;01.03.2023;01.04.2023"] * 40))
    flyt.gjoer_jobbene()
    adresse = reverse("import_utkast", args=[flyt.utkastet().pk])
    linjer, neste, forrige = [], "", []
    while neste is not None:
        svar = leser.get(adresse + (neste or ""))
        linjer += [a.linje for a, _k, _t in svar.context["avvik"]]
        forrige.append(svar.context["forrige"])
        neste = svar.context["neste"]
    assert linjer == list(range(2, 37))
    assert (forrige[0], forrige[1]) == (None, "?etter=0")
    tilbake = leser.get(adresse + str(forrige[-1]))
    assert [a.linje for a, _k, _t in tilbake.context["avvik"]] == linjer[20:30]
    assert leser.get(adresse + "?etter=x&felt=ukjent").status_code == 200


def test_utkastet_er_bare_mitt(leser: Client, person: Person, motor: None) -> None:
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, vedtaksrad(person)))
    flyt.gjoer_jobbene()
    kollega = flyt.klient(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    pk = flyt.utkastet().pk
    for navn in ("import_utkast", "import_kolonner", "import_slett", "import_feilfil"):
        assert kollega.get(reverse(navn, args=[pk])).status_code == 404
    for navn in ("import_bekreft", "import_proev", "import_ark", "import_avbryt", "import_slett"):
        assert kollega.post(reverse(navn, args=[pk])).status_code == 404


def test_veggen_om_utkast_svar_og_kart(
    leser: Client, bruker: Bruker, person: Person, som: Callable[[Aktoer], Any]
) -> None:
    """Also below the pages: the tables show a draft to its owner, and the rest to the organisation."""
    flyt.importer_i_nettleser(leser, "vedtak", fil(VEDTAK, vedtaksrad(person), "1;2;3;4;5"))
    flyt.last_opp(leser, "vedtak", fil(f"x;{VEDTAK}", f";{vedtaksrad(person)}"))
    flyt.gjoer_jobbene()
    kollega = fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    kommune = fabrikk.lag_aktoer()

    def ser(av: Aktoer) -> list[int]:
        with som(av):
            return [m.objects.count() for m in (Importutkast, Utkastinnhold, Utkastavvik, Svarfil)]

    assert ser(fabrikk.aktoer(bruker)) == [2, 1, 0, 2]
    assert ser(kollega) == [0, 0, 0, 2]
    assert ser(kommune) == [0, 0, 0, 0]


def test_svar_med_skjermede_er_for_dem_som_kan_se_dem(motor: None) -> None:
    skjult = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    med = flyt.klient(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True))
    kvittering = flyt.importer_i_nettleser(med, "vedtak", fil(VEDTAK, vedtaksrad(skjult)))
    adresse = reverse("import_svarfil", args=[kvittering.noekkel, "svar"])
    assert med.get(adresse).status_code == 200
    assert flyt.klient(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)).get(adresse).status_code == 404
    assert flyt.klient(fabrikk.lag_bruker()).get(adresse).status_code == 404


def test_kontrollen_roeper_ikke_om_nummeret_er_i_bruk_et_annet_sted(motor: None) -> None:
    nabo = fabrikk.lag_person(kommune=fabrikk.STEINKJER)
    kommune = flyt.klient(fabrikk.lag_bruker())
    flyt.last_opp(kommune, "personer", fil(PERSONER, personrad(nabo.duf), personrad(fabrikk.nytt_duf())))
    flyt.gjoer_jobbene()
    utkast = flyt.utkastet()
    assert utkast.resultat["nye"] == 2
    vist = side(kommune.get(reverse("import_utkast", args=[utkast.pk])))
    assert "kan ikke registreres her" not in vist
    kommune.post(reverse("import_bekreft", args=[utkast.pk]))
    flyt.gjoer_jobbene()
    assert (flyt.siste_import().nye, flyt.siste_import().avviste) == (1, 1)


def test_en_jobb_som_feilet_kan_proeves_igjen(
    leser: Client, person: Person, motor: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, vedtaksrad(person)))
    utkast = flyt.utkastet()
    adresse = reverse("import_utkast", args=[utkast.pk])
    leser.post(reverse("import_avbryt", args=[utkast.pk]))
    assert "Arbeidet ble avbrutt." in side(leser.get(adresse))
    assert "må kontrolleres" in side(leser.post(reverse("import_bekreft", args=[utkast.pk]), follow=True))
    leser.post(reverse("import_proev", args=[utkast.pk]))
    leser.post(reverse("import_proev", args=[utkast.pk]))
    assert [j.tilstand for j in flyt.gjoer_jobbene()] == ["ferdig"]
    leser.post(reverse("import_bekreft", args=[utkast.pk]))
    with monkeypatch.context() as lapp:
        lapp.setattr(gjoer, "importer_fil", lambda **_: 1 / 0)
        [jobb] = flyt.gjoer_jobbene()
    assert jobb.tilstand == "feilet"
    assert "Importer på nytt" in side(leser.get(adresse))
    leser.post(reverse("import_bekreft", args=[utkast.pk]))
    flyt.gjoer_jobbene()
    assert Vedtak.objects.count() == 1


def test_rollen_tok_slutt_foer_jobben(leser: Client, bruker: Bruker, person: Person, motor: None) -> None:
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, vedtaksrad(person)))
    Bruker.objects.filter(pk=bruker.pk).update(is_active=False)
    [jobb] = flyt.gjoer_jobbene()
    assert (jobb.tilstand, jobb.feil) == ("feilet", "Rollen din gjelder ikke lenger. Logg inn på nytt.")


def test_aa_slette_og_at_filen_utloeper(leser: Client, person: Person, motor: None) -> None:
    tekst = fil(VEDTAK, vedtaksrad(person))
    flyt.last_opp(leser, "vedtak", tekst)
    utkast = flyt.utkastet()
    slett = reverse("import_slett", args=[utkast.pk])
    assert leser.get(slett).status_code == 200
    assert leser.post(slett).status_code == 409  # it is at work
    flyt.gjoer_jobbene()
    assert leser.post(slett).headers["Location"] == reverse("importer")
    assert not Utkastinnhold.objects.exists()
    lukket = leser.get(reverse("import_utkast", args=[utkast.pk]))
    assert lukket.status_code == 410
    assert "Last opp filen på nytt" in side(lukket)
    assert leser.get(slett).status_code == 302
    assert leser.get(reverse("import_kolonner", args=[utkast.pk])).status_code == 410
    assert leser.post(reverse("import_bekreft", args=[utkast.pk])).status_code == 410
    assert leser.get(reverse("import_feilfil", args=[utkast.pk])).status_code == 404

    flyt.last_opp(leser, "vedtak", tekst)
    flyt.gjoer_jobbene()
    gammelt = flyt.utkastet()
    Importutkast.objects.filter(pk=gammelt.pk).update(utloeper=timezone.now() - timedelta(hours=1))
    assert leser.get(reverse("import_utkast", args=[gammelt.pk])).status_code == 410
    kvittering = flyt.importer_i_nettleser(leser, "vedtak", tekst)
    Svarfil.objects.update(slettes=timezone.now() - timedelta(hours=1))
    from integrering.utveksling.importering.tasks import rydd_importer

    rydd_importer()
    assert not Utkastinnhold.objects.exists()
    assert not Svarfil.objects.exists()
    gammelt.refresh_from_db()
    assert gammelt.tilstand == "lukket"
    assert "Svarfilene er slettet" in side(leser.get(reverse("import_kvittering", args=[kvittering.noekkel])))
    Importutkast.objects.update(utloeper=timezone.now() - timedelta(days=31))
    actions.rydd()
    assert not Importutkast.objects.exists()
    assert Import.objects.exists()


def test_et_lukket_utkast_importeres_ikke(leser: Client, person: Person, motor: None) -> None:
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, vedtaksrad(person)))
    Importutkast.objects.update(tilstand="lukket")
    [jobb] = flyt.gjoer_jobbene()
    assert (jobb.tilstand, jobb.feil) == ("feilet", "Utkastet er lukket. Last opp filen på nytt.")


def test_importen_gjort_en_gang_til_gjoer_ingenting(leser: Client, person: Person, motor: None) -> None:
    flyt.importer_i_nettleser(leser, "vedtak", fil(VEDTAK, vedtaksrad(person)))
    assert actions.gjoer_import(utkast_id=flyt.utkastet().pk) == {}
    assert actions.gjoer_proeve(utkast_id=flyt.utkastet().pk) == {}
    assert Import.objects.count() == 1


def test_historisk_er_for_administratorer(person: Person, motor: None, leser: Client) -> None:
    admin = flyt.klient(fabrikk.lag_bruker(Rolle.ADMINISTRATOR))
    assert "historisk" in side(admin.get(reverse("import_ny", args=["vedtak"])))
    assert "historisk" not in side(leser.get(reverse("import_ny", args=["vedtak"])))
    tekst = fil(f"{VEDTAK};registrert", f"{vedtaksrad(person)};05.04.2023")
    flyt.last_opp(admin, "vedtak", tekst, historisk="on")
    flyt.gjoer_jobbene()
    admin.post(reverse("import_bekreft", args=[flyt.utkastet().pk]))
    flyt.gjoer_jobbene()
    assert Vedtak.objects.get().registrert.date() == date(2023, 4, 4)
    assert "registreringstidspunktet kom fra filen" in side(
        admin.get(reverse("import_kvittering", args=[flyt.siste_import().noekkel]))
    )


def test_faa_spoerringer(
    leser: Client, person: Person, motor: None, django_assert_max_num_queries: Any
) -> None:
    for _gang in range(3):
        kvittering = flyt.importer_i_nettleser(leser, "vedtak", fil(VEDTAK, vedtaksrad(person), "1;2;3;4;5"))
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
