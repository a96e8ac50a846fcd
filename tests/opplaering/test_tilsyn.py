"""The supervision pack for §§ 11 and 30: what is in it, who may take it out, and what is written down."""

from __future__ import annotations

import hashlib
import io
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.jobbside import foelg
from integrering.nir.models import Karriereveiledning, Person
from integrering.rapporter.models import Dokumentasjonspakke
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.utveksling.meldinger.actions import Enkeltmelding, send_mange
from opplaering.actions.tilsyn import bestill_tilsynspakke
from opplaering.models import Kommunemelding, Maanedsfravaer, Skolegang
from opplaering.tilsyn.jobb import kjoer
from tests import fabrikk
from tests.fabrikk import SKOLE, STEINKJER, TRONDHEIM, lag_person, virksomhet
from tests.klasser.nettleser import tekst
from tests.lister.hjelp import xlsx
from tests.opplaering import hjelp
from tests.opplaering.hjelp import FRA, I_DAG, lag_hovedansvar, lag_klasse, lag_skolegang
from tests.rapporter.hjelp import filen, innholdet, kjoer_ferdig, pdf_tekst

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]
I_MORGEN = I_DAG + timedelta(days=1)
KOMBINASJON: dict[str, Any] = {"kombinasjonsklasse": True}


def pakken(av: Aktoer, fra: date = FRA, til: date = I_DAG) -> Dokumentasjonspakke:
    with kontekst(kontekst_for(av)):
        pakke = bestill_tilsynspakke(fra=fra, til=til, innsending=uuid.uuid4(), av=av)
    return kjoer_ferdig(pakke, av)


def meld(rad: Skolegang, person: Person, av: Aktoer) -> None:
    """Tell the municipality that someone began, after the deadline."""
    noekkel = uuid.uuid4()
    with kontekst(kontekst_for(av)):
        brev = Enkeltmelding(
            noekkel, person, virksomhet(TRONDHEIM), "annet", "Start på skolen", "Har begynt."
        )
        melding = send_mange(meldinger=[brev], av=av)[noekkel]
        Kommunemelding.objects.create(
            noekkel=noekkel, person=person, kommune=virksomhet(TRONDHEIM), melding=melding, slag="start",
            tabell="skolegang", registrering_id=rad.registrering_id, versjon=rad.pk, innhold={},
            hendt=rad.fra, frist=I_DAG - timedelta(days=1), av_id=av.bruker_id,
        )  # fmt: skip


def arket(filer: dict[str, bytes], navn: str) -> list[dict[str, Any]]:
    """Return the rows of a workbook, each heading → value."""
    hode, *rader = xlsx(filer[f"{navn}.xlsx"])[0]
    return [dict(zip(hode, rad, strict=True)) for rad in rader]


def test_pakken_om_en_periode() -> None:
    """Participants with responsibility, decisions, messages, absence, guidance; never a protected person."""
    av = hjelp.koordinator()
    heltid, deltid, kombinasjon = (lag_person(etternavn=n) for n in ("Heltid", "Kort", "Kombi"))
    klasse = lag_klasse(**KOMBINASJON, kommune=virksomhet(TRONDHEIM))
    lag_klasse(navn="Uavgjort", **KOMBINASJON, kommune=virksomhet(STEINKJER))
    lag_hovedansvar(klasse, "kommune", grunn="avtale")
    meld(lag_skolegang(heltid), heltid, av)
    lag_skolegang(deltid, timer=29)
    lag_skolegang(kombinasjon, klasse=klasse)
    lag_skolegang(lag_person(etternavn="Foer"), til=FRA - timedelta(days=1), fra=FRA - timedelta(days=9))
    lag_skolegang(lag_person(etternavn="Etter"), fra=I_MORGEN)
    skjult = lag_person(etternavn="Skjult", adressebeskyttelse="fortrolig")
    lag_skolegang(skjult)
    hjelp.registrer(
        Maanedsfravaer, heltid, skole=virksomhet(SKOLE), undervisning="norsk", maaned=I_DAG.replace(day=1),
        timer=40, uavklart=2,
    )  # fmt: skip
    pakke = pakken(av)
    filer, manifest = innholdet(filen(pakke, av))
    assert {f["navn"]: f["sha256"] for f in manifest["filer"]} == {
        navn: hashlib.sha256(data).hexdigest() for navn, data in filer.items() if navn != "manifest.json"
    }
    assert manifest["periode"] == {"fra": FRA.isoformat(), "til": I_DAG.isoformat()}
    assert (manifest["personer"], "Heltid" in filer["manifest.json"].decode()) == (3, False)
    assert {(d["Navn"], d["Ansvarlig"]) for d in arket(filer, "deltakere")} == {
        ("Amina Heltid", "Fylkeskommunen"), ("Amina Kort", "Kommunen"), ("Amina Kombi", "Kommunen"),
    }  # fmt: skip
    assert [(k["Klasse"], k["Hovedansvar avgjort"]) for k in arket(filer, "kombinasjonsklasser")] == [
        (klasse.navn, "Ja"), ("Uavgjort", "Nei"),
    ]  # fmt: skip
    assert [a["Hovedansvar"] for a in arket(filer, "avgjoerelser")] == ["Kommunen"]
    (melding,) = arket(filer, "meldinger")
    assert (melding["Navn"], melding["Melding"], melding["Kvittert"]) == (
        "Amina Heltid", "Start på skolen", "",
    )  # fmt: skip
    assert [f["Fravær som ikke er avklart"] for f in arket(filer, "fravaer")] == [2]
    lest = pdf_tekst(filer["sammendrag.pdf"])
    for linje in (
        "Personer på videregående skole: 3", "Fylkeskommunens ansvar: 1", "Kommunens ansvar: 2",
        "Uten avgjørelse om hovedansvaret: 1", "Sendt etter fristen: 1",
        "Kvittert av kommunen: 0", "Hjemmel: Integreringsloven § 11",
    ):  # fmt: skip
        assert linje in lest
    for navn, data in filer.items():
        assert b"Skjult" not in data, navn
    with kontekst(motor_kontekst()):
        sett = Innsyn.objects.filter(hvor="dokumentasjonspakke").values_list("person_id", flat=True)
        assert set(sett) == {heltid.pk, deltid.pk, kombinasjon.pk}
    # jobben som kjøres en gang til, gjør ingenting
    assert pakke.jobb is not None
    assert kjoer(_Loep({"pakke": str(pakke.pk)})) == {}  # type: ignore[arg-type]
    assert kjoer(_Loep({"pakke": str(uuid.uuid4())})) == {}  # type: ignore[arg-type]


