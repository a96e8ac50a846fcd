"""Saved mappings of columns: the organisation's own, changed, deleted, used by the command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.models import Person, Vedtak
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering import actions
from integrering.utveksling.importering.models import Import, Kolonnekart
from tests import fabrikk
from tests.tilgang.hjelp import inn
from tests.utveksling.importering import flyt
from tests.utveksling.importering.hjelp import VEDTAK, fil

pytestmark = pytest.mark.django_db
EGNE = "Hvem;Ordning;Utfall;Vedtatt;Oppstart;Annet"
KOLONNER = {"duf": 0, "ordning": 1, "vedtakstype": 2, "vedtaksdato": 3, "startdato": 4}


@pytest.fixture
def bruker(db: None) -> Bruker:
    """The refugee service of Trondheim."""
    return fabrikk.lag_bruker()


@pytest.fixture
def kart(bruker: Bruker) -> Kolonnekart:
    """A mapping of Trondheim's."""
    return husk(fabrikk.aktoer(bruker), "Vårt system")


def husk(av: Aktoer, navn: str, overskrifter: str = EGNE, slag: str = "vedtak") -> Kolonnekart:
    """Save a mapping."""
    with kontekst(motor_kontekst()):
        return actions.husk_kolonner(
            slag=slag, navn=navn, overskrifter=overskrifter.split(";"), plasser=KOLONNER, av=av
        )


def naa(kart: Kolonnekart) -> Kolonnekart:
    """Return the mapping as it is saved."""
    with kontekst(motor_kontekst()):
        return Kolonnekart.objects.get(pk=kart.pk)


def endre(nettleser: Client, kart: Kolonnekart, **endret: str) -> Any:
    """Fill in the page as it is shown, with these changes, and send it."""
    adresse = reverse("import_kart_endre", args=[kart.noekkel])
    skjema = nettleser.get(adresse).context["skjema"]
    return nettleser.post(adresse, {f.html_name: f.value() for f in skjema} | endret)


def tekst(svar: Any) -> str:
    return " ".join(svar.content.decode().split())


def rad(person: Person, oppstart: str = "01.04.2023", annet: str = "") -> str:
    return f"{person.duf};norsk;innvilget;01.03.2023;{oppstart};{annet}"


def test_listen_er_virksomhetens_og_rollens(leser: Client, kart: Kolonnekart) -> None:
    steinkjer = husk(fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER), "Naboens")
    vist = tekst(leser.get(reverse("import_kart")))
    assert "Vårt system" in vist
    assert reverse("import_kart_endre", args=[kart.noekkel]) in vist
    assert reverse("import_kart_slett", args=[kart.noekkel]) in vist
    assert "Naboens" not in vist
    assert reverse("import_kart_endre", args=[steinkjer.noekkel]) not in vist
    # nor a mapping of one's own organisation for files that one's role may not import
    av = fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    husk(av, "Fylkets vedtak")
    raadgiver = inn(fabrikk.lag_bruker(Rolle.TILSKUDDSRAADGIVER))
    assert "Fylkets vedtak" not in tekst(raadgiver.get(reverse("import_kart")))


def test_uten_kolonneoppsett_sier_listen_hva_man_gjoer(leser: Client) -> None:
    vist = tekst(leser.get(reverse("import_kart")))
    assert "Ingen kolonneoppsett er lagret." in vist
    assert reverse("importer") in vist


def test_naboens_kolonneoppsett_finnes_ikke(kart: Kolonnekart) -> None:
    for andre in (
        fabrikk.lag_bruker(nummer=fabrikk.STEINKJER),
        fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER),
    ):
        nettleser = inn(andre)
        for navn in ("import_kart_endre", "import_kart_slett"):
            adresse = reverse(navn, args=[kart.noekkel])
            assert nettleser.get(adresse).status_code == 404
            assert nettleser.post(adresse, {"navn": "Stjålet"}).status_code == 404
    assert naa(kart).navn == "Vårt system"


def test_naboens_kolonneoppsett_er_ogsaa_stengt_under_sidene(kart: Kolonnekart, motor: None) -> None:
    nabo = fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER)
    with pytest.raises(IkkeTilgang, match="en annen virksomhet"):
        actions.endre_kolonnekart(kart=kart, versjon=1, navn="Stjålet", plasser=KOLONNER, av=nabo)
    with pytest.raises(IkkeTilgang, match="en annen virksomhet"):
        actions.slett_kolonnekart(kart=kart, av=nabo)
    with pytest.raises(IkkeTilgang):
        actions.slett_kolonnekart(kart=kart, av=fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER))
    assert naa(kart).navn == "Vårt system"


