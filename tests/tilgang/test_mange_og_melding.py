"""The administration: many users at once, messages on every page, lists that count no log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from integrering.tilgang import driftsmelding
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Driftsmelding, Innsyn, Rolletildeling
from integrering.tilgang.paginering import TakPaginator
from integrering.tilgang.roller import Rolle
from tests.fabrikk import SKOLE, TRONDHEIM, lag_aktoer, lag_bruker, lag_person, virksomhet
from tests.tilgang.hjelp import PASSORD, inn
from tests.tilgang.posthjelp import les_post

pytestmark = pytest.mark.django_db
MANGE = "/admin/tilgang/bruker/mange/"
LISTE = """fornavn;etternavn;e-post;rolle;nummer
Nora;Ny;nora@kommune.example;Flyktningtjenesten i kommunen;5001
Per;Prøve;per@skolen.example;skolekontakt;099000001
"""


@pytest.fixture
def admin() -> Client:
    """The administrator's browser."""
    bruker = lag_bruker(Rolle.ADMINISTRATOR, brukernavn="admin")
    Bruker.objects.filter(pk=bruker.pk).update(is_staff=True)
    virksomhet(SKOLE)
    return inn(Bruker.objects.get(pk=bruker.pk))


@pytest.fixture
def glemt() -> Iterator[None]:
    """No message is remembered from another test."""
    driftsmelding.glem()
    yield
    driftsmelding.glem()


def test_kontroll_og_bekreft(admin: Client) -> None:
    """The list is checked first; confirmed, all are invited."""
    side = admin.post(MANGE, {"liste": LISTE}).content.decode()
    assert side.count("Klar") == 2 and "Inviter alle" in side and "Trondheim" in side
    assert not Bruker.objects.filter(first_name="Nora").exists()
    svar = admin.post(MANGE, {"liste": LISTE, "bekreft": "1"}, follow=True)
    assert "2 brukere er invitert" in svar.content.decode()
    assert sorted(b.to[0] for b in les_post()) == ["nora@kommune.example", "per@skolen.example"]
    assert Rolletildeling.objects.get(bruker__first_name="Per").rolle == Rolle.SKOLEKONTAKT


@pytest.mark.parametrize(
    ("linje", "feil"),
    [
        ("Nora;Ny;nora@kommune.example;kommune_flyktningtjeneste", "fem felter"),
        ("Nora;Ny;feil;kommune_flyktningtjeneste;5001", "E-postadressen er feil"),
        ("Nora;Ny;nora@kommune.example;konge;5001", "Rollen finnes ikke"),
        ("Nora;Ny;nora@kommune.example;skolekontakt;5001", "hører ikke til den"),
        ("Nora;Ny;nora@kommune.example;kommune_flyktningtjeneste;0301", "Virksomheten finnes ikke her"),
        ("Nora;Ny;nora@kommune.example;skolekontakt;099000001\nN;N;NORA@kommune.example;skolekontakt;099000001",
         "står i listen fra før"),
    ],
)  # fmt: skip
def test_feil_staar_ved_linjen(admin: Client, linje: str, feil: str) -> None:
    """One wrong line: nobody is invited, also when it is confirmed."""
    svar = admin.post(MANGE, {"liste": linje, "bekreft": "1"})
    assert svar.status_code == 422 and feil in svar.content.decode()
    assert not Bruker.objects.filter(email__icontains="nora").exists()


def test_alle_eller_ingen(admin: Client) -> None:
    """Somebody who has the role already stops the whole list, and it is said which line."""
    bruker = lag_bruker(Rolle.SKOLEKONTAKT)
    Bruker.objects.filter(pk=bruker.pk).update(email="per@skolen.example")
    svar = admin.post(MANGE, {"liste": LISTE, "bekreft": "1"})
    assert svar.status_code == 422 and "Linje 2" in svar.content.decode()
    assert not Bruker.objects.filter(first_name="Nora").exists()


def test_fil_eller_tekst(admin: Client) -> None:
    """A file is read as UTF-8; nothing, or something else, is refused."""
    fil = SimpleUploadedFile("brukere.csv", LISTE.encode("utf-8-sig"))
    assert admin.post(MANGE, {"fil": fil}).content.decode().count("Klar") == 2
    gal = SimpleUploadedFile("brukere.csv", "Per;Prøve".encode("latin-1"))
    assert "UTF-8" in admin.post(MANGE, {"fil": gal}).content.decode()
    assert admin.post(MANGE, {"liste": ""}).status_code == 422
    assert admin.get(MANGE).status_code == 200


