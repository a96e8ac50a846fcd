"""Evidence packs: what is in them, who may be in them, and what is written down."""

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
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.nir.actions.registreringsstatus import regn_ut_status
from integrering.nir.models import Sluttmaal
from integrering.nir.queries.personer import personer
from integrering.rapporter import actions, models
from integrering.rapporter.models import Dokumentasjonspakke, Pakkedel, Pakkehenting, Utvalgsmaate
from integrering.rapporter.queries.pakker import tilstand
from integrering.rapporter.rules.utvelgelse import rammens_sum, trekk
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn, Rolletildeling
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, lag_aktoer, lag_bosted, lag_person, lag_vedtak, registrer, rett
from tests.lister.hjelp import xlsx
from tests.rapporter.hjelp import filen, innholdet, kjoer_ferdig, leser, pakke_for, pdf_tekst

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]


def _innsyn(person_id: int, hvor: str) -> int:
    with kontekst(motor_kontekst()):
        return Innsyn.objects.filter(person_id=person_id, hvor=hvor).count()


def _utvalg(av: Aktoer, antall: int, froe: int | None = None, **filter_: Any) -> Dokumentasjonspakke:
    ramme = actions.Ramme(personer(**filter_), "mangler=vedtak", "Registreringer: Mangler vedtak")
    return actions.bestill_utvalg(ramme=ramme, antall=antall, froe=froe, innsending=uuid.uuid4(), av=av)


