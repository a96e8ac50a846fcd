"""Invitation by e-mail: sent, used once, expired, asked for again, withdrawn."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang import actions, queries
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Invitasjon, Rolletildeling
from integrering.tilgang.noekler import avtrykk
from integrering.tilgang.roller import Rolle
from tests.fabrikk import TRONDHEIM, gi_rolle, lag_aktoer, lag_bruker, virksomhet
from tests.tilgang.hjelp import PASSORD, inn, logg_inn
from tests.tilgang.posthjelp import lenken, les_post
from tests.tilgang.vegghjelp import Som

pytestmark = pytest.mark.django_db
ANNET = "enda et langt passord 2099"


@pytest.fixture
def forvalter() -> Aktoer:
    """The administrator of Trondheim's users."""
    return lag_aktoer(Rolle.KOMMUNE_ADMINISTRATOR)


def inviter(
    som: Som, av: Aktoer, *, epost: str = "Ny.Bruker@trondheim.example", **mer: str
) -> Rolletildeling:
    """Invite someone to Trondheim."""
    with som(av):
        return actions.inviter(
            hvem=actions.Hvem("Nora", "Nybruker", epost),
            valg=actions.Rollevalg(Rolle.KOMMUNE_FLYKTNINGTJENESTE, timezone.localdate()),
            virksomhet=virksomhet(TRONDHEIM), av=av, **mer,
        )  # fmt: skip


def test_fra_invitasjon_til_innlogget(som: Som, forvalter: Aktoer, client: Client) -> None:
    """One e-mail, one link, a password, and in; the key stands in no address that is shown."""
    inviter(som, forvalter)
    (brev,) = les_post()
    assert brev.to == ["ny.bruker@trondheim.example"] and brev.subject == "Invitasjon til Integrering"
    assert "Kari Prøve i Trondheim" in brev.body and "bare én gang" in brev.body
    svar = client.get(lenken(brev))
    assert (svar["Location"], svar["Referrer-Policy"]) == ("/invitasjon/", "no-referrer")
    side = client.get("/invitasjon/").content.decode()
    assert "Nora Nybruker" in side and "ny.bruker@trondheim.example" in side
    svar = client.post("/invitasjon/", {"passord1": PASSORD, "passord2": PASSORD})
    assert svar["Location"] == "/"
    assert "Flyktningtjenesten" in client.get("/").content.decode()
    assert logg_inn(Client(), "ny.bruker@trondheim.example", PASSORD).status_code == 302
    assert les_post() == []


@pytest.mark.parametrize(
    ("passord1", "passord2", "feil"),
    [
        ("kort", "kort", "Det må ha minst 12 tegn"),
        (PASSORD, ANNET, "er ikke like"),
        ("", "", "Fyll ut nytt passord"),
        ("ny.bruker@trondheim", "ny.bruker@trondheim", "passordet"),
    ],
)
def test_svakt_passord(
    som: Som, forvalter: Aktoer, client: Client, passord1: str, passord2: str, feil: str
) -> None:
    """What is wrong is said beside the field, and the link still works."""
    inviter(som, forvalter)
    client.get(lenken(les_post()[0]))
    svar = client.post("/invitasjon/", {"passord1": passord1, "passord2": passord2})
    assert svar.status_code == 422
    assert feil in svar.content.decode()
    assert client.post("/invitasjon/", {"passord1": PASSORD, "passord2": PASSORD}).status_code == 302


def test_lenken_virker_en_gang(som: Som, forvalter: Aktoer) -> None:
    """Used: told so. Two at once: the second is refused by the row itself."""
    inviter(som, forvalter)
    lenke = lenken(les_post()[0])
    foerst, saa = Client(), Client()
    for klient in (foerst, saa):
        klient.get(lenke)
    assert foerst.post("/invitasjon/", {"passord1": PASSORD, "passord2": PASSORD}).status_code == 302
    svar = saa.post("/invitasjon/", {"passord1": ANNET, "passord2": ANNET})
    assert svar.status_code == 410 and "Invitasjonen er brukt" in svar.content.decode()
    with pytest.raises(Regelbrudd):
        actions.ta_imot_invitasjon(avtrykket=avtrykk(lenke.split("/")[2]), passord=ANNET)
    assert logg_inn(Client(), "ny.bruker@trondheim.example", ANNET).status_code == 200


