"""Who registers what: decided by administrators, seen by those who work there, written down."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction
from django.test import Client

from integrering.grunnmur.feil import IkkeTilgang
from integrering.matrise import actions
from integrering.matrise.models import Ansvar
from integrering.matrise.queries.ansvar import fordelt_i, punkter_til
from integrering.matrise.rules.ansvar import STANDARD, Tjeneste
from integrering.nir.rules.registreringer import Registrering
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.matrise.hjelp import deltaker
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
SIDE = f"/registreringsmatrise/ansvar/{TRONDHEIM}/"
VO, FT = Tjeneste.VOKSENOPPLAERINGEN, Tjeneste.FLYKTNINGTJENESTEN


def _svar(**endret: str) -> dict[str, str]:
    return {hva.value: hvem.value for hva, hvem in STANDARD.items()} | endret


def test_kommunens_administrator_bestemmer_for_egen_kommune() -> None:
    klient = inn(lag_bruker(Rolle.KOMMUNE_ADMINISTRATOR, TRONDHEIM))
    assert klient.get("/registreringsmatrise/ansvar/").headers["Location"] == SIDE
    svar: Any = klient.post(SIDE, _svar(norskmaal="voksenopplaeringen"), follow=True)
    assert "1 registrering har fått ny ansvarlig." in svar.content.decode()
    assert (
        "Ingenting er endret."
        in klient.post(SIDE, _svar(norskmaal="voksenopplaeringen"), follow=True).content.decode()
    )
    klient.post(SIDE, _svar())
    assert klient.get(f"/registreringsmatrise/ansvar/{STEINKJER}/").status_code == 404
    assert klient.post(SIDE, _svar(norskmaal="ingen")).status_code == 422
    with kontekst(motor_kontekst()):
        assert fordelt_i(virksomhet(TRONDHEIM).pk) == STANDARD
        historikk = apps.get_model("matrise", "AnsvarHendelse")._default_manager.order_by("pk")
        assert list(historikk.values_list("tjeneste", flat=True)) == [VO, FT]


def test_fylkets_administrator_ser_alle_kommuner() -> None:
    klient = inn(lag_bruker(Rolle.ADMINISTRATOR))
    klient.post(SIDE, _svar(norskmaal="voksenopplaeringen"))
    kommuner = {k.nummer: n for k, n in klient.get("/registreringsmatrise/ansvar/").context["kommuner"]}
    assert (kommuner[TRONDHEIM], kommuner[STEINKJER]) == (1, 0)


@pytest.mark.parametrize("rolle", [Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.FYLKE_SAKSBEHANDLER])
def test_andre_leser(rolle: Rolle) -> None:
    klient = inn(lag_bruker(rolle))
    assert "<select" not in klient.get(SIDE).content.decode().split("</main>")[0].split("<main")[1]
    assert klient.post(SIDE, _svar()).status_code == 403


def test_handlingen_og_veggen_stopper_andre_kommuner() -> None:
    av = lag_aktoer(Rolle.KOMMUNE_ADMINISTRATOR, TRONDHEIM)
    annen = virksomhet(STEINKJER).pk
    with kontekst(kontekst_for(av)):
        with pytest.raises(IkkeTilgang):
            actions.fordel(kommune_id=annen, hvem={}, av=av)
        with pytest.raises(DatabaseError), transaction.atomic():
            Ansvar.objects.create(kommune_id=annen, registrering="klage", tjeneste="nav")
    kari = lag_aktoer(nummer=TRONDHEIM)
    with kontekst(kontekst_for(kari)), pytest.raises(DatabaseError), transaction.atomic():
        Ansvar.objects.create(kommune_id=kari.virksomhet_id, registrering="klage", tjeneste="nav")


def test_filteret_ansvarlig_foelger_det_kommunen_har_bestemt() -> None:
    """In Trondheim adult education sets the goals; elsewhere the refugee service."""
    deltaker(etternavn="Trondheim", vedtak=True)
    deltaker(etternavn="Steinkjer", vedtak=True, kommune=STEINKJER)
    av = lag_aktoer(Rolle.ADMINISTRATOR)
    with kontekst(kontekst_for(av)):
        hvem = {hva: VO if hva in (Registrering.NORSKMAAL,) else FT for hva in Registrering}
        actions.fordel(kommune_id=virksomhet(TRONDHEIM).pk, hvem=hvem, av=av)
        ellers, egne = punkter_til(VO)
        assert egne == {virksomhet(TRONDHEIM).pk: {Registrering.NORSKMAAL}}
        assert Registrering.NORSKMAAL not in ellers
    klient: Client = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    sporring = "/registreringsmatrise/?ansvarlig=voksenopplaeringen"
    svar: Any = klient.get(f"{sporring}&mangler=ja")
    assert [r.person.etternavn for r in svar.context["liste"].objekter] == ["Steinkjer", "Trondheim"]
    svar = klient.get(f"{sporring}&kommune={TRONDHEIM}")
    assert [h.hva for h in svar.context["liste"].hoder] == ["norskmaal"]
