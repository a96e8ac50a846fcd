"""The pages of users: the list, and giving somebody a role."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from typing import Any

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from integrering.grunnmur.feil import IkkeTilgang
from integrering.tilgang import actions
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Rolletildeling
from integrering.tilgang.roller import ROLLER_I, Rolle
from tests.fabrikk import ORGANISASJON, SKOLE, STEINKJER, TRONDHEIM, aktoer, lag_bruker, virksomhet
from tests.tilgang.brukerhjelp import KA, KF, forvalter, rollen, skjema
from tests.tilgang.hjelp import inn
from tests.tilgang.posthjelp import les_post
from tests.tilgang.vegghjelp import Som


@pytest.mark.django_db
class TestListen:
    """The list of users."""

    def test_egne_brukere_og_ingen_andre(self) -> None:
        """Names of the own municipality's users; another's are nowhere, and asking for them is a 404."""
        klient = inn(forvalter())
        lag_bruker(KF, TRONDHEIM, fornavn="Vaar", etternavn="Egen")
        annen = lag_bruker(KF, STEINKJER, fornavn="Deres", etternavn="Fremmed")
        side = klient.get("/brukere/")
        tekst = side.content.decode()
        assert "Brukere i Trondheim" in tekst and "Vaar Egen" in tekst and "Fremmed" not in tekst
        assert klient.get(f"/brukere/?sted={virksomhet(STEINKJER).pk}").status_code == 404
        assert klient.get("/brukere/?sted=x").status_code == 404
        assert klient.get(f"/brukere/{rollen(annen).pk}/").status_code == 404
        assert klient.get("/brukere/999999/").status_code == 404

    @pytest.mark.parametrize("hvem", [Rolle.ADMINISTRATOR, KA])
    def test_faa_sporringer(self, django_assert_max_num_queries: Any, hvem: Rolle) -> None:
        """At most ten, however many users."""
        klient = inn(lag_bruker(hvem))
        for nr in range(12):
            lag_bruker(KF, TRONDHEIM, etternavn=f"Nr{nr}")
        with django_assert_max_num_queries(10):
            klient.get(f"/brukere/?sted={virksomhet(TRONDHEIM).pk}")

    def test_bla_fram_og_tilbake(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """By name, æ, ø and å last, aa as å; no name twice and none left out."""
        from integrering.tilgang.queries import brukere as q

        monkeypatch.setattr(q, "SIDE", 2)
        klient = inn(forvalter())
        for navn in ("Øvrebø", "Aas", "Åsen", "Ærlig", "Berg"):
            lag_bruker(KF, TRONDHEIM, fornavn="A", etternavn=navn)
        sett, adresse = [], "/brukere/"
        while adresse:
            side = klient.get(adresse)
            sett.append([r.tildeling.bruker.last_name for r in side.context["rader"]])
            adresse = f"/brukere/{side.context['neste']}".replace("/brukere//brukere/", "/brukere/")
            if not side.context["neste"]:
                break
        assert list(chain(*sett)) == ["Berg", "Forvalter", "Ærlig", "Øvrebø", "Aas", "Åsen"]
        tilbake = klient.get(side.context["forrige"])
        assert [r.tildeling.bruker.last_name for r in tilbake.context["rader"]] == sett[1]
        foerst = klient.get(tilbake.context["forrige"])
        assert [r.tildeling.bruker.last_name for r in foerst.context["rader"]] == sett[0]
        assert foerst.context["forrige"] == "" and foerst.context["neste"]

    def test_stengte_og_tom_liste(self) -> None:
        """What is over lies on the second tab; an empty list says the next step."""
        klient = inn(lag_bruker(Rolle.ADMINISTRATOR))
        sted = virksomhet(SKOLE)
        assert "Inviter den første" in klient.get(f"/brukere/?sted={sted.pk}").content.decode()
        assert "Ingen er stengt ute" in klient.get(f"/brukere/?sted={sted.pk}&vis=stengte").content.decode()
        borte = lag_bruker(Rolle.SKOLEKONTAKT, etternavn="Sluttet")
        with kontekst(motor_kontekst()):
            borte.rolletildelinger.update(til=date(2020, 1, 1))
        lag_bruker(Rolle.SKOLEKONTAKT, etternavn="Kommer")
        with kontekst(motor_kontekst()):
            Rolletildeling.objects.filter(bruker__last_name="Kommer").update(
                fra=timezone.localdate() + timedelta(days=2)
            )
        naa = klient.get(f"/brukere/?sted={sted.pk}").content.decode()
        over = klient.get(f"/brukere/?sted={sted.pk}&vis=stengte").content.decode()
        assert "Sluttet" not in naa and "Begynner senere" in naa
        assert "Sluttet" in over and "Avsluttet" in over

    def test_uten_epost_sies_det(self, settings: Settings) -> None:
        """Without a mail server the pages say that invitations wait."""
        settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
        klient = inn(forvalter())
        for adresse in ("/brukere/", "/brukere/ny/"):
            assert "E-post er ikke satt opp" in klient.get(adresse).content.decode()
        klient.post("/brukere/ny/", skjema())
        assert les_post() == []
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        assert len(les_post()) == 1


@pytest.mark.django_db
class TestInviter:
    """Giving roles."""

    def test_paa_en_side(self) -> None:
        """Three fields and a button; the first day is today and the role is chosen."""
        klient = inn(forvalter())
        side = klient.get("/brukere/ny/").content.decode()
        assert "adressebeskyttelse" not in side and timezone.localdate().strftime("%d.%m.%Y") in side
        svar = klient.post("/brukere/ny/", skjema(), follow=True)
        assert "Nora Nybruker er invitert" in svar.content.decode()
        assert "Invitasjonen er på vei" in svar.content.decode()
        igjen = klient.post("/brukere/ny/", skjema(), follow=True)
        assert (
            igjen.status_code == 200 and Rolletildeling.objects.filter(bruker__first_name="Nora").count() == 1
        )
        assert len(les_post()) == 1
        assert "Invitert" in klient.get("/brukere/").content.decode()

    def test_hvem_som_gjorde_det(self) -> None:
        """The trail names the administrator."""
        inn(forvalter()).post("/brukere/ny/", skjema())
        hendelser = Rolletildeling.pgh_event_model.objects.filter(bruker__first_name="Nora")  # type: ignore[attr-defined]
        assert hendelser.get().pgh_context.metadata["navn"] == "Fatima Forvalter"

    @pytest.mark.parametrize(
        ("felt", "feil"),
        [
            ({"epost": "ikke-adresse"}, "Skriv en hel e-postadresse"),
            ({"fornavn": ""}, "Fyll ut fornavn"),
            ({"til": "31.12.2025"}, "Siste dag må være"),
            ({"fra": "32.01.2026"}, "finnes ikke i kalenderen"),
            ({"rolle": "administrator"}, "Velg"),
        ],
    )
    def test_feil_staar_ved_feltet(self, felt: dict[str, str], feil: str) -> None:
        """Nothing is saved, and what was typed is there."""
        svar = inn(forvalter()).post("/brukere/ny/", skjema(**felt))
        assert svar.status_code == 422 and feil in svar.content.decode()
        assert not Bruker.objects.filter(email="nora@kommune.example").exists()

    @pytest.mark.parametrize("rolle", sorted(set(Rolle) - ROLLER_I["kommune"]))
    def test_bare_kommunens_roller(self, som: Som, rolle: Rolle) -> None:
        """A municipal administrator gives municipal roles, never the scope for protected persons."""
        av = aktoer(forvalter())
        hvem = actions.Hvem("N", "N", "n@kommune.example")
        for valg in (
            actions.Rollevalg(rolle, date(2026, 1, 1)),
            actions.Rollevalg(KF, date(2026, 1, 1), None, True),
        ):
            with som(av), pytest.raises(IkkeTilgang):
                actions.inviter(hvem=hvem, valg=valg, virksomhet=virksomhet(TRONDHEIM), av=av)
        with som(av), pytest.raises(IkkeTilgang):
            actions.inviter(
                hvem=hvem,
                valg=actions.Rollevalg(KF, date(2026, 1, 1)),
                virksomhet=virksomhet(STEINKJER),
                av=av,
            )

    @pytest.mark.parametrize(
        ("nummer", "rolle"),
        [("50", Rolle.FYLKE_SAKSBEHANDLER), (STEINKJER, KA), (SKOLE, Rolle.SKOLEKONTAKT),
         (ORGANISASJON, Rolle.ORGANISASJON_SOEKER)],
    )  # fmt: skip
    def test_fylkets_administrator_overalt(self, nummer: str, rolle: Rolle) -> None:
        """At home, in the municipalities and at partners; not in another county."""
        klient, sted = inn(lag_bruker(Rolle.ADMINISTRATOR)), virksomhet(nummer)
        svar = klient.post(f"/brukere/ny/?sted={sted.pk}", skjema(rolle=rolle.value, skjermede="on"))
        assert svar.status_code == 302
        tildeling = Rolletildeling.objects.get(bruker__first_name="Nora")
        assert (tildeling.rolle, tildeling.virksomhet) == (rolle, sted)
        assert tildeling.kan_se_skjermede is (nummer in ("50", STEINKJER))
        assert klient.get(f"/brukere/?sted={virksomhet('34').pk}").status_code == 404
