"""Høring, vedtak, ny versjon og den åpne siden: hvem som svarer, hva som står fast, og hva alle kan lese."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from regionalt.planer import actions
from regionalt.planer.actions import Hoeringsdata, Vedtaksdata
from regionalt.planer.models import Bruk, Hoeringssvar, Maal, Plan, Plantilstand, Plantiltak, Utgivelse
from regionalt.planer.rules.gang import kan_gaa, veiene_fra
from tests.fabrikk import SKOLE, STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.lister.hjelp import antall_spoerringer
from tests.planer.hjelp import (
    I_DAG,
    lag_behov,
    lag_maal,
    lag_plan,
    lag_status,
    lag_tilbud,
    lag_tiltak,
    om,
    paa_hoering,
    saksbehandler,
    skrevet,
    vedta,
)
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
HOERING = "HOERING_UTEN_SVAR"


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


@pytest.fixture
def kommunen() -> Client:
    """The browser of the refugee service in Trondheim."""
    return inn(lag_bruker())


def tekst(svar: Any) -> str:
    return str(svar.content.decode())


def oppgaver(regel: str) -> list[tuple[str, bool]]:
    with kontekst(motor_kontekst()):
        rader = Oppgave.objects.filter(regel=regel).order_by("pk")
        return sorted((o.virksomhet.nummer, o.lukket is None) for o in rader.select_related("virksomhet"))


@pytest.mark.parametrize(
    ("fra", "dit"),
    [
        ("utkast", {"hoering", "framlagt"}), ("hoering", {"framlagt", "utkast"}),
        ("framlagt", {"vedtatt", "utkast"}), ("vedtatt", {"avsluttet"}), ("avsluttet", set()),
    ],
)  # fmt: skip
def test_veiene(fra: str, dit: set[str]) -> None:
    assert set(veiene_fra(fra)) == dit
    assert {til for til in Plantilstand.values if kan_gaa(fra, til)} == dit


# --- Hearing ---


def test_de_spurte_svarer_til_fristen_og_fylket_sier_hvordan_det_er_brukt(
    klient: Client, kommunen: Client
) -> None:
    plan = lag_plan()
    send = reverse("planer:hoering_send", args=[plan.noekkel])
    assert "Hvem skal høres" in tekst(klient.get(send))
    svar: dict[str, Any] = {"frist": skrevet(0), "versjon": 1}
    nei = klient.post(send, svar)
    assert nei.status_code == 422
    for feil in ("Fristen må være etter i dag.", "Velg hvem som skal høres"):
        assert feil in tekst(nei)
    svar |= {
        "frist": skrevet(30),
        "virksomheter": [str(_pk(TRONDHEIM)), str(_pk(STEINKJER))],
        "andre": "LO\n\nLO\n",
    }
    assert "Ta ut nummeret." in tekst(klient.post(send, svar | {"andre": "01019012345"}))
    assert klient.post(send, svar).status_code == 302
    assert klient.post(send, svar).status_code == 422
    assert oppgaver(HOERING) == [("5001", True), ("5006", True)]
    side = tekst(klient.get(reverse("planer:plan", args=[plan.noekkel])))
    assert side.count("Ikke svart") == 3 and "LO" in side

    liste = tekst(kommunen.get(reverse("planer:hoeringer")))
    assert plan.tittel in liste and "Ikke svart" in liste
    vaar = _instansen(plan, TRONDHEIM)
    her = reverse("planer:svar", args=[vaar.noekkel])
    assert antall_spoerringer(kommunen, her) <= 10
    assert "Dere har ikke svart ennå." in tekst(kommunen.get(her))
    assert "Ta ut nummeret." in tekst(kommunen.post(her, {"tekst": "Om 01019012345"}))
    nr = uuid.uuid4()
    for _gang in range(2):
        assert kommunen.post(her, {"tekst": "Vi er enige.", "innsending": nr}).status_code == 302
    kommunen.post(her, {"tekst": "Vi er uenige i mål 1.", "innsending": uuid.uuid4()})
    assert oppgaver(HOERING) == [("5001", False), ("5006", True)]
    lest = tekst(kommunen.get(her))
    assert lest.index("Vi er uenige i mål 1.") < lest.index("Vi er enige.") and "dette svaret gjelder" in lest
    assert kommunen.get(reverse("planer:svar", args=[_instansen(plan, STEINKJER).noekkel])).status_code == 404

    instans = reverse("planer:instans", args=[vaar.noekkel])
    assert "Vi er uenige" in tekst(klient.get(instans))
    bruk = reverse("planer:svar_bruk", args=[vaar.noekkel])
    assert klient.get(bruk).status_code == 200
    assert "Skriv hvorfor." in tekst(klient.post(bruk, {"bruk": "ikke", "versjon": 1}))
    brukt = {"bruk": "delvis", "bruk_hvorfor": "Vi endret mål 1.", "versjon": 1}
    assert klient.post(bruk, brukt).status_code == 302
    assert klient.post(bruk, brukt).status_code == 409
    assert "Delvis tatt til følge" in tekst(kommunen.get(her))


def _pk(nummer: str) -> int:
    return virksomhet(nummer).pk


def _instansen(plan: Plan, nummer: str) -> Any:
    with kontekst(motor_kontekst()):
        return plan.instanser.get(virksomhet__nummer=nummer)


def test_et_svar_som_kom_paa_papir_skrives_inn(klient: Client) -> None:
    plan = lag_plan()
    (instans,) = paa_hoering(plan, andre=("LO",))
    skriv = reverse("planer:svar_skriv", args=[instans.noekkel])
    assert "Skriv inn svar" in tekst(klient.get(reverse("planer:instans", args=[instans.noekkel])))
    assert klient.get(skriv).status_code == 200
    svar = {"tekst": "Flere læreplasser.", "mottatt": skrevet(1), "innsending": uuid.uuid4()}
    assert "Datoen må være etter at høringen ble sendt" in tekst(klient.post(skriv, svar))
    assert klient.post(skriv, svar | {"mottatt": skrevet(0)}).status_code == 302
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        vedta(plan)
        with pytest.raises(Regelbrudd, match="vedtatt"):
            actions.skriv_inn_svar(
                instans=instans, tekst="Sent", mottatt=I_DAG, innsending=uuid.uuid4(), av=av
            )


def test_ingen_svarer_for_andre_eller_etter_fristen() -> None:
    plan = lag_plan()
    (vaar,) = paa_hoering(plan, TRONDHEIM)
    steinkjer, trondheim = lag_aktoer(nummer=STEINKJER), lag_aktoer()
    with kontekst(kontekst_for(steinkjer)), pytest.raises(DatabaseError), transaction.atomic():
        Hoeringssvar.objects.create(
            instans_id=vaar.pk, tekst="For andre", mottatt=I_DAG, endret_av_id=steinkjer.bruker_id
        )
    av = saksbehandler()
    with kontekst(kontekst_for(av)), pytest.raises(IkkeTilgang):
        actions.svar(instans=vaar, tekst="For kommunen", innsending=uuid.uuid4(), av=av)
    with kontekst(kontekst_for(av)), pytest.raises(Regelbrudd, match="ikke kommet noe svar"):
        actions.bruk_svar(instans=vaar, versjon=1, bruk=Bruk.TATT, hvorfor="", av=av)
    with kontekst(kontekst_for(av)):
        actions.flytt(plan=plan, versjon=plan.versjon, til=Plantilstand.FRAMLAGT, av=av)
        vaar.plan.refresh_from_db()
    with kontekst(kontekst_for(trondheim)), pytest.raises(Regelbrudd, match="avsluttet"):
        actions.svar(instans=vaar, tekst="For sent", innsending=uuid.uuid4(), av=trondheim)
    assert oppgaver(HOERING) == [("5001", False)]


def test_paa_hoering_igjen_spoer_bare_nye() -> None:
    plan, av = lag_plan(), saksbehandler()
    paa_hoering(plan, TRONDHEIM, andre=("LO",))
    with kontekst(kontekst_for(av)):
        actions.flytt(plan=plan, versjon=plan.versjon, til=Plantilstand.UTKAST, av=av)
        assert not Utgivelse.objects.filter(trukket=False).exists()
    assert len(paa_hoering(plan, TRONDHEIM, SKOLE, andre=("LO", "Nav"))) == 4


def test_en_plan_gaar_bare_lovlige_veier(klient: Client) -> None:
    plan, av = lag_plan(), saksbehandler()
    data = Vedtaksdata(organ="Fylkestinget", dato=om(0), saksnummer="1/26", tekst="Vedtas.")
    with kontekst(kontekst_for(av)):
        with pytest.raises(Regelbrudd, match="kan ikke gå dit"):
            actions.vedta(plan=plan, versjon=1, data=data, innsending=uuid.uuid4(), av=av)
        with pytest.raises(Regelbrudd, match="skjema"):
            actions.flytt(plan=plan, versjon=1, til=Plantilstand.HOERING, av=av)
        with pytest.raises(Regelbrudd, match="Bare en vedtatt plan"):
            actions.ny_versjon(plan=plan, innsending=uuid.uuid4(), av=av)
        with pytest.raises(Regelbrudd, match="åpen side"):
            actions.gi_ut_igjen(plan=plan, av=av)
    for navn, argumenter in (("flytt", ["avsluttet"]), ("ny_versjon", []), ("gi_ut", [])):
        side = klient.post(
            reverse(f"planer:{navn}", args=[plan.noekkel, *argumenter]), {"versjon": 1}, follow=True
        )
        assert 'data-color="danger"' in tekst(side), navn
    assert (
        klient.post(reverse("planer:flytt", args=[plan.noekkel, "ukjent"]), {"versjon": 1}).status_code == 404
    )


# --- Decision ---


def test_vedtaket_laaser_teksten_og_statusene_gaar_videre(klient: Client) -> None:
    gammel = vedta(lag_plan(tittel="Den gamle"))
    plan = lag_plan(erstatter_id=gammel.pk)
    tiltak = lag_tiltak(lag_maal(plan))
    her = reverse("planer:plan", args=[plan.noekkel])
    klient.post(reverse("planer:flytt", args=[plan.noekkel, "framlagt"]), {"versjon": 1})
    skjema = reverse("planer:vedta", args=[plan.noekkel])
    assert klient.get(skjema).status_code == 200
    svar: dict[str, Any] = {
        "organ": "Fylkestinget", "dato": skrevet(1), "saksnummer": "12/26", "tekst": "Planen vedtas.",
        "for_stemmer": 30, "versjon": 2, "innsending": uuid.uuid4(),
    }  # fmt: skip
    nei = tekst(klient.post(skjema, svar))
    assert "Datoen kan ikke være etter i dag." in nei and "eller ingen av dem" in nei
    assert klient.post(skjema, svar | {"dato": skrevet(0), "mot_stemmer": 5}).status_code == 302
    side = tekst(klient.get(her))
    assert "30 for, 5 mot" in side and "Endre planen" not in side and "Nytt mål" not in side
    assert antall_spoerringer(klient, her) <= 10
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        gammel.refresh_from_db()
        assert gammel.tilstand == Plantilstand.AVSLUTTET
        for endring in (
            lambda: Plan.objects.filter(pk=plan.pk).update(tittel="Noe annet", endret_av=av.bruker_id),
            lambda: Plan.objects.filter(pk=plan.pk).update(tilstand="utkast", endret_av=av.bruker_id),
            lambda: Maal.objects.filter(plan=plan).update(tekst="Noe annet", endret_av=av.bruker_id),
            lambda: Maal.objects.create(plan_id=plan.pk, nummer=9, tekst="Nytt", endret_av_id=av.bruker_id),
            lambda: Plantiltak.objects.filter(pk=tiltak.pk).update(
                kroner=1, finansiering="x", endret_av=av.bruker_id
            ),
        ):
            with pytest.raises(DatabaseError, match="decided"), transaction.atomic():
                endring()
        plan.refresh_from_db()
        for handling in (
            lambda: actions.nytt_maal(
                plan=plan, data=actions.Maaldata(nummer=2, tekst="x"), innsending=uuid.uuid4(), av=av
            ),
            lambda: actions.endre_plan(plan=plan, versjon=1, data=_som_data(plan), av=av),
        ):
            with pytest.raises(Regelbrudd, match="ny versjon"):
                handling()
    lag_status(tiltak, "i_gang")  # type: ignore[arg-type]


def _som_data(plan: Plan) -> actions.Plandata:
    return actions.Plandata(
        slag=plan.slag, tittel=plan.tittel, fra=plan.fra, til=plan.til, ansvarlig_id=plan.ansvarlig_id  # type: ignore[arg-type]
    )  # fmt: skip


def test_en_ny_versjon_har_maalene_og_det_som_ikke_er_ferdig(klient: Client) -> None:
    plan = lag_plan()
    maal = lag_maal(plan)
    lag_tiltak(maal, tittel="Fortsetter")
    ferdig = lag_tiltak(maal, tittel="Er ferdig")
    lag_status(ferdig, "gjennomfoert")  # type: ignore[arg-type]
    vedta(plan)
    side = tekst(klient.post(reverse("planer:ny_versjon", args=[plan.noekkel]), follow=True))
    assert "Fortsetter" in side and "Er ferdig" not in side and "Erstatter planen" in side
    av, nr = saksbehandler(), uuid.uuid4()
    with kontekst(kontekst_for(av)):
        en = actions.ny_versjon(plan=plan, innsending=nr, av=av)
        assert actions.ny_versjon(plan=plan, innsending=nr, av=av) == en


# --- Everyone ---


def test_alle_leser_det_som_er_utgitt_og_ingenting_annet(klient: Client) -> None:
    """§ 4: plans are for the public. Nobody who works here is named, and drafts are not seen."""
    ute = Client()
    liste = reverse("planer:offentlig")
    assert "Ingen planer er utgitt ennå." in tekst(ute.get(liste))
    plan = lag_plan(tittel="Åpen plan", beskrivelse="Om arbeid")
    tiltak = lag_tiltak(lag_maal(plan), kroner=250_000, finansiering="Eget budsjett", partnere="Nav Prøve")
    lag_behov(plan_id=plan.pk, yrke="Kokk", antall=15, styrk08="5120", kommune_id=_pk(TRONDHEIM))
    lag_tilbud(plan_id=plan.pk, plasser=24)
    paa_hoering(plan, TRONDHEIM, andre=("LO",))
    vedta(plan, for_stemmer=30, mot_stemmer=5)
    her = reverse("planer:offentlig_plan", args=[f"apen-plan-{plan.fra.year}"])
    assert "Åpen plan" in tekst(ute.get(liste))
    side = tekst(ute.get(her))
    for ord_ in (
        "Om arbeid", "1. Flere fullfører", "Kurs i helsefag", "250\xa0000\xa0kr", "Nav Prøve", "Kokk. 5120",
        "Trondheim",
        "Helsefag for voksne", "24", "LO", "Nei", "30 stemte for, 5 mot.", "Ikke startet", "Eksempel",
    ):  # fmt: skip
        assert ord_ in side, ord_
    assert str(plan.ansvarlig) not in side
    assert ute.get(reverse("planer:offentlig_plan", args=["finnes-ikke"])).status_code == 404
    pdf = reverse("planer:offentlig_pdf", args=[f"apen-plan-{plan.fra.year}"])
    foerste = ute.get(pdf).content
    assert foerste[:5] == b"%PDF-" and ute.get(pdf).content == foerste
    lag_status(tiltak, "i_gang")  # type: ignore[arg-type]
    assert "I gang" not in tekst(ute.get(her))
    klient.post(reverse("planer:gi_ut", args=[plan.noekkel]))
    assert "I gang" in tekst(ute.get(her))
    assert Utgivelse.objects.count() == 1
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Plan.objects.count()
    with kontekst(kontekst_for(saksbehandler())), pytest.raises(DatabaseError, match="not changed"):
        Utgivelse.objects.update(slug="noe-annet")
    with kontekst(motor_kontekst()):
        plan.refresh_from_db()
    klient.post(reverse("planer:flytt", args=[plan.noekkel, "avsluttet"]), {"versjon": plan.versjon})
    assert ute.get(her).status_code == 404


def test_to_planer_med_samme_navn_har_hver_sin_adresse() -> None:
    adresser = []
    for _nr in range(2):
        plan = lag_plan(tittel="Like")
        paa_hoering(plan, andre=("LO",))
        with kontekst(motor_kontekst()):
            adresser.append(plan.utgivelser.get().slug)
    aar = om(-300).year
    assert adresser == [f"like-{aar}", f"like-{aar}-2"]


def test_hvem_som_hoeres_maa_kunne_velges() -> None:
    av = saksbehandler()
    with kontekst(kontekst_for(av)), pytest.raises(IkkeTilgang):
        leder = lag_aktoer(Rolle.LEDER)
        actions.send_paa_hoering(plan=lag_plan(), versjon=1, data=Hoeringsdata(frist=om(9)), av=leder)