def test_aa_endre_navn_og_kolonne(leser: Client, bruker: Bruker, kart: Kolonnekart) -> None:
    svar = endre(leser, kart, navn="Nytt navn", kolonne_startdato="5")
    assert svar.headers["Location"] == reverse("import_kart")
    lagret = naa(kart)
    assert (lagret.navn, lagret.plasser["startdato"], lagret.versjon) == ("Nytt navn", 5, 2)
    assert lagret.endret_av_id == bruker.pk
    vist = tekst(leser.get(reverse("import_kart")))
    assert "Kolonneoppsettet er lagret." in vist
    assert "Nytt navn" in vist


def test_en_endret_kolonne_gjelder_neste_fil(
    leser: Client, kart: Kolonnekart, person: Person, motor: None
) -> None:
    endre(leser, kart, kolonne_startdato="5")
    flyt.last_opp(leser, "vedtak", fil(EGNE, rad(person, "01.04.2023", "15.05.2023")))
    flyt.gjoer_jobbene()
    leser.post(reverse("import_bekreft", args=[flyt.utkastet().pk]))
    flyt.gjoer_jobbene()
    assert f"{Vedtak.objects.get().startdato}" == "2023-05-15"


@pytest.mark.parametrize(
    ("endret", "melding"),
    [
        ({"navn": ""}, "Navn på kolonneoppsettet"),
        ({"navn": "Det andre"}, "Et annet kolonneoppsett heter det samme."),
        ({"kolonne_duf": ""}, "Velg hvilken kolonne som er duf."),
        ({"kolonne_startdato": "0"}, "Kolonnen er alt valgt som duf."),
    ],
)
def test_det_som_ikke_kan_lagres(
    leser: Client, bruker: Bruker, kart: Kolonnekart, endret: dict[str, str], melding: str
) -> None:
    husk(fabrikk.aktoer(bruker), "Det andre", overskrifter=VEDTAK)
    svar = endre(leser, kart, **endret)
    assert svar.status_code == 422
    assert melding in tekst(svar)
    assert (naa(kart).navn, naa(kart).versjon) == ("Vårt system", 1)


def test_samme_navn_for_et_annet_slag_eller_en_annen_virksomhet_er_ledig(
    leser: Client, bruker: Bruker, kart: Kolonnekart
) -> None:
    husk(fabrikk.aktoer(bruker), "Felles navn", slag="stans")
    husk(fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER), "Felles navn")
    assert endre(leser, kart, navn="Felles navn").status_code == 302


def test_plassene_kontrolleres_ogsaa_under_skjemaet(bruker: Bruker, kart: Kolonnekart, motor: None) -> None:
    with pytest.raises(Regelbrudd, match="Velg hvilken kolonne som er startdato"):
        actions.endre_kolonnekart(
            kart=kart,
            versjon=1,
            navn="X",
            plasser={k: p for k, p in KOLONNER.items() if k != "startdato"},
            av=fabrikk.aktoer(bruker),
        )


def test_to_som_endrer_samtidig(leser: Client, kart: Kolonnekart) -> None:
    """The second sees the first's change beside their own, and may then save over it."""
    kollega = inn(fabrikk.lag_bruker(etternavn="Kollega"))
    adresse = reverse("import_kart_endre", args=[kart.noekkel])
    aapent = {f.html_name: f.value() for f in leser.get(adresse).context["skjema"]}
    assert endre(kollega, kart, navn="Kollegaens", kolonne_startdato="5").status_code == 302

    konflikt = leser.post(adresse, aapent | {"navn": "Mitt"})
    assert konflikt.status_code == 409
    vist = tekst(konflikt)
    assert "Kollega" in vist
    linjer = {(linje.deres, linje.ditt) for linje in konflikt.context["linjer"]}
    assert linjer == {("Kollegaens", "Mitt"), ("Annet", "Oppstart")}
    assert (naa(kart).navn, naa(kart).versjon) == ("Kollegaens", 2)

    skjema = konflikt.context["skjema"]
    assert skjema["navn"].value() == "Mitt"
    assert leser.post(adresse, {f.html_name: f.value() for f in skjema}).status_code == 302
    lagret = naa(kart)
    assert (lagret.navn, lagret.plasser["startdato"], lagret.versjon) == ("Mitt", 4, 3)


def test_aa_slette_skjer_i_to_steg(leser: Client, kart: Kolonnekart, person: Person, motor: None) -> None:
    slett = reverse("import_kart_slett", args=[kart.noekkel])
    vist = tekst(leser.get(slett))
    assert "Vårt system" in vist
    assert "må de velge kolonner på nytt" in vist
    assert Kolonnekart.objects.filter(pk=kart.pk).exists()
    svar = leser.post(slett)
    assert svar.headers["Location"] == reverse("import_kart")
    assert "Kolonneoppsettet er slettet." in tekst(leser.get(reverse("import_kart")))
    assert not Kolonnekart.objects.filter(pk=kart.pk).exists()
    assert leser.post(slett).status_code == 404
    # the next file with these headings is asked about again
    flyt.last_opp(leser, "vedtak", fil(EGNE, rad(person)))
    assert flyt.utkastet().tilstand == "kolonner"


