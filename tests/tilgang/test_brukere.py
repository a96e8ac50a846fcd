"""The pages of users: who may give, change and end which roles, where."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, timedelta
from itertools import chain
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from pytest_django.fixtures import Settings

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang import actions, queries
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker, Rolletildeling
from integrering.tilgang.roller import Rolle
from tests.fabrikk import (
    ORGANISASJON,
    SKOLE,
    STEINKJER,
    TRONDHEIM,
    aktoer,
    gi_rolle,
    lag_aktoer,
    lag_bruker,
    virksomhet,
)
from tests.tilgang.hjelp import PASSORD, inn
from tests.tilgang.posthjelp import les_post
from tests.tilgang.vegghjelp import Som, nektet

KF, KA = Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.KOMMUNE_ADMINISTRATOR


def skjema(**felt: Any) -> dict[str, Any]:
    """Return what is typed to invite someone."""
    return {
        "fornavn": "Nora", "etternavn": "Nybruker", "epost": "nora@kommune.example", "rolle": KF.value,
        "fra": "01.01.2026", "til": "", "noekkel": "5f0a7f8e-3c6e-4a55-8f54-2f6f0a6d1c11",
    } | felt  # fmt: skip


def forvalter(nummer: str = TRONDHEIM) -> Bruker:
    return lag_bruker(KA, nummer, fornavn="Fatima", etternavn="Forvalter", passord=PASSORD)


def rollen(bruker: Bruker) -> Rolletildeling:
    with kontekst(motor_kontekst()):
        rad = queries.finn_tildeling(bruker.rolletildelinger.get().pk)
    assert rad is not None
    return rad


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
        """By name, æ, ø and å last; no name twice and none left out."""
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
        assert list(chain(*sett)) == ["Aas", "Berg", "Forvalter", "Ærlig", "Øvrebø", "Åsen"]
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

    @pytest.mark.parametrize("rolle", sorted(set(Rolle) - {KF, KA}))
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


@pytest.mark.django_db
class TestEndreOgStenge:
    """Changing and ending roles."""

    def test_endre_periode(self) -> None:
        """Saved; the role ends with its last day."""
        klient, bruker = inn(forvalter()), lag_bruker(KF, TRONDHEIM)
        adresse = f"/brukere/{rollen(bruker).pk}/"
        data = {"rolle": KA.value, "fra": "01.01.2020", "til": "31.12.2030", "versjon": "1"}
        svar = klient.post(adresse, data, follow=True)
        assert "er endret" in svar.content.decode()
        rad = rollen(bruker)
        assert (rad.rolle, rad.til, rad.versjon) == (KA, date(2030, 12, 31), 2)
        assert klient.post(adresse, data | {"til": "x"}).status_code == 422

    def test_to_samtidig(self) -> None:
        """The second sees the first's values and keeps their own; saving again uses them."""
        klient, bruker = inn(forvalter()), lag_bruker(KF, TRONDHEIM)
        adresse = f"/brukere/{rollen(bruker).pk}/"
        mitt = {"rolle": KF.value, "fra": "01.01.2020", "til": "31.12.2030", "versjon": "1"}
        klient.post(adresse, mitt | {"til": "01.07.2029"})
        svar = klient.post(adresse, mitt)
        tekst = svar.content.decode()
        assert svar.status_code == 409 and "01.07.2029" in tekst and "31.12.2030" in tekst
        assert "Fatima Forvalter" in tekst and 'name="versjon" value="2"' in tekst
        assert klient.post(adresse, mitt | {"versjon": "2"}).status_code == 302

    def test_samme_rolle_samme_dag(self, som: Som) -> None:
        """Two rows of the same role from the same day are refused beside the field."""
        av, bruker = aktoer(forvalter()), lag_bruker(KF, TRONDHEIM)
        annen = gi_rolle(bruker, KA, TRONDHEIM, fra=date(2021, 1, 1))
        with som(av), pytest.raises(Regelbrudd, match="fra samme dag"):
            valg = actions.Rollevalg(KF, date(2000, 1, 1))
            actions.endre_rolle(tildeling=annen, valg=valg, versjon=1, av=av)

    def test_steng_og_aapne(self) -> None:
        """Closed: out at the next click, everywhere, and on the other tab; opened: in again."""
        klient, bruker = inn(forvalter()), lag_bruker(KF, TRONDHEIM, passord=PASSORD)
        deres = inn(bruker)
        assert deres.get("/").status_code == 200
        pk = rollen(bruker).pk
        assert "Steng" in klient.get(f"/brukere/{pk}/steng/").content.decode()
        assert klient.get(f"/brukere/{pk}/aapne/").status_code == 405
        svar = klient.post(f"/brukere/{pk}/steng/", follow=True)
        assert "er stengt ute" in svar.content.decode() and f"/brukere/{pk}/" not in svar.content.decode()
        assert deres.get("/").status_code == 302
        bruker.refresh_from_db()
        assert inn(bruker).get("/")["Location"] == "/velg-virksomhet/"
        assert f"/brukere/{pk}/" in klient.get("/brukere/?vis=stengte").content.decode()
        assert klient.post(f"/brukere/{pk}/steng/").status_code == 302
        assert "kan logge inn igjen" in klient.post(f"/brukere/{pk}/aapne/", follow=True).content.decode()
        assert klient.post(f"/brukere/{pk}/aapne/").status_code == 302
        assert inn(bruker).get("/").status_code == 200

    def test_invitasjonen_staar_naar_det_er_flere_roller(self, som: Som) -> None:
        """Closing one of two roles does not take the invitation back."""
        klient = inn(forvalter())
        klient.post("/brukere/ny/", skjema())
        ny = Bruker.objects.get(first_name="Nora")
        gi_rolle(ny, KF, STEINKJER)
        pk = ny.rolletildelinger.get(virksomhet=virksomhet(TRONDHEIM)).pk
        klient.post(f"/brukere/{pk}/steng/")
        assert len(les_post()) == 1

    def test_siste_administrator_og_en_selv(self) -> None:
        """Both are said before it happens, and can be done after a tick."""
        meg = forvalter()
        klient, pk = inn(meg), rollen(meg).pk
        side = klient.get(f"/brukere/{pk}/steng/").content.decode()
        assert "din egen rolle" in side and "siste administratoren i Trondheim" in side
        svar = klient.post(f"/brukere/{pk}/steng/")
        assert svar.status_code == 422 and "Kryss av" in svar.content.decode()
        svar = klient.post(
            f"/brukere/{pk}/", {"rolle": KF.value, "fra": "01.01.2000", "til": "", "versjon": "1"}
        )
        assert svar.status_code == 422 and 'name="likevel"' in svar.content.decode()
        fylket = inn(lag_bruker(Rolle.ADMINISTRATOR))
        svar = fylket.post(f"/brukere/{pk}/steng/")
        assert svar.status_code == 422 and "siste administratoren" in svar.content.decode()
        svar = klient.post(
            f"/brukere/{pk}/",
            {"rolle": KA.value, "fra": "01.01.2000", "til": "31.12.2099", "versjon": "1", "likevel": "on"},
        )
        assert svar.status_code == 302
        assert klient.post(f"/brukere/{pk}/steng/", {"likevel": "ja"}).status_code == 302
        assert rollen(meg).stengt

    def test_fylkets_siste_administrator_blir(self, som: Som) -> None:
        """The county is never without an administrator, whatever is ticked."""
        meg = lag_bruker(Rolle.ADMINISTRATOR)
        av = aktoer(meg)
        with som(av), pytest.raises(Regelbrudd, match="siste administratoren i fylkeskommunen"):
            actions.steng_rolle(tildeling=rollen(meg), av=av, likevel=True)
        annen = lag_bruker(Rolle.ADMINISTRATOR)
        with som(av):
            actions.steng_rolle(tildeling=rollen(annen), av=av)

    def test_rolle_med_skjermede_er_fylkets(self) -> None:
        """A municipal administrator may close it, not change or open it; the county may."""
        klient, bruker = inn(forvalter()), lag_bruker(KF, TRONDHEIM, skjermede=True, passord=PASSORD)
        pk = rollen(bruker).pk
        data = {"rolle": KF.value, "fra": "01.01.2000", "til": "", "versjon": "1"}
        svar = klient.post(f"/brukere/{pk}/", data)
        assert svar.status_code == 422 and "Bare fylkeskommunen" in svar.content.decode()
        assert klient.post(f"/brukere/{pk}/steng/").status_code == 302
        assert "Bare fylkeskommunen" in klient.post(f"/brukere/{pk}/aapne/", follow=True).content.decode()
        fylket = inn(lag_bruker(Rolle.ADMINISTRATOR))
        fylket.post(f"/brukere/{pk}/aapne/")
        fylket.post(f"/brukere/{pk}/", data | {"versjon": "3"})
        rad = rollen(bruker)
        assert (rad.stengt, rad.kan_se_skjermede) == (None, False)

    def test_invitasjon_paa_nytt(self) -> None:
        """For those who have no password yet."""
        klient = inn(forvalter())
        klient.post("/brukere/ny/", skjema())
        les_post()
        ny = Bruker.objects.get(first_name="Nora")
        adresse = f"/brukere/{rollen(ny).pk}/"
        assert "Send invitasjonen på nytt" in klient.get(adresse).content.decode()
        assert "sendt på nytt" in klient.post(f"{adresse}inviter/", follow=True).content.decode()
        assert len(les_post()) == 1
        med = rollen(lag_bruker(KF, TRONDHEIM, passord=PASSORD))
        assert "ingenting å sende" in klient.post(f"/brukere/{med.pk}/inviter/", follow=True).content.decode()

    def test_andre_naar_ingenting(self, som: Som) -> None:
        """Another municipality's role is not changed, closed, opened or sent to, by page or action."""
        annen, meg = lag_bruker(KF, STEINKJER), forvalter()
        rad, klient, av = rollen(annen), inn(meg), aktoer(meg)
        for sti in ("", "steng/", "aapne/", "inviter/"):
            assert klient.post(f"/brukere/{rad.pk}/{sti}").status_code == 404
        for gjoer in (actions.steng_rolle, actions.aapne_rolle, actions.send_paa_nytt):
            with som(av), pytest.raises(IkkeTilgang):
                gjoer(tildeling=rad, av=av)
        with som(av), pytest.raises(IkkeTilgang):
            actions.endre_rolle(tildeling=rad, valg=actions.Rollevalg(KF, date(2020, 1, 1)), versjon=1, av=av)


