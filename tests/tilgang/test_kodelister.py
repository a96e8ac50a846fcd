"""Code lists in the administration: what an administrator may add, rename and close."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.admin import site
from django.contrib.admin.utils import label_for_field
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from integrering.grunnmur import kodelister
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.models import Kode
from integrering.tilgang import actions
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests.fabrikk import lag_aktoer, lag_bruker
from tests.grunnmur.kodehjelp import lag_kode
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db

LISTEN = reverse("admin:grunnmur_kode_changelist")
NY = reverse("admin:grunnmur_kode_add")
IDAG = timezone.localdate()


@pytest.fixture
def admin(db: None) -> Client:
    bruker = lag_bruker(Rolle.ADMINISTRATOR)
    Bruker.objects.filter(pk=bruker.pk).update(is_staff=True)
    return inn(Bruker.objects.get(pk=bruker.pk))


def felt(**mer: str) -> dict[str, str]:
    """Return the form of a new kind of meeting."""
    return {
        "liste": "moetetype", "kode": "frokost", "navn_nb": "Frokostmøte", "navn_nn": "Frukostmøte",
        "rekkefolge": "50", "gyldig_fra": IDAG.isoformat(), "gyldig_til": "", "kilde": "egen",
        "sikkerhet": "egen",
    } | mer  # fmt: skip


def siden_til(kode: Kode) -> str:
    return reverse("admin:grunnmur_kode_change", args=[kode.pk])


def som_vist(klient: Client, denne: Kode, /, **mer: str) -> dict[str, str]:
    """Return the form as the page shows it, with something changed."""
    skjema = klient.get(siden_til(denne)).context["adminform"].form
    verdier = {navn: skjema.get_initial_for_field(f, navn) for navn, f in skjema.fields.items()}
    return {navn: "" if v is None else str(v) for navn, v in verdier.items()} | mer


def koden(kode: str, liste: str = "moetetype") -> Kode:
    return Kode.objects.get(liste=liste, kode=kode)


def test_administrator_legger_til_endrer_og_stenger(admin: Client) -> None:
    """The new kind is there at once, in both languages; closed today it is gone tomorrow; all is kept."""
    assert admin.post(NY, felt()).status_code == 302
    ny = koden("frokost")
    assert not ny.fast and ("frokost", "Frokostmøte") in kodelister.kodevalg("moetetype")
    endret = som_vist(admin, ny, navn_nn="Frukosttreff", gyldig_til=IDAG.isoformat())
    assert admin.post(siden_til(ny), endret).status_code == 302
    ny.refresh_from_db()
    assert (ny.navn_nn, ny.gyldig_til) == ("Frukosttreff", IDAG)
    assert not kodelister.kan_velges("moetetype", "frokost", IDAG + timedelta(days=1))
    endringer = admin.get(reverse("admin:grunnmur_kodehendelse_changelist")).content.decode()
    assert "lagt til" in endringer and "endret" in endringer and "Frukosttreff" in endringer
    assert "Kari Prøve" in endringer


@pytest.mark.parametrize(
    ("feil", "tekst"),
    [
        ({"navn_nn": ""}, "Feltet er påkrevet"),
        ({"navn_nb": ""}, "Feltet er påkrevet"),
        ({"liste": ""}, "Feltet er påkrevet"),
        ({"liste": "ukjent"}, "Velg et gyldig valg"),
        ({"kode": "frokost møte"}, "Bruk bare bokstavene a–z"),
        ({"kode": "team"}, "Listen har alt denne koden"),
        ({"navn_nb": " teammøte "}, "Koden team heter det samme"),
        ({"navn_nn": "Teammøte"}, "Koden team heter det samme"),
        ({"gyldig_til": "2001-01-01"}, "Siste dag må være samme dag som den første, eller senere"),
    ],
)
def test_det_som_er_feil_sies_ved_feltet(feil: dict[str, str], tekst: str, admin: Client) -> None:
    svar = admin.post(NY, felt(**feil))
    assert svar.status_code == 200 and tekst in svar.content.decode()
    assert not Kode.objects.filter(kode__startswith="frokost").exists()


def test_to_koder_kan_hete_det_samme_naar_de_ikke_gjelder_samtidig(admin: Client) -> None:
    """A list that is revised: the old one is closed, the new takes the name."""
    lag_kode("moetetype", "gammel", navn_nb="Frokostmøte", navn_nn="Frukostmøte", gyldig_til=date(2021, 1, 1))
    assert admin.post(NY, felt()).status_code == 302


def test_det_programmet_bruker_kan_bare_faa_nye_ord(admin: Client) -> None:
    team = koden("team")
    side = admin.get(siden_til(team)).content.decode()
    assert "Navnet står i kalendere utenfor systemet" in side
    assert 'name="gyldig_til"' not in side and 'name="kode"' not in side and 'name="liste"' not in side
    svar = som_vist(admin, team, navn_nb="Teamet møtes", gyldig_til="2030-01-01", kode="x")
    assert admin.post(siden_til(team), svar).status_code == 302
    team.refresh_from_db()
    assert (team.kode, team.navn_nb, team.gyldig_til) == ("team", "Teamet møtes", None)


def test_dager_som_har_vaert_tas_ikke_bort(admin: Client) -> None:
    """What is registered until today was right when it was."""
    egen = lag_kode("moetetype", "egen")
    for endring, tekst in (
        ({"gyldig_til": (IDAG - timedelta(days=1)).isoformat()}, "Koden kan stenges fra i dag av"),
        ({"gyldig_fra": IDAG.isoformat()}, "Koden er tatt i bruk"),
    ):
        svar = admin.post(siden_til(egen), som_vist(admin, egen, **endring))
        assert svar.status_code == 200 and tekst in svar.content.decode()
    assert admin.post(siden_til(egen), som_vist(admin, egen, gyldig_fra="2019-01-01")).status_code == 302


def test_ingenting_slettes(admin: Client) -> None:
    egen = lag_kode("moetetype", "egen")
    assert admin.post(f"{siden_til(egen).removesuffix('change/')}delete/", {"post": "yes"}).status_code == 403
    admin.post(LISTEN, {"action": "delete_selected", "_selected_action": egen.pk, "post": "yes"})
    assert Kode.objects.filter(pk=egen.pk).exists()


def test_en_liste_ingen_app_eier_lenger_har_fortsatt_en_side(admin: Client) -> None:
    gammel = lag_kode("nedlagt", "x")
    assert "Listen er ikke i bruk lenger." in admin.get(siden_til(gammel)).content.decode()
    assert "nedlagt" in admin.get(LISTEN, {"q": "nedlagt"}).content.decode()


@pytest.mark.parametrize("spraak", ["nb", "nn"])
def test_listen_filtreres_og_soekes_i(spraak: str, admin: Client) -> None:
    admin.cookies["spraak"] = spraak
    for sporring, antall in (
        ({"liste": "moetetype"}, 4),
        ({"liste": "moetetype", "sikkerhet__exact": "observert"}, 0),
        ({"q": "Fråvær og oppfølging"}, 1),
        ({"q": "dialog"}, 1),
    ):
        svar = admin.get(LISTEN, sporring)
        assert svar.context["cl"].result_count == antall, sporring
    tekst = admin.get(LISTEN).content.decode()
    assert {"nb": "Emner for meldinger", "nn": "Emne for meldingar"}[spraak] in tekst


def test_faa_spoerringer_uansett_hvor_mange_koder(admin: Client) -> None:
    for nr in range(120):
        lag_kode("moetetype", f"k{nr}")
    for adresse in (
        LISTEN, f"{LISTEN}?liste=moetetype&q=k1", NY, siden_til(koden("k1")),
        reverse("admin:grunnmur_kodehendelse_changelist"),
    ):  # fmt: skip
        assert antall_spoerringer(admin, adresse) <= 15, adresse


# --- The action, whoever calls it ---


def _lagre(rolle: Rolle = Rolle.ADMINISTRATOR, **mer: Any) -> None:
    verdier = {"liste": "moetetype", "kode": "ny", "navn_nb": "Ny", "navn_nn": "Ny", "gyldig_fra": IDAG} | mer
    av = lag_aktoer(rolle)
    with kontekst(kontekst_for(av)):
        actions.lagre_kode(kode=Kode(**verdier), av=av)


def test_bare_administrator() -> None:
    with pytest.raises(IkkeTilgang):
        _lagre(Rolle.FYLKE_SAKSBEHANDLER)


@pytest.mark.parametrize(
    ("mer", "hvor"),
    [
        ({"liste": "ukjent"}, "liste"),
        ({"fast": True}, ""),
        ({"gyldig_til": IDAG - timedelta(days=1)}, "gyldig_til"),
    ],
)
def test_handlingen_lager_ikke_det_listen_ikke_tar(mer: dict[str, Any], hvor: str) -> None:
    with pytest.raises(Regelbrudd) as brudd:
        _lagre(**mer)
    assert list(brudd.value.meldinger) == [hvor]


def test_en_liste_som_ikke_er_utvidbar(monkeypatch: pytest.MonkeyPatch) -> None:
    lukket = kodelister.Kodeliste("moetetype", "Lukket", "")
    monkeypatch.setattr(kodelister, "finn_kodeliste", lambda navn: lukket)
    with pytest.raises(Regelbrudd, match="får ikke nye koder"):
        _lagre()


def test_handlingen_stenger_ikke_det_programmet_bruker() -> None:
    av = lag_aktoer(Rolle.ADMINISTRATOR)
    team = koden("team")
    team.gyldig_til = IDAG
    with kontekst(kontekst_for(av)), pytest.raises(Regelbrudd) as brudd:
        actions.lagre_kode(kode=team, av=av)
    assert "kan ikke stenges" in brudd.value.meldinger["gyldig_til"][0]


# --- Words ---


@pytest.mark.parametrize(
    ("spraak", "ord_"), [("nb", ("tidspunkt", "hva", "endret av")), ("nn", ("tidspunkt", "kva", "endra av"))]
)
def test_endringene_har_norske_kolonner(spraak: str, ord_: tuple[str, ...]) -> None:
    """No column is called what the library calls it, on the page of any tracked table."""
    sider = [side for modell, side in site._registry.items() if hasattr(modell, "pgh_created_at")]
    assert len(sider) >= 6
    with translation.override(spraak):
        for side in sider:
            kolonner = [str(label_for_field(navn, side.model, side)) for navn in side.list_display]
            assert (kolonner[0], kolonner[1], kolonner[-1]) == ord_, side
            assert not any("pgh" in k.lower() for k in kolonner)


def test_innloggingene_som_feilet_har_norske_ord(admin: Client) -> None:
    tekst = admin.get("/admin/axes/accessattempt/").content.decode()
    assert "mislykkede innlogginger" in tekst.lower() and "attempt" not in tekst.lower().replace(
        "accessattempt", ""
    )
