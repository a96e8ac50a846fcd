"""The administration: who gets in, what may be done there, and what it shows."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from integrering.grunnmur.models import Jobb
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Innsyn
from integrering.tilgang.roller import Rolle
from tests.fabrikk import TRONDHEIM, lag_aktoer, lag_bruker, lag_person, virksomhet
from tests.tilgang.hjelp import PASSORD, inn, lag_jobb, logg_inn

pytestmark = pytest.mark.django_db


def _administrator() -> Client:
    bruker = lag_bruker(Rolle.ADMINISTRATOR, brukernavn="admin")
    Bruker.objects.filter(pk=bruker.pk).update(is_staff=True)
    return inn(Bruker.objects.get(pk=bruker.pk))


def test_admin_er_for_administratorer() -> None:
    """Anonymous users meet the one login; others a 403, superuser or not; both flags are needed."""
    svar = Client().get("/admin/")
    assert svar.status_code == 302
    assert Client().get(svar["Location"])["Location"].startswith("/logg-inn/?next=/admin/")
    for rolle in Rolle:
        bruker = lag_bruker(rolle)
        Bruker.objects.filter(pk=bruker.pk).update(
            is_superuser=True, is_staff=rolle is not Rolle.ADMINISTRATOR
        )
        for adresse in ("/admin/", "/admin/tilgang/bruker/", "/admin/login/"):
            svar = inn(Bruker.objects.get(pk=bruker.pk)).get(adresse, follow=True)
            assert svar.status_code == 403, (rolle, adresse)
    assert _administrator().get("/admin/").status_code == 200


def test_admin_gir_roller_som_passer() -> None:
    """A new user gets a role on the user's page; a role at the wrong kind of organisation is refused."""
    klient = _administrator()
    svar = klient.post(
        "/admin/tilgang/bruker/add/",
        {"username": "ny", "usable_password": "true", "password1": PASSORD, "password2": PASSORD},
    )
    ny = Bruker.objects.get(username="ny")
    adresse = svar["Location"]
    assert adresse == f"/admin/tilgang/bruker/{ny.pk}/change/"

    def gi(rolle: Rolle, nummer: str) -> Any:
        data = {
            "username": "ny", "maalform": "nn", "is_active": "on",
            "rolletildelinger-TOTAL_FORMS": "1", "rolletildelinger-INITIAL_FORMS": "0",
            "rolletildelinger-0-virksomhet": str(virksomhet(nummer).pk),
            "rolletildelinger-0-rolle": rolle.value,
            "rolletildelinger-0-fra": "2026-01-01", "rolletildelinger-0-bruker": str(ny.pk),
        }  # fmt: skip
        return klient.post(adresse, data)

    assert "Velg en kommune" in gi(Rolle.KOMMUNE_FLYKTNINGTJENESTE, "50").content.decode()
    assert "Velg Trøndelag" in gi(Rolle.ADMINISTRATOR, TRONDHEIM).content.decode()
    assert gi(Rolle.ADMINISTRATOR, "34").status_code == 200
    assert not ny.rolletildelinger.exists()
    assert gi(Rolle.KOMMUNE_FLYKTNINGTJENESTE, TRONDHEIM).status_code == 302
    assert ny.rolletildelinger.get().virksomhet == virksomhet(TRONDHEIM)
    endringer = klient.get("/admin/tilgang/rolletildelinghendelse/").content.decode()
    assert "Trondheim" in endringer and "Kari Prøve" in endringer


@pytest.mark.parametrize("spraak", ["nb", "nn"])
def test_admin_viser_alle_lister(spraak: str) -> None:
    """Every list and every form of the administration renders, in both languages, without inline scripts."""
    from django.contrib import admin

    klient = _administrator()
    klient.cookies["spraak"] = spraak
    with kontekst(motor_kontekst()):
        person = lag_person()
        aktoer = lag_aktoer()
        Innsyn.objects.create(
            person_id=person.pk, bruker_id=aktoer.bruker_id, virksomhet_id=aktoer.virksomhet_id, hvor="person"
        )
    lag_jobb(lag_bruker(Rolle.TILSKUDDSRAADGIVER))
    for modell, side in admin.site._registry.items():
        navn = f"admin:{modell._meta.app_label}_{modell._meta.model_name}"
        svar = klient.get(reverse(f"{navn}_changelist"), {"q": "a"} if side.search_fields else {})
        assert svar.status_code == 200, navn
        tekst = svar.content.decode()
        assert "<script>" not in tekst and " style=" not in tekst, navn
        assert person.fornavn not in tekst, navn
        with kontekst(motor_kontekst()):
            rad = modell._default_manager.first()
        if rad is not None:
            assert klient.get(reverse(f"{navn}_change", args=[rad.pk])).status_code == 200, navn