@pytest.mark.django_db
class TestVeggen:
    """What the database itself refuses a municipal administrator."""

    def test_roller(self, som: Som) -> None:
        """Only at home, only municipal roles, never the scope, only in one's own name."""
        av, bruker, annen = aktoer(forvalter()), lag_bruker(KF, TRONDHEIM), lag_bruker(KF, STEINKJER)
        min_rad, deres = rollen(bruker), rollen(annen)
        hjemme, fylket = virksomhet(TRONDHEIM), virksomhet("50")

        def ny(**felt: Any) -> None:
            verdier = {"bruker_id": bruker.pk, "virksomhet": hjemme, "rolle": KA, "fra": date(2026, 1, 1),
                       "endret_av_id": av.bruker_id}  # fmt: skip
            Rolletildeling.objects.create(**(verdier | felt))

        with som(av):
            for felt in (
                {"virksomhet": virksomhet(STEINKJER)}, {"virksomhet": fylket, "rolle": Rolle.ADMINISTRATOR},
                {"rolle": Rolle.ADMINISTRATOR}, {"kan_se_skjermede": True}, {"endret_av_id": annen.pk},
            ):  # fmt: skip
                with nektet("row-level security"):
                    ny(**felt)
            ny()
            rader = Rolletildeling.objects
            assert set(rader.values_list("virksomhet_id", flat=True)) == {hjemme.pk}
            assert rader.filter(pk=deres.pk).update(til=date(2026, 1, 2)) == 0
            with nektet("permission denied"):
                rader.filter(pk=min_rad.pk).update(kan_se_skjermede=True)
            with nektet("row-level security"):
                rader.filter(pk=min_rad.pk).update(rolle=Rolle.ADMINISTRATOR, endret_av_id=av.bruker_id)
            with nektet("permission denied"):
                rader.filter(pk=min_rad.pk).update(virksomhet=fylket)
            with nektet("permission denied"):
                rader.filter(pk=min_rad.pk).delete()

    def test_skjermet_rolle_kan_bare_stenges(self, som: Som) -> None:
        """The wall, not only the action."""
        av, bruker = aktoer(forvalter()), lag_bruker(KF, TRONDHEIM, skjermede=True)
        rad = Rolletildeling.objects.filter(bruker=bruker)
        with som(av):
            with nektet("row-level security"):
                rad.update(til=date(2099, 1, 1), endret_av_id=av.bruker_id)
            assert rad.update(stengt=timezone.now(), endret_av_id=av.bruker_id) == 1
            with nektet("row-level security"):
                rad.update(stengt=None, endret_av_id=av.bruker_id)

    def test_brukere(self, som: Som) -> None:
        """Others' users are not there; one's colleagues are read, not written."""
        meg, kollega, annen = forvalter(), lag_bruker(KF, TRONDHEIM), lag_bruker(KF, STEINKJER)
        with som(aktoer(meg)):
            assert set(Bruker.objects.values_list("pk", flat=True)) == {meg.pk, kollega.pk}
            assert Bruker.objects.filter(pk__in=[kollega.pk, annen.pk]).update(first_name="X") == 0
            assert Bruker.objects.filter(pk=meg.pk).update(first_name="Eget") == 1
            with nektet("row-level security"):
                Bruker.objects.create(username="ny")

    @pytest.mark.parametrize("tabell", ["invitasjon", "passordlenke", "utsending"])
    def test_noekler_og_utboks(self, som: Som, tabell: str) -> None:
        """Nobody who is logged in writes them; only the two kinds of administrator read of them."""
        leser = {
            ("invitasjon", Rolle.ADMINISTRATOR), ("invitasjon", KA), ("utsending", Rolle.ADMINISTRATOR),
        }  # fmt: skip
        for rolle in (Rolle.ADMINISTRATOR, KF, KA, Rolle.SKOLEKONTAKT, Rolle.ORGANISASJON_SOEKER):
            with som(lag_aktoer(rolle)), connection.cursor() as peker:
                for setning in (
                    f"UPDATE tilgang_{tabell} SET bruker_id = NULL",
                    f"DELETE FROM tilgang_{tabell}",
                ):
                    with nektet("permission denied"):
                        peker.execute(setning)
                if (tabell, rolle) not in leser:
                    with nektet("permission denied"):
                        peker.execute(f"SELECT 1 FROM tilgang_{tabell}")
                else:
                    peker.execute(f"SELECT 1 FROM tilgang_{tabell}")

    def test_forvalteren_ser_ingen_personer(self, som: Som) -> None:
        """No table with persons is open."""
        with som(aktoer(forvalter())), nektet("permission denied"), connection.cursor() as peker:
            peker.execute("SELECT 1 FROM nir_person")