def test_kolonnene_valgt_om_igjen_er_det_samme_oppsettet(
    leser: Client, bruker: Bruker, kart: Kolonnekart, person: Person, motor: None
) -> None:
    """Chosen again for the same headings, the mapping is changed; without a name nothing is remembered."""
    flyt.last_opp(leser, "vedtak", fil(EGNE, rad(person, annet="x")))
    flyt.gjoer_jobbene()
    adresse = reverse("import_kolonner", args=[flyt.utkastet().pk])
    data = {f.html_name: f.value() for f in leser.get(adresse).context["skjema"]}
    assert leser.post(adresse, data | {"navn": "Omdøpt", "kolonne_noekkel": "5"}).status_code == 302
    lagret = Kolonnekart.objects.get()
    assert (lagret.pk, lagret.navn, lagret.plasser["noekkel"], lagret.versjon) == (kart.pk, "Omdøpt", 5, 2)
    flyt.gjoer_jobbene()
    utkast = flyt.utkastet()
    actions.velg_kolonner(utkast=utkast, plasser=KOLONNER, navn="", av=fabrikk.aktoer(bruker))
    utkast.refresh_from_db()
    assert (utkast.tilstand, utkast.plasser) == ("proeves", KOLONNER)
    assert Kolonnekart.objects.get().versjon == 2


# --- The command ---


def kjoer(*ord_: object) -> int:
    with pytest.raises(SystemExit) as slutt:
        call_command("importer", *(str(o) for o in ord_), skip_checks=True)
    return int(str(slutt.value.code))


def test_kommandoen_bruker_et_kolonneoppsett(
    bruker: Bruker, kart: Kolonnekart, person: Person, tmp_path: Path, motor: None
) -> None:
    sti = tmp_path / "eget.csv"
    sti.write_text(fil(EGNE, rad(person)))
    assert kjoer("vedtak", sti, "--av", bruker.username) == 2  # unknown headings, and nobody to ask
    assert not Vedtak.objects.exists()
    assert kjoer("vedtak", sti, "--av", bruker.username, "--kart", "Vårt system") == 0
    assert f"{Vedtak.objects.get().startdato}" == "2023-04-01"
    svar = (tmp_path / "eget.svar.csv").read_text("utf-8-sig").splitlines()
    assert svar == [f"{EGNE};status;feil", f"{rad(person)};ny;"]


def test_kommandoen_tar_ikke_feil_kolonneoppsett(
    bruker: Bruker, kart: Kolonnekart, person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    husk(fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER), "Naboens")
    sti = tmp_path / "eget.csv"
    sti.write_text(fil(EGNE, rad(person)))
    assert kjoer("vedtak", sti, "--av", bruker.username, "--kart", "Naboens") == 2
    assert "ikke et kolonneoppsett som heter «Naboens»" in capsys.readouterr().err
    sti.write_text(fil(EGNE.replace("Annet", "Noe nytt"), rad(person)))
    assert kjoer("vedtak", sti, "--av", bruker.username, "--kart", "Vårt system") == 2
    assert "Kolonneoppsettet passer ikke til filen." in capsys.readouterr().err


def test_kommandoen_proever_uten_aa_lagre(
    bruker: Bruker, person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str], motor: None
) -> None:
    sti = tmp_path / "vedtak.csv"
    sti.write_text(fil(VEDTAK, f"{person.duf};norsk;innvilget;01.03.2023;01.04.2023", "1;2;3;4;5"))
    assert kjoer("vedtak", sti, "--av", bruker.username, "--proev") == 1
    ut = capsys.readouterr().out
    assert "Bare prøvd: ingenting er lagret." in ut
    assert "1 nye, 0 uendret, 0 nye versjoner, 1 avvist." in ut
    assert (tmp_path / "vedtak.svar.csv").exists()
    assert not Vedtak.objects.exists()
    assert not Import.objects.exists()
    assert kjoer("vedtak", sti, "--av", bruker.username) == 1
    assert "Bare prøvd" not in capsys.readouterr().out
    assert Vedtak.objects.count() == 1


def test_kommandoen_leser_arket_man_sier(
    bruker: Bruker, person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str], motor: None
) -> None:
    import xlsxwriter

    sti = tmp_path / "bok.xlsx"
    with xlsxwriter.Workbook(sti) as bok:
        bok.add_worksheet("Om").write_row(0, 0, ["Liste over vedtak"])
        data = bok.add_worksheet("Data")
        data.write_row(0, 0, VEDTAK.split(";"))
        data.write_row(1, 0, [person.duf, "norsk", "innvilget", "01.03.2023", "01.04.2023"])
    assert kjoer("vedtak", sti, "--av", bruker.username) == 2  # the first sheet is another thing
    assert kjoer("vedtak", sti, "--av", bruker.username, "--ark", "Borte") == 2
    assert "ikke et ark med dette navnet" in capsys.readouterr().err
    assert kjoer("vedtak", sti, "--av", bruker.username, "--ark", "Data") == 0
    assert Vedtak.objects.get().person == person