def test_admin_sletter_ingenting() -> None:
    """Users, roles and organisations are ended, not deleted; facts and logs are read-only."""
    klient = _administrator()
    bruker = lag_bruker()
    assert klient.post(f"/admin/tilgang/bruker/{bruker.pk}/delete/", {"post": "yes"}).status_code == 403
    klient.post(
        "/admin/tilgang/bruker/", {"action": "delete_selected", "_selected_action": bruker.pk, "post": "yes"}
    )
    assert Bruker.objects.filter(pk=bruker.pk).exists()
    assert klient.get("/admin/tilgang/innsyn/add/").status_code == 403
    assert klient.get("/admin/grunnmur/jobb/add/").status_code == 403


def test_hvem_saa_paa_personen() -> None:
    """The address of a person's page finds who looked; protected persons stay hidden."""
    klient = _administrator()
    person, skjermet = lag_person(), lag_person(adressebeskyttelse="fortrolig")
    seer = lag_aktoer()
    with kontekst(motor_kontekst()):
        for p in (person, skjermet):
            Innsyn.objects.create(
                person_id=p.pk, bruker_id=seer.bruker_id, virksomhet_id=seer.virksomhet_id, hvor="person"
            )
    side = klient.get("/admin/tilgang/innsyn/", {"q": f"https://x.example/personer/{person.noekkel}/"})
    assert f'href="/personer/{person.noekkel}/"' in side.content.decode()
    assert side.context["cl"].result_count == 1
    assert klient.get("/admin/tilgang/innsyn/", {"q": str(skjermet.noekkel)}).context["cl"].result_count == 0
    assert klient.get("/admin/tilgang/innsyn/").context["cl"].result_count == 1


def test_admin_starter_feilet_jobb_paa_nytt() -> None:
    """Failed ones wait again; others are left as they are, and it is said."""
    klient = _administrator()
    bruker = lag_bruker(Rolle.TILSKUDDSRAADGIVER)
    feilet, ferdig = lag_jobb(bruker, tilstand="feilet", feil="x"), lag_jobb(bruker, tilstand="ferdig")

    def start(jobb: Jobb) -> str:
        svar = klient.post(
            "/admin/grunnmur/jobb/",
            {"action": "start_paa_nytt", "_selected_action": str(jobb.pk)},
            follow=True,
        )
        return str(svar.content.decode())

    assert "1 jobb er startet på nytt" in start(feilet)
    assert "Bare jobber som har feilet" in start(ferdig)
    feilet.refresh_from_db()
    ferdig.refresh_from_db()
    assert (feilet.tilstand, ferdig.tilstand) == ("venter", "ferdig")


def test_administrator_aapner_innloggingen(client: Client) -> None:
    """A locked user gets in at once when the failed attempts are deleted."""
    from axes.models import AccessAttempt

    lag_bruker(brukernavn="kari", passord=PASSORD)
    for _ in range(5):
        logg_inn(client, "kari", "feil")
    admin = _administrator()
    valgt = list(AccessAttempt.objects.values_list("pk", flat=True))
    admin.post(
        "/admin/axes/accessattempt/",
        {"action": "delete_selected", "_selected_action": valgt, "post": "yes"},
    )
    assert logg_inn(client, "kari", PASSORD).status_code == 302


@pytest.mark.parametrize(("spraak", "navn", "hopp"), [
    ("nb", "Navn", "Hopp til hovedinnholdet"), ("nn", "Namn", "Hopp til hovudinnhaldet"),
])  # fmt: skip
def test_det_biblioteket_mangler_paa_norsk(spraak: str, navn: str, hopp: str) -> None:
    """The words Django has not translated are translated here."""
    klient = _administrator()
    klient.cookies["django_language"] = spraak
    with translation.override(spraak):
        assert (gettext("Model name"), gettext("Skip to main content")) == (navn, hopp)
    for adresse in ("/admin/", "/admin/tilgang/bruker/", "/admin/tilgang/bruker/add/"):
        side = klient.get(adresse).content.decode()
        for engelsk in ("Access attempts", "Model name", "Show counts", "Toggle theme", "Skip to"):
            assert engelsk not in side, (adresse, engelsk)
