"""Plans and goals: forms, pages, tasks, the wheel."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from regionalt.aarshjul import les_hjuldager
from regionalt.planer import actions
from regionalt.planer.actions import Maaldata, Statusdata
from regionalt.planer.models import Maal, Plan, Planslag, Statusrad, Tiltaksstatus
from tests.fabrikk import TRONDHEIM, lag_bruker
from tests.lister.hjelp import antall_spoerringer
from tests.planer.hjelp import (
    I_DAG,
    lag_maal,
    lag_plan,
    lag_status,
    lag_tiltak,
    om,
    paa_hoering,
    saksbehandler,
    skrevet,
    vedta,
)
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _oppgaver(regel: str) -> list[tuple[str, Any, bool]]:
    with kontekst(motor_kontekst()):
        rader = Oppgave.objects.filter(regel=regel).order_by("pk")
        return [(o.url, o.frist, o.lukket is None) for o in rader]


def _planen(klient: Client, **felt: Any) -> dict[str, Any]:
    return {
        "slag": "kvalifisering", "tittel": "Plan for voksne", "fra": skrevet(-10), "til": skrevet(300),
        "ansvarlig": klient.session["_auth_user_id"], "innsending": uuid.uuid4(),
    } | felt  # fmt: skip


def test_en_plan_lages_endres_og_er_en_oppgave_naar_den_gaar_ut(klient: Client) -> None:
    gammel, ny = lag_plan(tittel="Den gamle planen"), reverse("planer:plan_ny")
    assert klient.get(ny).status_code == 200
    svar = _planen(klient, erstatter=str(gammel.pk), beskrivelse="Om arbeid")
    for felt, tekst in (
        ({"til": skrevet(-11)}, "Den siste dagen kan ikke være før den første."),
        ({"beskrivelse": "Om 01019012345"}, "Ta ut nummeret."),
        ({"ansvarlig": lag_bruker().pk}, 'href="#id_ansvarlig"'),
    ):
        nei = klient.post(ny, svar | felt)
        assert nei.status_code == 422 and tekst in nei.content.decode(), felt
    her = klient.post(ny, svar)["Location"]
    assert klient.post(ny, svar)["Location"] == her
    side = klient.get(her).content.decode()
    for ord_ in ("Plan for voksne", "Om arbeid", "Den gamle planen", "Planen har ingen mål ennå."):
        assert ord_ in side
    assert "Erstattet av" in klient.get(reverse("planer:plan", args=[gammel.noekkel])).content.decode()
    endre = her + "endre/"
    assert "Om arbeid" in klient.get(endre).content.decode()
    endret = _planen(klient, tittel="Planen for voksne", versjon=1)
    assert klient.post(endre, endret).status_code == 302
    assert klient.post(endre, endret).status_code == 409
    assert _oppgaver("PLAN_UTLOEPER") == []
    with kontekst(motor_kontekst()):
        plan = Plan.objects.get(tittel="Planen for voksne")
    vedta(plan)
    assert _oppgaver("PLAN_UTLOEPER") == [(her, om(300), True)]
    klient.post(her + "gaa/avsluttet/", {"versjon": plan.versjon})
    assert _oppgaver("PLAN_UTLOEPER") == [(her, om(300), False)]
    assert klient.get(reverse("planer:plan", args=[uuid.uuid4()])).status_code == 404


def test_en_plan_erstatter_ikke_seg_selv() -> None:
    plan, av = lag_plan(), saksbehandler()
    data = actions.Plandata(
        slag=Planslag.TEMAPLAN,
        tittel="P",
        fra=om(0),
        til=om(1),
        ansvarlig_id=av.bruker_id,
        erstatter_id=plan.pk,
    )
    with kontekst(kontekst_for(av)), pytest.raises(Regelbrudd) as feil:
        actions.endre_plan(plan=plan, versjon=1, data=data, av=av)
    assert "erstatter" in feil.value.meldinger


def test_maalene_staar_i_rekkefoelge_og_har_hvert_sitt_nummer(klient: Client) -> None:
    plan = lag_plan()
    lag_maal(plan, 2)
    nytt = reverse("planer:maal_nytt", args=[plan.noekkel])
    assert 'value="3"' in klient.get(nytt).content.decode()
    svar = {"nummer": 2, "tekst": "Alle blir hørt", "indikator": "Svar", "innsending": uuid.uuid4()}
    nei = klient.post(nytt, svar)
    assert nei.status_code == 422 and "allerede et mål med dette nummeret" in nei.content.decode()
    svar["nummer"] = 1
    assert klient.post(nytt, svar).status_code == 302
    assert klient.post(nytt, svar).status_code == 302
    side = klient.get(reverse("planer:plan", args=[plan.noekkel])).content.decode()
    assert side.index("1. Alle blir hørt") < side.index("2. Flere fullfører")
    assert side.count("Ingen tiltak er registrert.") == 2
    with kontekst(motor_kontekst()):
        maal = Maal.objects.get(nummer=1)
    endre = reverse("planer:maal_endre", args=[maal.noekkel])
    assert "Alle blir hørt" in klient.get(endre).content.decode()
    endret = {"nummer": 1, "tekst": "Alle svarer", "versjon": 1}
    assert klient.post(endre, endret).status_code == 302
    assert klient.post(endre, endret).status_code == 409
    assert klient.get(reverse("planer:maal_endre", args=[uuid.uuid4()])).status_code == 404


def test_det_samme_skjemaet_gir_ett_maal() -> None:
    plan, av, nr = lag_plan(), saksbehandler(), uuid.uuid4()
    data = Maaldata(nummer=1, tekst="Flere i arbeid")
    with kontekst(kontekst_for(av)):
        foerste = actions.nytt_maal(plan=plan, data=data, innsending=nr, av=av)
        assert actions.nytt_maal(plan=plan, data=data, innsending=nr, av=av) == foerste


def test_tiltaket_har_penger_indikator_og_ansvarlig(klient: Client) -> None:
    maal = lag_maal()
    nytt = reverse("planer:tiltak_nytt", args=[maal.noekkel])
    assert "1. Flere fullfører" in klient.get(nytt).content.decode()
    svar: dict[str, Any] = {
        "tittel": "Norsk på jobb", "ansvarlig": klient.session["_auth_user_id"], "fra": skrevet(-30),
        "til": skrevet(-1), "kroner": "250 000", "finansiering": "Statstilskudd", "utfoerer": "Skolen",
        "indikator": "Deltakere", "utgangspunkt": "10", "maaltall": "40", "partnere": "Nav Prøve",
        "innsending": uuid.uuid4(),
    }  # fmt: skip
    for felt, tekst in (
        ({"finansiering": ""}, "Skriv hvor pengene kommer fra."),
        ({"indikator": ""}, "Skriv hva som måles."),
        ({"indikator": "", "utgangspunkt": ""}, "Skriv hva som måles."),
        ({"til": skrevet(-31)}, "Den siste dagen kan ikke være før den første."),
        ({"kroner": "-1"}, 'href="#id_kroner"'),
        ({"partnere": "2099 000001 12"}, "Ta ut nummeret."),
    ):
        nei = klient.post(nytt, svar | felt)
        assert nei.status_code == 422 and tekst in nei.content.decode(), felt
    her = klient.post(nytt, svar)["Location"]
    assert klient.post(nytt, svar)["Location"] == her
    side = klient.get(her).content.decode()
    for ord_ in ("Statstilskudd", "Deltakere", "Nav Prøve", "Skolen", "Ingen status er skrevet ennå."):
        assert ord_ in side
    assert "Norsk på jobb" in klient.get(reverse("planer:plan", args=[maal.plan.noekkel])).content.decode()
    assert "Norsk på jobb" in klient.get(her + "endre/").content.decode()
    endret = svar | {"utfoerer": "Karrieresenteret", "versjon": 1}
    assert klient.post(her + "endre/", endret).status_code == 302
    assert klient.post(her + "endre/", endret).status_code == 409
    assert _oppgaver("PLANTILTAK_OVER_TIDEN") == []
    vedta(maal.plan)
    assert _oppgaver("PLANTILTAK_OVER_TIDEN") == [(her, om(-1), True)]
    laast = klient.post(her + "endre/", endret | {"versjon": 2})
    assert laast.status_code == 422 and "Planen er vedtatt" in laast.content.decode()
    klient.post(
        her + "status/",
        {"status": "gjennomfoert", "dato": skrevet(0), "versjon": 2, "innsending": uuid.uuid4()},
    )
    assert _oppgaver("PLANTILTAK_OVER_TIDEN") == [(her, om(-1), False)]
    assert klient.get(reverse("planer:tiltak", args=[uuid.uuid4()])).status_code == 404


def test_status_skrives_over_tid_og_endres_aldri(klient: Client) -> None:
    tiltak = lag_tiltak(fra=om(-400))
    vedta(tiltak.maal.plan)
    her = reverse("planer:tiltak", args=[tiltak.noekkel])
    assert _oppgaver("PLANTILTAK_UTEN_STATUS") == [(her, om(-400 + 182), True)]
    ny = her + "status/"
    assert klient.get(ny).status_code == 200
    svar: dict[str, Any] = {"status": "i_gang", "dato": skrevet(-5), "versjon": 1, "innsending": uuid.uuid4()}
    for felt, tekst in (
        ({"dato": skrevet(1)}, "Datoen kan ikke være etter i dag."),
        ({"status": "forsinket"}, "Skriv hvorfor tiltaket er forsinket eller stanset."),
        ({"merknad": "Om 01019012345"}, "Ta ut nummeret."),
    ):
        nei = klient.post(ny, svar | felt)
        assert nei.status_code == 422 and tekst in nei.content.decode(), felt
    assert klient.post(ny, svar).status_code == 302
    assert klient.post(ny, svar).status_code == 302
    assert [aapen for _u, _f, aapen in _oppgaver("PLANTILTAK_UTEN_STATUS")] == [False]
    assert klient.post(ny, svar | {"innsending": uuid.uuid4()}).status_code == 409
    neste = svar | {
        "innsending": uuid.uuid4(),
        "versjon": 2,
        "status": "stanset",
        "merknad": "Tomt for penger",
    }
    foer = klient.post(ny, neste | {"dato": skrevet(-6)})
    assert foer.status_code == 422 and "før den siste statusen" in foer.content.decode()
    assert klient.post(ny, neste).status_code == 302
    side = klient.get(her).content.decode()
    assert side.index("Tomt for penger") > 0 and "Stanset" in side and "I gang" in side
    av = saksbehandler()
    with kontekst(kontekst_for(av)), pytest.raises(DatabaseError):
        Statusrad.objects.filter(tiltak=tiltak).update(merknad="Noe annet")


def test_tiltak_i_et_utkast_er_ingen_oppgave() -> None:
    utkast = lag_plan(til=om(1))
    lag_tiltak(lag_maal(utkast), til=om(-1))
    assert _oppgaver("PLANTILTAK_OVER_TIDEN") == [] and _oppgaver("PLAN_UTLOEPER") == []


def test_sidene_spoer_faa_ganger_og_listene_velger(klient: Client) -> None:
    lister = reverse("planer:planer"), reverse("planer:tiltakene")
    assert "Ingen planer er registrert." in klient.get(lister[0]).content.decode()
    assert "Ingen tiltak er registrert." in klient.get(lister[1]).content.decode()
    plan = lag_plan()
    maal = lag_maal(plan)
    sent, i_tide = lag_tiltak(maal, tittel="For sent", til=om(-1)), lag_tiltak(maal, tittel="I tide")
    lag_status(i_tide, Tiltaksstatus.I_GANG)
    for adresse in (
        *lister, reverse("planer:plan", args=[plan.noekkel]), reverse("planer:tiltak", args=[sent.noekkel]),
    ):  # fmt: skip
        assert antall_spoerringer(klient, adresse) <= 10, adresse

    def viser(adresse: str, tekst: str, **filter_: str) -> bool:
        return tekst in klient.get(adresse, filter_).content.decode()

    assert viser(lister[0], plan.tittel, slag="kvalifisering", tilstand="utkast")
    assert not viser(lister[0], plan.tittel, slag="temaplan")
    assert not viser(lister[0], plan.tittel, tilstand="vedtatt")
    assert viser(lister[1], "For sent", over="on") and not viser(lister[1], "I tide", over="on")
    assert viser(lister[1], "I tide", status="i_gang") and not viser(lister[1], "For sent", status="i_gang")


def test_en_leser_ser_planen_uten_knapper_og_kommunen_ser_den_ikke() -> None:
    plan = lag_plan()
    maal = lag_maal(plan)
    her = reverse("planer:plan", args=[plan.noekkel])
    tiltak = reverse("planer:tiltak", args=[lag_tiltak(maal).noekkel])
    leser = inn(lag_bruker(Rolle.LEDER))
    for adresse in (her, tiltak):
        side = leser.get(adresse).content.decode()
        assert "Kurs i helsefag" in side and "Endre" not in side and "Ny status" not in side


def test_aarshjulet_har_siste_dag_for_planer_og_tiltak() -> None:
    plan, av = lag_plan(til=om(5)), saksbehandler()
    maal = lag_maal(plan)
    lag_tiltak(maal, tittel="Kurs", til=om(3))
    lag_status(lag_tiltak(maal, tittel="Ferdig", til=om(3)), Tiltaksstatus.GJENNOMFOERT)
    vedta(plan)
    lag_plan(til=om(5))
    hoeres = lag_plan(tittel="Ny plan")
    paa_hoering(hoeres, TRONDHEIM)
    with kontekst(kontekst_for(av)):
        dager = [(d.dato, d.tittel) for _k, d in les_hjuldager(I_DAG, om(40)) if "/planer/" in d.url]
    assert sorted(dager) == [
        (om(3), "Tiltaket «Kurs» skal være ferdig"),
        (om(5), "Planen «Plan for kvalifisering» går ut"),
        (om(30), "Høringsfrist: «Ny plan»"),
    ]


def test_den_samme_statusen_to_ganger_er_en_rad() -> None:
    tiltak, av, nr = lag_tiltak(), saksbehandler(), uuid.uuid4()
    data = Statusdata(status=Tiltaksstatus.I_GANG, dato=I_DAG)
    with kontekst(kontekst_for(av)):
        rad = actions.ny_status(tiltak=tiltak, versjon=1, data=data, innsending=nr, av=av)
        assert actions.ny_status(tiltak=tiltak, versjon=1, data=data, innsending=nr, av=av) == rad
        assert Plan.objects.count() == 1 and Statusrad.objects.count() == 1
