"""Changing, closing and opening roles: who may, and what stays as it is."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang import actions
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, aktoer, gi_rolle, lag_bruker, virksomhet
from tests.tilgang.brukerhjelp import KA, KF, forvalter, rollen, skjema
from tests.tilgang.hjelp import PASSORD, inn
from tests.tilgang.posthjelp import les_post
from tests.tilgang.vegghjelp import Som


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
def test_konflikt_i_handlingen(som: Som) -> None:
    """An old version is refused by the row."""
    av, bruker = aktoer(forvalter()), lag_bruker(KF, TRONDHEIM)
    with som(av), pytest.raises(Konflikt), transaction.atomic():
        actions.endre_rolle(
            tildeling=rollen(bruker), valg=actions.Rollevalg(KF, date(2020, 1, 1)), versjon=7, av=av
        )


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