@pytest.mark.parametrize("noekkel", ["x", "A" * 43, "finnes-ikke"])
def test_gjettet_noekkel(client: Client, noekkel: str) -> None:
    """A key that nobody was sent leads to a page that reveals nothing; the same for an empty session."""
    client.get(f"/invitasjon/{noekkel}/")
    for metode in (client.get, client.post):
        svar = metode("/invitasjon/")
        assert svar.status_code == 404 and "Invitasjonen virker ikke" in svar.content.decode()
    with pytest.raises(Regelbrudd):
        actions.ta_imot_invitasjon(avtrykket="", passord=PASSORD)


def test_noekkelen_lagres_ikke(som: Som, forvalter: Aktoer) -> None:
    """The database has its fingerprint only."""
    inviter(som, forvalter)
    noekkel = lenken(les_post()[0]).split("/")[2]
    with kontekst(motor_kontekst()):
        (rad,) = Invitasjon.objects.values()
    assert noekkel not in str(rad) and rad["avtrykk"] == avtrykk(noekkel)


def test_utloept_invitasjon_og_en_ny(som: Som, forvalter: Aktoer) -> None:
    """After seven days the page offers a new one, to the same address, at most once an hour."""
    inviter(som, forvalter)
    gammel, klient = lenken(les_post()[0]), Client()
    klient.get(gammel)
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1), tick=False):
        klient = Client()
        klient.get(gammel)
        svar = klient.get("/invitasjon/")
        assert svar.status_code == 410 and "Be om ny invitasjon" in svar.content.decode()
        assert "er på vei" in klient.post("/invitasjon/").content.decode()
        with som(forvalter):
            rad = queries.brukere_hos(virksomhet(TRONDHEIM), stengte=False, etter=None, foer=None).rader
            assert {r.invitasjon for r in rad} == {"", "bedt"}
        svar = klient.post("/invitasjon/")
        assert svar.status_code == 410 and "allerede på vei" in svar.content.decode()
        (brev,) = les_post()
        assert brev.to == ["ny.bruker@trondheim.example"]
        klient.get(gammel)
        assert klient.get("/invitasjon/").status_code == 404
        klient.get(lenken(brev))
        assert klient.get("/invitasjon/").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=7, hours=2), tick=False):
        assert klient.get("/invitasjon/").status_code == 200


def test_utloept_er_utloept_ogsaa_for_handlingen(som: Som, forvalter: Aktoer) -> None:
    """The action asks the clock itself, not the page."""
    inviter(som, forvalter)
    noekkel = lenken(les_post()[0]).split("/")[2]
    with (
        time_machine.travel(timezone.now() + timedelta(days=8), tick=False),
        pytest.raises(Regelbrudd, match="Be om en ny"),
    ):
        actions.ta_imot_invitasjon(avtrykket=avtrykk(noekkel), passord=PASSORD)


def test_trukket_invitasjon(som: Som, forvalter: Aktoer, client: Client) -> None:
    """Closing the only role takes the invitation back: the link, a new one, and the e-mail that waits."""
    tildeling = inviter(som, forvalter)
    lenke = lenken(les_post()[0])
    with som(forvalter):
        actions.send_paa_nytt(tildeling=tildeling, av=forvalter)
        actions.steng_rolle(tildeling=tildeling, av=forvalter)
    assert les_post() == []
    client.get(lenke)
    assert client.get("/invitasjon/").status_code == 404
    with kontekst(motor_kontekst()):
        inv = Invitasjon.objects.get()
    with pytest.raises(Regelbrudd, match="gjelder ikke lenger"):
        actions.be_om_ny_invitasjon(invitasjon_id=inv.pk)
    with som(forvalter), pytest.raises(Regelbrudd, match="ingenting å sende"):
        actions.send_paa_nytt(tildeling=tildeling, av=forvalter)
    with som(forvalter):
        tildeling.refresh_from_db()
        actions.aapne_rolle(tildeling=tildeling, av=forvalter)
    assert len(les_post()) == 1


