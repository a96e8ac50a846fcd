"""What the database itself refuses a municipal administrator."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from integrering.tilgang.models import Bruker, Rolletildeling
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, aktoer, lag_aktoer, lag_bruker, virksomhet
from tests.tilgang.brukerhjelp import KA, KF, forvalter, rollen
from tests.tilgang.vegghjelp import Som, nektet


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
