"""The same letter to several municipalities: each in its own language, never twice, counted activations."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pypdf
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.jobber import loep
from integrering.grunnmur.jobbside import foelg
from integrering.grunnmur.models import Jobb
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.brev import actions, kontroll
from integrering.utveksling.brev.actions import Bunkesvar
from integrering.utveksling.brev.models import Brev, Brevbunke, Brevfil
from integrering.utveksling.brev.trykk import trykk
from tests import fabrikk
from tests.grunnmur.jobbhjelp import sendt  # noqa: F401 - a fixture
from tests.tilskudd.sideverden import klient, les, rader
from tests.utveksling.brev.brevhjelp import DAG, Som, lag_brev, mal, saksbehandler
from tests.utveksling.brev.test_sider import skjult

pytestmark = pytest.mark.django_db
FEM = "5001, 5006, Rindal, Frøya; Skaun"


@pytest.fixture
def nett() -> Client:
    """A case worker's browser."""
    with kontekst(motor_kontekst()):
        Virksomhet.objects.filter(type="kommune", nummer="5061").update(maalform="nn")
    return klient(saksbehandler())


def en_som_mangler() -> None:
    """Make a person in Trondheim without vedtak, in the years of the grant: a task for the municipality."""
    i_fjor = timezone.localdate().year - 1
    person = fabrikk.lag_person(tillatelse_dato=date(i_fjor, 1, 10), bosatt_fra=date(i_fjor, 3, 1))
    oppdater_kilde("nir", [person.pk])


def svar(**endret: Any) -> Bunkesvar:
    """Return what is the same in all letters."""
    felt = {"dato": DAG, "noeytral": "nb", "kontakt_navn": "Kari", "verdier": {"svarfrist": "2026-03-16"}}
    return Bunkesvar(**(felt | endret))  # type: ignore[arg-type]


def test_fem_kommuner_i_seks_handlinger(nett: Client) -> None:
    """1 Brev, 2 Brev til flere, 3 (typed) Kontroller, 4 Lag, 5 Merk alle, 6 Merk som sendt."""
    en_som_mangler()
    assert 'href="/brev/flere/"' in nett.get("/brev/").content.decode()  # 1
    skjema = nett.get("/brev/flere/")  # 2
    assert "Trondheim – nøytral – 1 mangler" in les(skjema)
    data = skjult(skjema) | {
        "skrevet": FEM, "noeytral": "nb", "dato": "02.03.2026", "felt_svarfrist": "16.03.2026",
        "kontakt_navn": "Kari",
    }  # fmt: skip
    kontroll = nett.post("/brev/flere/", data)  # 3
    assert rader(kontroll, "Kommunene som får brev")[1:] == [
        "Trondheim bokmål nøytral 1", "Steinkjer bokmål nøytral 0", "Frøya bokmål målvedtak 0",
        "Skaun bokmål nøytral 0", "Rindal nynorsk målvedtak 0",
    ]  # fmt: skip
    assert "Lag 5 brev" in les(kontroll)
    endre = nett.post("/brev/flere/", data | {"steg": "endre"})
    assert FEM.split(",", maxsplit=1)[0] in endre.content.decode()
    laget = nett.post("/brev/flere/", data | {"steg": "lagre"}, follow=True)  # 4
    bunke = laget.request["PATH_INFO"]
    assert (
        nett.post("/brev/flere/", data | {"steg": "lagre"}).headers["Location"] == bunke
    )  # the second click
    assert len(rader(laget, "Brevene")) == 6
    with zipfile.ZipFile(io.BytesIO(nett.get(f"{bunke}zip/").content)) as arkiv:
        assert len(arkiv.namelist()) == 6
        rindal = pypdf.PdfReader(io.BytesIO(arkiv.read("brev-2026-00005.pdf")))
    assert rindal.trailer["/Root"]["/Lang"] == "nn-NO"  # type: ignore[index]
    assert "5 brev blir merket" in les(nett.get(f"{bunke}sendt/"))  # 5
    assert nett.post(f"{bunke}sendt/", {"maate": "papir", "dato": "01.01.2099"}).status_code == 422
    ferdig = nett.post(f"{bunke}sendt/", {"maate": "papir", "dato": "02.03.2026"}, follow=True)  # 6
    assert "Sendt" in les(ferdig)
    assert nett.get(f"{bunke}sendt/").status_code == 302
    with kontekst(motor_kontekst()):
        assert set(Brev.objects.values_list("tilstand", flat=True)) == {"sendt"}


def test_de_som_mangler_er_valgt(nett: Client) -> None:
    """From the list of letters: those with something missing are ticked."""
    en_som_mangler()
    kode = nett.get("/brev/flere/?velg=mangler").content.decode()
    assert kode.count(" checked") == 2  # Trondheim, and the language of neutral ones
    assert 'value="5001" id="id_kommuner_0" checked' in kode


def test_det_som_avvises(nett: Client) -> None:
    """Nobody chosen, someone who is not there, a template that is not for several."""
    data = skjult(nett.get("/brev/flere/")) | {
        "noeytral": "nb", "dato": "02.03.2026", "felt_svarfrist": "16.03.2026", "kontakt_navn": "Kari",
    }  # fmt: skip
    assert "Velg minst én kommune." in les(nett.post("/brev/flere/", data), 422)
    assert "Velg minst én kommune." in les(nett.post("/brev/flere/", data | {"steg": "lagre"}), 422)
    for frist in ("02.03.2026", "01.03.2026"):
        passert = {"skrevet": "Rindal", "felt_svarfrist": frist}
        assert "Svarfristen må være etter datoen i brevet." in les(
            nett.post("/brev/flere/", data | passert), 422
        )
    assert "Fant ikke: Atlantis" in les(nett.post("/brev/flere/", data | {"skrevet": "Atlantis"}), 422)
    assert nett.get("/brev/flere/?mal=svar_opplysninger").status_code == 404
    assert nett.get(reverse("brev_bunke", args=[uuid4()])).status_code == 404