@pytest.mark.django_db
class TestVirksomheter:
    """Schools and organisations, and whose users to see."""

    def test_opprett(self, settings: Settings) -> None:
        """The number is controlled; invented ones belong to the demo."""
        klient = inn(lag_bruker(Rolle.ADMINISTRATOR))
        data = {"type": "skole", "navn": "Ny skole", "nummer": "974 760 673", "maalform": "nb"}
        svar = klient.post("/brukere/virksomheter/ny/", data, follow=True)
        assert "Ny skole er opprettet" in svar.content.decode()
        assert "finnes fra før" in klient.post("/brukere/virksomheter/ny/", data).content.decode()
        for nummer in ("974760674", "099000009", "97476067", "x"):
            svar = klient.post("/brukere/virksomheter/ny/", data | {"nummer": nummer})
            assert svar.status_code == 422 and "Organisasjonsnummeret er feil" in svar.content.decode()
        settings.DEMO = True
        assert klient.post("/brukere/virksomheter/ny/", data | {"nummer": "099000009"}).status_code == 302

    def test_bare_fylkets_administrator(self, som: Som) -> None:
        """Nobody else, and no other kinds."""
        felt = {"nummer": "974760673", "navn": "N", "maalform": "nb"}
        av = lag_aktoer(KA)
        with som(av), pytest.raises(IkkeTilgang):
            actions.opprett_virksomhet(type_="skole", av=av, **felt)
        av = lag_aktoer(Rolle.ADMINISTRATOR)
        with som(av), pytest.raises(Regelbrudd, match="Velg skole"):
            actions.opprett_virksomhet(type_="kommune", av=av, **felt)

    def test_velg_virksomhet(
        self, django_assert_max_num_queries: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """By name, number and kind; page by page; those of other counties are not here."""
        from integrering.tilgang.views import brukere as v

        klient, adresse = inn(lag_bruker(Rolle.ADMINISTRATOR)), "/brukere/virksomheter/"
        virksomhet(SKOLE)
        with django_assert_max_num_queries(10):
            side = klient.get(adresse).content.decode()
        assert "Trondheim" in side and "Oslo" not in side
        for sporring, navn in (
            ("navn=trondh", "Trondheim"),
            ("navn=5006", "Steinkjer"),
            ("type=skole", "Prøvedal"),
        ):
            side = klient.get(f"{adresse}?{sporring}").content.decode()
            assert navn in side and side.count("?sted=") == 1
        assert "Ingen virksomheter passer" in klient.get(f"{adresse}?navn=zzzz").content.decode()
        monkeypatch.setattr(v, "VIRKSOMHETER", 3)
        foerste = klient.get(adresse)
        andre = klient.get(adresse + foerste.context["neste"])
        assert foerste.context["rader"][-1].navn < andre.context["rader"][0].navn
        assert andre.context["forrige"] == adresse
        assert klient.get(f"{adresse}?etter=999999").status_code == 200


@pytest.mark.django_db
def test_deaktiver_bruker(som: Som) -> None:
    """Out wholly, at once; never oneself, never the county's last administrator."""
    meg, bruker = lag_bruker(Rolle.ADMINISTRATOR), lag_bruker(KF, TRONDHEIM)
    av, deres = aktoer(meg), inn(bruker)
    with som(av):
        actions.deaktiver_bruker(bruker=bruker, av=av)
        with pytest.raises(Regelbrudd, match="deg selv"):
            actions.deaktiver_bruker(bruker=meg, av=av)
    assert deres.get("/")["Location"].startswith("/logg-inn/")
    annen = lag_bruker(Rolle.ADMINISTRATOR)
    with som(aktoer(annen)):
        actions.deaktiver_bruker(bruker=meg, av=aktoer(annen))
    # the one who is out already had a page open
    with som(av), pytest.raises(Regelbrudd, match="siste administratoren"):
        actions.deaktiver_bruker(bruker=annen, av=av)


def _begge(gjoer: Callable[[int], None]) -> list[BaseException]:
    """Run it twice at once, in threads with connections of their own; return what was raised."""
    feil: list[BaseException] = []

    def loep(nr: int) -> None:
        try:
            gjoer(nr)
        except BaseException as e:
            feil.append(e)
        finally:
            connection.close()

    traader = [threading.Thread(target=loep, args=(nr,)) for nr in (0, 1)]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join(timeout=30)
    return feil


@pytest.mark.usefixtures("egen_database")
def test_to_administratorer_stenger_hverandre_samtidig(django_db_blocker: Any) -> None:
    """Two municipal administrators who close each other in the same second: one is told it is the last."""
    with django_db_blocker.unblock():
        brukere = [lag_bruker(KA, TRONDHEIM), lag_bruker(KA, TRONDHEIM)]
        aktoerer = [aktoer(b) for b in brukere]
        rader = [rollen(b) for b in brukere]
        klar = threading.Barrier(2)

        def steng(nr: int) -> None:
            with django_db_blocker.unblock(), kontekst(kontekst_for(aktoerer[nr])):
                klar.wait(timeout=10)
                actions.steng_rolle(tildeling=rader[1 - nr], av=aktoerer[nr])

        feil = _begge(steng)
        assert [type(f) for f in feil] == [Regelbrudd], feil
        with kontekst(motor_kontekst()):
            assert Rolletildeling.objects.filter(stengt__isnull=True).count() == 1


@pytest.mark.usefixtures("egen_database")
def test_invitert_to_ganger_samtidig(django_db_blocker: Any) -> None:
    """Two who invite the same person at once make one user and one role."""
    with django_db_blocker.unblock():
        av = [aktoer(lag_bruker(KA, TRONDHEIM)) for _ in range(2)]
        sted, klar = virksomhet(TRONDHEIM), threading.Barrier(2)

        def inviter(nr: int) -> None:
            with django_db_blocker.unblock(), kontekst(kontekst_for(av[nr])):
                klar.wait(timeout=10)
                actions.inviter(
                    hvem=actions.Hvem("N", "N", "n@kommune.example"),
                    valg=actions.Rollevalg(KF, date(2026, 1, 1)), virksomhet=sted, av=av[nr],
                )  # fmt: skip

        feil = _begge(inviter)
        assert [type(f) for f in feil] == [Regelbrudd], feil
        assert Bruker.objects.filter(email="n@kommune.example").count() == 1


@pytest.mark.django_db
def test_konflikt_i_handlingen(som: Som) -> None:
    """An old version is refused by the row."""
    av, bruker = aktoer(forvalter()), lag_bruker(KF, TRONDHEIM)
    with som(av), pytest.raises(Konflikt), transaction.atomic():
        actions.endre_rolle(
            tildeling=rollen(bruker), valg=actions.Rollevalg(KF, date(2020, 1, 1)), versjon=7, av=av
        )