def test_dobbel_innsending_gir_en_invitasjon(som: Som, forvalter: Aktoer) -> None:
    """The same form twice: one user, one role, one e-mail. Another form: told that they have it."""
    foerst = inviter(som, forvalter, noekkel="n1")
    igjen = inviter(som, forvalter, noekkel="n1")
    assert igjen.pk == foerst.pk
    with pytest.raises(Regelbrudd, match="allerede denne rollen"):
        inviter(som, forvalter, noekkel="n2")
    assert len(les_post()) == 1


def test_den_som_finnes_faar_rollen_og_beskjed(som: Som, forvalter: Aktoer) -> None:
    """A user of another municipality gets the role, and keeps name and password."""
    annen = lag_bruker(nummer="5006", fornavn="Per", passord=PASSORD)
    Bruker.objects.filter(pk=annen.pk).update(email="PER@kommune.example", maalform="nn")
    tildeling = inviter(som, forvalter, epost="per@kommune.example")
    assert tildeling.bruker_id == annen.pk
    annen.refresh_from_db()
    assert annen.first_name == "Per" and annen.check_password(PASSORD)
    (brev,) = les_post()
    assert "/min-side/" in brev.body and "Nora" not in brev.body
    Bruker.objects.filter(pk=annen.pk).update(is_active=False)
    with pytest.raises(Regelbrudd, match="kan ikke inviteres"):
        inviter(som, forvalter, epost="per@kommune.example")


def test_brukernavnet_kan_vaere_en_annens(som: Som, forvalter: Aktoer) -> None:
    """An address that is somebody's user name is not taken over."""
    lag_bruker(brukernavn="opptatt@kommune.example")
    with pytest.raises(Regelbrudd, match="kan ikke inviteres"):
        inviter(som, forvalter, epost="opptatt@kommune.example")


def test_rollen_fra_samme_dag_aapnes_i_stedet(som: Som, forvalter: Aktoer) -> None:
    """Somebody who had the role is not invited to the same day again."""
    tildeling = inviter(som, forvalter)
    with som(forvalter):
        actions.steng_rolle(tildeling=tildeling, av=forvalter)
    with pytest.raises(Regelbrudd, match="Åpne den igjen"):
        inviter(som, forvalter)


def test_ny_invitasjon_til_den_som_venter(som: Som, forvalter: Aktoer) -> None:
    """Invited to a second role before the first was answered: the same invitation is sent again."""
    inviter(som, forvalter)
    with som(forvalter):
        actions.inviter(
            hvem=actions.Hvem("Nora", "Nybruker", "ny.bruker@trondheim.example"),
            valg=actions.Rollevalg(Rolle.KOMMUNE_ADMINISTRATOR, date(2020, 1, 1)),
            virksomhet=virksomhet(TRONDHEIM), av=forvalter,
        )  # fmt: skip
    foerste, andre = les_post()
    assert lenken(foerste) != lenken(andre)
    with kontekst(motor_kontekst()):
        assert Invitasjon.objects.count() == 1


def test_innlogget_som_en_annen(som: Som, forvalter: Aktoer) -> None:
    """Whoever opens the link logged in as somebody else ends up as the invited one, with a new session."""
    inviter(som, forvalter)
    klient = inn(lag_bruker())
    klient.get(lenken(les_post()[0]))
    klient.post("/invitasjon/", {"passord1": PASSORD, "passord2": PASSORD})
    assert klient.get("/min-side/").context["bruker"].first_name == "Nora"


def test_spraaket_er_kommunens(som: Som, forvalter: Aktoer) -> None:
    """A new user reads the language the municipality has decided."""
    sted = virksomhet(TRONDHEIM)
    type(sted).objects.filter(pk=sted.pk).update(maalform="nn")
    assert inviter(som, forvalter).bruker.maalform == "nn"


def test_stengt_bruker_faar_ingen_post(som: Som, forvalter: Aktoer) -> None:
    """A deactivated user's invitation is neither sent nor used."""
    bruker = inviter(som, forvalter).bruker
    lenke = lenken(les_post()[0])
    Bruker.objects.filter(pk=bruker.pk).update(is_active=False)
    klient = Client()
    klient.get(lenke)
    assert klient.get("/invitasjon/").status_code == 404
    gi_rolle(bruker, Rolle.KOMMUNE_FLYKTNINGTJENESTE, "5006")
    assert les_post() == []