def test_handlingen_avviser_selv(som: Som) -> None:
    """The action asks too: who, to whom, with what."""
    av, kommune = saksbehandler(), fabrikk.lag_aktoer()
    trondheim = [fabrikk.virksomhet("5001")]
    with som(av):
        for kode, til, felt in (("paaminning", [], "kommuner"), ("svar_opplysninger", trondheim, "mal")):
            with pytest.raises(Regelbrudd) as feil:
                actions.bestill_bunke(noekkel=uuid4(), malversjon=mal(kode), kommuner=til, svar=svar(), av=av)
            assert list(feil.value.meldinger) == [felt]
        versjon = mal("paaminning")
    with pytest.raises(IkkeTilgang):
        actions.bestill_bunke(
            noekkel=uuid4(), malversjon=versjon, kommuner=trondheim, svar=svar(), av=kommune
        )
    with pytest.raises(IkkeTilgang):
        actions.merk_bunke_sendt(bunke=Brevbunke(), maate="papir", dato=DAG, av=kommune)


def _mange(som: Som) -> Brevbunke:
    av = saksbehandler()
    with som(av):
        kommuner = list(Virksomhet.objects.filter(type="kommune", overordnet__nummer="50")[:12])
        return actions.bestill_bunke(
            noekkel=uuid4(), malversjon=mal("paaminning"), kommuner=kommuner, svar=svar(), av=av
        )


def test_mange_brev_er_en_jobb(som: Som, sendt: list[str], nett: Client) -> None:  # noqa: F811
    """More than ten: drafts at once, then a job that finishes them, also after it was interrupted."""
    bunke = _mange(som)
    jobb = Jobb.objects.get()
    assert jobb.tittel == "Lager brev"
    adresse = reverse("brev_bunke", args=[bunke.noekkel])
    assert "Brevene lages nå" in les(nett.get(adresse))
    assert nett.get(f"{adresse}zip/").status_code == 404
    with kontekst(motor_kontekst()):
        from integrering.utveksling.brev.actions.bunke import laas_neste

        assert laas_neste(bunke=bunke)
    loep.kjoer(jobb.pk)
    jobb.refresh_from_db()
    assert (jobb.tilstand, jobb.resultat) == ("ferdig", {"brev": 12})
    with kontekst(motor_kontekst()):
        assert not Brev.objects.exclude(tilstand="ferdig").exists()
        assert Brevfil.objects.count() == 12


def test_bestilling_av_mange_leder_til_jobben(nett: Client, sendt: list[str]) -> None:  # noqa: F811
    """The one who ordered follows the job."""
    skjema = nett.get("/brev/flere/")
    kommuner = list(skjema.context["skjema"].fields["kommuner"].choices)[:11]
    data = skjult(skjema) | {
        "noeytral": "nn", "dato": "02.03.2026", "felt_svarfrist": "16.03.2026", "kontakt_navn": "Kari",
        "kommuner": [nummer for nummer, _ in kommuner], "steg": "lagre",
    }  # fmt: skip
    svaret = nett.post("/brev/flere/", data)
    assert svaret.headers["Location"] == foelg(Jobb.objects.get().pk).url


def test_tallene_hentes_en_gang(som: Som, django_assert_max_num_queries: Callable[..., Any]) -> None:
    """The page of all municipalities takes few queries."""
    nett = klient(saksbehandler())
    with django_assert_max_num_queries(20):
        nett.get("/brev/flere/")


# --- Reproducible ---
def test_kontroll_av_ferdige_brev(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All are made once more and compared; those that differ are named, and another engine is told apart."""
    av = saksbehandler()
    brev = [lag_brev(av, tilstand="ferdig") for _ in range(2)]
    call_command("brev", "kontroller")
    assert capsys.readouterr().out == "Like: 2\n"

    ekte = trykk
    monkeypatch.setattr(kontroll, "trykk", lambda inndata, nr: ekte(inndata.replace("Kari", "Ola"), nr))
    with pytest.raises(SystemExit) as slutt:
        call_command("brev", "kontroller")
    assert slutt.value.code == 1
    assert f"Blir annerledes nå: {brev[0].referanse}, {brev[1].referanse}" in capsys.readouterr().out

    monkeypatch.setattr(kontroll, "motor", lambda: "typst 99")
    call_command("brev", "kontroller")
    assert "annen versjon av setteren" in capsys.readouterr().out


def test_en_oedelagt_fil_blir_funnet() -> None:
    """A stored PDF that is not what was locked; input that can no longer be set."""
    brev = lag_brev(saksbehandler(), tilstand="ferdig")
    with kontekst(motor_kontekst()):
        fil = Brevfil.objects.select_related("brev").get(brev=brev)
    funnet = kontroll.Kontroll()
    fil.inndata = fil.inndata.replace("Kari", "\U0001f600")
    kontroll._en(fil, funnet)
    fil.pdf = b"%PDF-1.7 noe annet"
    kontroll._en(fil, funnet)
    assert (funnet.like, funnet.ulike, funnet.oedelagt) == (0, [brev.referanse], [brev.referanse])
