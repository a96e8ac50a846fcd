"""Schools and organisations that users work for, and whose users to see."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django.fixtures import Settings

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang import actions
from integrering.tilgang.roller import Rolle
from tests.fabrikk import SKOLE, lag_aktoer, lag_bruker, virksomhet
from tests.tilgang.brukerhjelp import KA
from tests.tilgang.hjelp import inn
from tests.tilgang.vegghjelp import Som


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