def test_pakken_om_en_person() -> None:
    _klient, av = leser(Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    person = lag_person(fornavn="Amina", etternavn="Eksempel")
    lag_vedtak(person, startdato=date(2023, 4, 1))
    maal = registrer(Sluttmaal, person, registrert=None, maal="vgo", fra=date(2023, 5, 1))
    rett(maal, maal="deler_vgo", aarsak="Målet var skrevet feil")
    pakke = pakke_for(av, [person])
    filer, manifest = innholdet(filen(pakke, av))
    assert sorted(filer) == ["manifest.json", "person-001.pdf", "registreringer.xlsx"]
    assert {f["navn"]: f["sha256"] for f in manifest["filer"]} == {
        navn: hashlib.sha256(data).hexdigest() for navn, data in filer.items() if navn != "manifest.json"
    }
    assert manifest["utvalg"] == {"maate": "en", "valgt": 1, "med": 1}
    assert "Amina" not in filer["manifest.json"].decode()
    tekst = pdf_tekst(filer["person-001.pdf"])
    for ord_ in (
        "Registreringer om Amina Eksempel", "Vedtak om norskopplæring", "Hjemmel: forskriften § 53 a",
        "Erstattet", "Årsak til rettelsen: Målet var skrevet feil", "Trondheim", "Tatt ut av: Kari Prøve",
    ):  # fmt: skip
        assert ord_ in tekst
    rader, om = xlsx(filer["registreringer.xlsx"])
    sluttmaal = [rad for rad in rader if rad[4] == "Sluttmål"]
    assert [rad[8] for rad in sluttmaal] == ["Erstattet", "Gjelder"]
    assert om["Utvalg"] == "Én person"
    assert (pakke.sha256, pakke.stoerrelse) == (
        hashlib.sha256(filen(pakke, av)).hexdigest(), len(filen(pakke, av))
    )  # fmt: skip
    assert _innsyn(person.pk, "dokumentasjonspakke") == 1


def test_pdf_en_er_tilgjengelig() -> None:
    _klient, av = leser()
    filer, _manifest = innholdet(filen(pakke_for(av, [lag_person()]), av))
    lest: Any = pypdf.PdfReader(io.BytesIO(filer["person-001.pdf"]))
    rot = lest.trailer["/Root"]
    assert rot["/Lang"] == "nb-NO"
    assert rot["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a PDF object
    assert "<pdfuaid:part>1</pdfuaid:part>" in rot["/Metadata"].get_data().decode()


def test_en_person_uten_registreringer(som: Som) -> None:
    """Someone an import brought in: nothing is registered, and the page says so."""
    from integrering.nir.models import Person
    from tests.fabrikk import nytt_duf

    _klient, av = leser()
    with kontekst(motor_kontekst()):
        person = Person.objects.create(duf=nytt_duf())
    filer, _manifest = innholdet(filen(pakke_for(av, [person]), av))
    assert "Ingenting er registrert." in pdf_tekst(filer["person-001.pdf"])


def test_utvalget_kan_trekkes_paa_nytt(som: Som) -> None:
    _klient, av = leser()
    alle = [lag_person() for _nr in range(6)]
    lag_person(adressebeskyttelse="fortrolig")
    with som(av):
        pakke = _utvalg(av, 2, froe=42)
    noekler = [str(p.noekkel) for p in alle]
    ventet = trekk(noekler, antall=2, froe=42)
    assert [str(n) for n in pakke.utvalg] == ventet
    pakke = kjoer_ferdig(pakke, av)
    _filer, manifest = innholdet(filen(pakke, av))
    assert manifest["utvalg"] == {
        "maate": "tilfeldig", "valgt": 2, "med": 2, "froe": 42,
        "trekning": "SHA-256 av «frø:nøkkel» for hver i rammen, sortert; de første er trukket.",
        "ramme": {
            "antall": 6, "filter": "mangler=vedtak", "i_ord": "Registreringer: Mangler vedtak",
            "sha256_av_noeklene": rammens_sum(noekler),
        },
    }  # fmt: skip


def test_systemet_trekker_froeet_naar_ingen_skriver_det(som: Som) -> None:
    _klient, av = leser()
    lag_person()
    with som(av):
        froe = {_utvalg(av, 1).froe for _nr in range(5)}
    assert len(froe) > 1


def test_skjermede_er_aldri_i_et_utvalg_eller_blant_flere(som: Som) -> None:
    """Not even for the one who sees them."""
    _klient, av = leser(skjermede=True)
    aapen, skjermet = lag_person(), lag_person(adressebeskyttelse="strengt_fortrolig")
    with som(av):
        assert _utvalg(av, 1).utvalg == [aapen.noekkel]
        with pytest.raises(Regelbrudd, match="Bare 1 personer"):
            _utvalg(av, 2)
    pakke = pakke_for(av, [aapen, skjermet])
    assert pakke.utvalg == [aapen.noekkel]


def test_en_skjermet_person_for_den_som_kan_se_den(som: Som) -> None:
    person = lag_person(adressebeskyttelse="fortrolig")
    _klient, ser = leser(skjermede=True)
    assert pakke_for(ser, [person]).ferdig is not None
    _klient, ser_ikke = leser()
    with som(ser_ikke), pytest.raises(Regelbrudd, match="minst én"):
        actions.bestill_for(noekler=[person.noekkel], innsending=uuid.uuid4(), av=ser_ikke)


def test_kommunen_tar_bare_ut_sine(som: Som) -> None:
    _klient, av = leser(Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER)
    egen, annens = lag_person(kommune=STEINKJER), lag_person()
    assert pakke_for(av, [egen, annens]).utvalg == [egen.noekkel]


@pytest.mark.parametrize("rolle", [Rolle.KOMMUNE_VOKSENOPPLAERING, Rolle.INNSYNSREVISOR, Rolle.SKOLEKONTAKT])
def test_hvem_som_ikke_tar_ut_pakker(rolle: Rolle, som: Som) -> None:
    """Adult education does not see everything about a person: anything less is no evidence."""
    av = lag_aktoer(rolle)
    person = lag_person()
    with som(av), pytest.raises(IkkeTilgang):
        actions.bestill_for(noekler=[person.noekkel], innsending=uuid.uuid4(), av=av)
    with som(av), pytest.raises(IkkeTilgang):
        _utvalg(av, 1)


def test_for_mange(som: Som, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions.pakke, "MAKS_PERSONER", 1)
    _klient, av = leser()
    med = [lag_person().noekkel for _nr in range(2)]
    with som(av), pytest.raises(Regelbrudd, match="høyst 1"):
        actions.bestill_for(noekler=med, innsending=uuid.uuid4(), av=av)


def test_et_dobbelt_klikk_gir_en_pakke(som: Som) -> None:
    _klient, av = leser()
    _klient, annen = leser()
    person, innsending = lag_person(), uuid.uuid4()
    valg: dict[str, Any] = {"noekler": [person.noekkel], "innsending": innsending}
    with som(av):
        foerste = actions.bestill_for(**valg, av=av)
        assert actions.bestill_for(**valg, av=av) == foerste
        assert Dokumentasjonspakke.objects.count() == 1
    with som(annen), pytest.raises(Regelbrudd, match="Last siden på nytt"):
        actions.bestill_for(**valg, av=annen)


def test_rollen_proeves_naar_jobben_kjoerer() -> None:
    _klient, av = leser(Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    pakke = pakke_for(av, [lag_person()], kjoert=False)
    with kontekst(motor_kontekst()):
        Rolletildeling.objects.filter(bruker_id=av.bruker_id).update(
            til=timezone.localdate() - timedelta(days=1)
        )
    pakke = kjoer_ferdig(pakke, av)
    assert pakke.jobb is not None
    assert pakke.jobb.tilstand == Tilstand.FEILET
    assert tilstand(pakke) == "stoppet"


def test_den_som_er_flyttet_imens_er_ikke_med() -> None:
    _klient, av = leser(Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER)
    blir, flytter = lag_person(kommune=STEINKJER), lag_person(kommune=STEINKJER, bosatt_til=date(2024, 1, 31))
    bare_flytter = lag_person(kommune=STEINKJER, bosatt_til=date(2024, 1, 31))
    pakke = pakke_for(av, [blir, flytter], kjoert=False)
    alene = pakke_for(av, [bare_flytter], kjoert=False)
    for person in (flytter, bare_flytter):
        lag_bosted(person, kommune="5001", fra=date(2024, 2, 1))
    pakke = kjoer_ferdig(pakke, av)
    assert pakke.utvalg == [blir.noekkel]
    _filer, manifest = innholdet(filen(pakke, av))
    assert (manifest["utvalg"]["valgt"], manifest["utvalg"]["med"]) == (2, 1)
    alene = kjoer_ferdig(alene, av)
    assert alene.jobb is not None
    assert alene.jobb.feil == "Du ser ikke lenger noen av dem pakken gjelder."


def test_hentingen_blir_skrevet_ned(som: Som) -> None:
    klient, av = leser()
    person = lag_person()
    pakke = pakke_for(av, [person])
    svar: Any = klient.post(f"/dokumentasjonspakke/{pakke.pk}/hent/")
    assert svar.headers["Content-Type"] == "application/zip"
    assert b"".join(svar.streaming_content) == filen(pakke, av)
    assert _innsyn(person.pk, "dokumentasjonspakke-hentet") == 1
    with som(av):
        [henting] = Pakkehenting.objects.all()
    assert (henting.pakke_id, henting.sha256, henting.antall) == (pakke.pk, pakke.sha256, 1)


def test_den_som_er_blitt_skjermet_kan_ikke_hentes() -> None:
    from integrering.nir.models import Personopplysning

    klient, av = leser()
    person = lag_person()
    pakke = pakke_for(av, [person])
    with kontekst(motor_kontekst()):
        opplysning = Personopplysning.objects.get(person=person)
    rett(opplysning, adressebeskyttelse="fortrolig")
    svar = klient.post(f"/dokumentasjonspakke/{pakke.pk}/hent/", follow=True)
    assert "Du ser ikke lenger alle" in svar.content.decode()
    assert _innsyn(person.pk, "dokumentasjonspakke-hentet") == 0


def test_en_pakke_er_bare_dens_som_bestilte(som: Som) -> None:
    _klient, av = leser()
    pakke = pakke_for(av, [lag_person()])
    annen, annen_aktoer = leser()
    assert annen.get(f"/dokumentasjonspakke/{pakke.pk}/").status_code == 404
    assert annen.post(f"/dokumentasjonspakke/{pakke.pk}/hent/").status_code == 404
    with som(annen_aktoer):
        assert not Dokumentasjonspakke.objects.exists()
        assert not Pakkedel.objects.exists()


def test_etter_sju_dager_er_den_borte(som: Som, monkeypatch: pytest.MonkeyPatch) -> None:
    klient, av = leser()
    fersk = pakke_for(av, [lag_person()])
    assert actions.slett_utloepte() == 0
    monkeypatch.setattr(models, "HOLDBARHET", timedelta(days=-1))
    pakke = pakke_for(av, [lag_person()])
    svar = klient.get(f"/dokumentasjonspakke/{pakke.pk}/")
    assert "for gammel" in svar.content.decode()
    nei = klient.post(f"/dokumentasjonspakke/{pakke.pk}/hent/", follow=True)
    assert "Pakken kan ikke hentes" in nei.content.decode()
    assert actions.slett_utloepte() == 1
    with som(av):
        assert list(Dokumentasjonspakke.objects.all()) == [fersk]
        assert set(Pakkedel.objects.values_list("pakke_id", flat=True)) == {fersk.pk}


def test_slett(som: Som) -> None:
    klient, av = leser()
    ferdig, venter = pakke_for(av, [lag_person()]), pakke_for(av, [lag_person()], kjoert=False)
    for pakke in (ferdig, venter):
        adresse = f"/dokumentasjonspakke/{pakke.pk}/slett/"
        assert "Slett pakken" in klient.get(adresse).content.decode()
        assert klient.post(adresse).status_code == 200
        assert klient.post(adresse, {"bekreft": "ja"}).headers["Location"] == "/dokumentasjonspakke/"
    assert venter.jobb is not None
    assert Jobb.objects.get(pk=venter.jobb.pk).tilstand == Tilstand.AVBRUTT
    kjoer_uten_pakke = Jobb.objects.get(pk=venter.jobb.pk)
    assert kjoer_uten_pakke.resultat == {}
    with som(av):
        assert not Dokumentasjonspakke.objects.exists()


# --- The pages ---


def test_tre_steg_fra_personsiden() -> None:
    """Lag dokumentasjonspakke → Lag pakken → Last ned pakken."""
    klient, av = leser(Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    person = lag_person(etternavn="Stegsen")
    foerste = f"/dokumentasjonspakke/personer/?person={person.noekkel}"
    assert foerste in klient.get(f"/personer/{person.noekkel}/").content.decode()
    side = klient.get(foerste)
    assert "Stegsen" in side.content.decode()
    skjema = {"valgt": str(person.noekkel), "innsending": str(side.context["innsending"]), "steg": "lag"}
    jobb_url = klient.post("/dokumentasjonspakke/personer/", skjema).headers["Location"]
    jobb = Jobb.objects.get(pk=jobb_url.split("/")[-2])
    pakke = kjoer_ferdig(_siste(av), av)
    assert "Last ned pakken" in klient.get(jobb.resultat_url).content.decode()
    assert klient.post("/dokumentasjonspakke/personer/", skjema).headers["Location"] == jobb.resultat_url
    assert klient.post(f"{jobb.resultat_url}hent/").status_code == 200
    assert pakke.maate == Utvalgsmaate.EN


def _siste(av: Aktoer) -> Dokumentasjonspakke:
    from integrering.tilgang.kontekst import kontekst_for

    with kontekst(kontekst_for(av)):
        return Dokumentasjonspakke.objects.select_related("jobb").latest("opprettet")


def test_flere_krysset_av_i_en_liste() -> None:
    klient, av = leser()
    to = [lag_person(etternavn="Ensen"), lag_person(etternavn="Toesen")]
    valgt = [str(p.noekkel) for p in to]
    svar = klient.post("/dokumentasjonspakke/personer/", {"valgt": [*valgt, "tull"]})
    assert "Ensen" in svar.content.decode() and "Toesen" in svar.content.decode()
    klient.post("/dokumentasjonspakke/personer/", {"valgt": valgt, "steg": "lag"})
    assert _siste(av).maate == Utvalgsmaate.VALGTE


@pytest.mark.parametrize("liste", ["/personer/", "/registreringsmatrise/"])
def test_fra_listene_til_pakken(liste: str) -> None:
    """What is ticked in a list is sent to the page of the pack."""
    klient, _av = leser()
    person = lag_person(etternavn="Valgtsen")
    regn_ut_status([person.pk])
    svar = klient.get(liste).content.decode()
    assert f'name="valgt" value="{person.noekkel}"' in svar
    assert 'formaction="/dokumentasjonspakke/personer/"' in svar


def test_ingen_krysset_av() -> None:
    klient, _av = leser()
    svar = klient.post("/dokumentasjonspakke/personer/", {})
    assert svar.status_code == 422
    assert "Velg minst én person" in svar.content.decode()
    assert klient.post("/dokumentasjonspakke/personer/", {"steg": "lag"}).status_code == 422


def test_en_ukjent_person() -> None:
    klient, _av = leser()
    assert klient.get(f"/dokumentasjonspakke/personer/?person={uuid.uuid4()}").status_code == 404
    assert klient.get("/dokumentasjonspakke/personer/?person=tull").status_code == 404
    assert klient.get("/dokumentasjonspakke/personer/").status_code == 200


def test_trekk_et_utvalg_paa_siden() -> None:
    klient, av = leser()
    for _nr in range(3):
        lag_vedtak(lag_person())
    lag_person(tillatelse_dato=timezone.localdate(), bosatt_fra=timezone.localdate())
    adresse = "/dokumentasjonspakke/utvalg/"
    skjema = {"antall": "1", "froe": "7", "mangler": "vedtak", "innsending": str(uuid.uuid4())}
    assert klient.get(adresse).status_code == 200
    assert klient.post(adresse, skjema).headers["Location"].startswith("/jobb")
    pakke = _siste(av)
    assert (pakke.froe, pakke.ramme_antall, pakke.ramme_filter) == (7, 1, "mangler=vedtak")
    assert pakke.ramme_i_ord == "Registreringer: Mangler vedtak"
    pakke = kjoer_ferdig(pakke, av)
    tekst = klient.get(f"/dokumentasjonspakke/{pakke.pk}/").content.decode()
    assert "Tilfeldig utvalg" in tekst
    assert "Registreringer: Mangler vedtak" in tekst


@pytest.mark.parametrize(
    ("felt", "feil"),
    [
        ({"antall": "9"}, "Bare 1 personer passer"),
        ({"antall": ""}, "antall personer"),
        ({"antall": "0"}, "1"),
        ({"froe": "-1"}, "0"),
        ({"mangler": "tull"}, "Registreringer"),
    ],
)
def test_utvalget_som_ikke_kan_trekkes(felt: dict[str, str], feil: str) -> None:
    klient, _av = leser()
    lag_person()
    svar = klient.post(
        "/dokumentasjonspakke/utvalg/", {"antall": "1", "innsending": str(uuid.uuid4())} | felt
    )
    assert svar.status_code == 422
    assert feil in svar.content.decode()


def test_listen_over_pakker() -> None:
    klient, av = leser()
    assert "Du har ingen dokumentasjonspakker" in klient.get("/dokumentasjonspakke/").content.decode()
    pakke_for(av, [lag_person()])
    pakke_for(av, [lag_person()], kjoert=False)
    tekst = klient.get("/dokumentasjonspakke/").content.decode()
    assert "Kan hentes" in tekst
    assert "Lages" in tekst
    lages = klient.get(f"/dokumentasjonspakke/{_siste(av).pk}/").content.decode()
    assert "Se hvor langt den er kommet" in lages