class _Loep:
    def __init__(self, parametre: dict[str, str]) -> None:
        self.parametre = parametre


def test_karriereveiledning_etter_kommune() -> None:
    """§ 11: guidance carried out in the time, and how long after settlement those settled in it waited."""
    rask, treg, foer = (lag_person(bosatt_fra=FRA) for _nr in range(3))
    lag_person(bosatt_fra=FRA, kommune=STEINKJER)
    lag_person(bosatt_fra=FRA - timedelta(days=1))
    for person, dag in (
        (rask, FRA + timedelta(days=10)), (rask, FRA + timedelta(days=50)), (treg, FRA + timedelta(days=20)),
        (foer, FRA - timedelta(days=3)),
    ):  # fmt: skip
        fabrikk.registrer(Karriereveiledning, person, registrert=None, gjennomfoert=dag)
    av = hjelp.koordinator()
    filer, _manifest = innholdet(filen(pakken(av), av))
    rader = {rad["Kommune"]: list(rad.values())[1:] for rad in arket(filer, "karriereveiledning")}
    assert rader["Trondheim"] == [3, 3, 3, 10]
    assert rader["Steinkjer"] == [0, 1, 0, ""]


def test_sammendraget_er_tilgjengelig() -> None:
    av = hjelp.koordinator()
    filer, manifest = innholdet(filen(pakken(av), av))
    pdf: Any = pypdf.PdfReader(io.BytesIO(filer["sammendrag.pdf"]))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.trailer["/Root"]["/Lang"].startswith("nb")
    assert pdf.metadata.title == "Tilsyn med fylkeskommunen etter integreringsloven §§ 11 og 30"
    assert manifest["personer"] == 0


def test_hvem_som_bestiller(som: Som, trondheim: Aktoer, koordinator: Aktoer) -> None:
    nr = uuid.uuid4()
    with som(koordinator):
        en, to = (bestill_tilsynspakke(fra=FRA, til=I_DAG, innsending=nr, av=koordinator) for _nr in range(2))
        assert en == to
        with pytest.raises(Regelbrudd, match="Siste dag"):
            bestill_tilsynspakke(fra=I_DAG, til=FRA, innsending=uuid.uuid4(), av=koordinator)
    with som(trondheim), pytest.raises(IkkeTilgang):
        bestill_tilsynspakke(fra=FRA, til=I_DAG, innsending=uuid.uuid4(), av=trondheim)


def test_siden_bestiller_pakken(klient: Client, kommuneklient: Client) -> None:
    siden = reverse("tilsyn")
    assert kommuneklient.get(siden).status_code == 403
    assert "Avgjørelser om hovedansvar (Integreringsloven § 30 andre ledd)" in tekst(klient.get(siden))
    skjema = {"fra": f"{FRA:%d.%m.%Y}", "til": f"{I_DAG:%d.%m.%Y}", "innsending": str(uuid.uuid4())}
    assert klient.post(siden, skjema | {"fra": ""}).status_code == 422
    svar = klient.post(siden, skjema)
    with kontekst(motor_kontekst()):
        pakke = Dokumentasjonspakke.objects.select_related("jobb").get()
    assert pakke.jobb is not None
    assert svar.headers["Location"] == foelg(pakke.jobb.pk).url
    side = tekst(klient.get(reverse("dokumentasjonspakke", args=[pakke.pk])))
    assert f"Gjelder Tilsyn etter §§ 11 og 30, {FRA:%d.%m.%Y}" in side