def test_deaktiver_og_inviter_paa_nytt(admin: Client) -> None:
    """Bulk actions of the list of users; those that cannot be are said."""
    bruker, uten = lag_bruker(passord=PASSORD), lag_bruker()
    Bruker.objects.filter(pk=uten.pk).update(email="uten@kommune.example")
    deres, meg = inn(bruker), Bruker.objects.get(username="admin")

    def gjoer(hva: str, *valgt: Bruker) -> str:
        data = {"action": hva, "_selected_action": [b.pk for b in valgt]}
        return str(admin.post("/admin/tilgang/bruker/", data, follow=True).content.decode())

    assert "Sendt: 1." in gjoer("inviter_paa_nytt", bruker, uten, meg)
    assert len(les_post()) == 1
    side = gjoer("deaktiver", bruker, meg)
    assert "1 bruker er deaktivert" in side and "deg selv" in side
    assert deres.get("/").status_code == 302


def test_melding_paa_hver_side(admin: Client, glemt: None) -> None:
    """In the reader's language, in its time, the most serious first; escaped."""
    naa = timezone.now()
    for tekst, alvor, fra, til in (
        ("Snart <nede>", "info", -1, 1), ("Nede nå", "danger", -1, None), ("Over", "info", -3, -2),
        ("Kommer", "info", 2, None),
    ):  # fmt: skip
        svar = admin.post(
            "/admin/tilgang/driftsmelding/add/",
            {
                "tekst": tekst, "tekst_nn": f"{tekst} nn", "alvor": alvor,
                **_tid("fra", naa + timedelta(hours=fra)),
                **(_tid("til", naa + timedelta(hours=til)) if til else {}),
            },
        )  # fmt: skip
        assert svar.status_code == 302, svar.content.decode()
    driftsmelding.glem()
    side = Client().get("/om/").content.decode()
    assert side.index("Nede nå") < side.index("Snart &lt;nede&gt;")
    assert "Over" not in side and "Kommer" not in side
    nynorsk = Client()
    nynorsk.cookies["spraak"] = "nn"
    assert "Nede nå nn" in nynorsk.get("/om/").content.decode()
    rad = Driftsmelding.objects.get(tekst="Nede nå")
    assert rad.endret_av is not None and rad.endret_av.username == "admin"
    feil = admin.post(
        "/admin/tilgang/driftsmelding/add/",
        {
            "tekst": "a",
            "tekst_nn": "a",
            "alvor": "info",
            **_tid("fra", naa),
            **_tid("til", naa - timedelta(hours=1)),
        },
    )
    assert "må være etter" in feil.content.decode()


def _tid(felt: str, naar: Any) -> dict[str, str]:
    lokal = timezone.localtime(naar)
    return {f"{felt}_0": lokal.strftime("%d.%m.%Y"), f"{felt}_1": lokal.strftime("%H:%M:%S")}


def test_meldinger_leses_sjelden(glemt: None, django_assert_num_queries: Any) -> None:
    """Once in half a minute, also when there are none."""
    driftsmelding.meldinger_naa()
    with django_assert_num_queries(0):
        assert driftsmelding.meldinger_naa() == []


def test_listene_teller_ikke_loggen(admin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The count stops at a ceiling, and the list of look-ups asks at most fifteen questions."""
    from integrering.tilgang import paginering

    monkeypatch.setattr(paginering, "TAK", 3)
    person, av = lag_person(), lag_aktoer(nummer=TRONDHEIM)
    with kontekst(motor_kontekst()):
        for _ in range(5):
            Innsyn.objects.create(
                person_id=person.pk, bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id, hvor="person"
            )
        assert TakPaginator(Innsyn.objects.order_by("pk"), 2).count == 3
    assert TakPaginator([1, 2, 3, 4], 2).count == 3
    assert admin.get("/admin/tilgang/innsyn/").context["cl"].result_count == 3


@pytest.mark.parametrize(
    "liste", ["bruker", "virksomhet", "innsyn", "driftsmelding", "utsending", "rolletildelinghendelse"]
)
def test_hver_adminliste_stiller_hoeyst_femten_sporsmaal(
    admin: Client, liste: str, django_assert_max_num_queries: Any
) -> None:
    """However many rows."""
    for _ in range(5):
        lag_bruker()
    with django_assert_max_num_queries(15):
        assert admin.get(f"/admin/tilgang/{liste}/").status_code == 200
