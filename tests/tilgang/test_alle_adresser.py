"""Every address there is, walked as everyone there is. A new one fails until it has its line in the table."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from integrering.grunnmur.jobber import start_jobb
from integrering.nir.models import Flyttesak
from integrering.tilgang.api.models import Apiklient
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests.bosetting.hjelp import verdier_for_bosetting
from tests.fabrikk import (
    STEINKJER,
    TRONDHEIM,
    lag_aktoer,
    lag_bruker,
    lag_person,
    lag_vedtak,
    lag_vgo,
    virksomhet,
)
from tests.forebygging.hjelp import verdier_for_forebygging
from tests.frivillighet.hjelp import verdier_for_frivilligheten
from tests.gitt.adresser import verdier_for_gitt
from tests.innbetalinger.verden import verdier_for_innbetalinger
from tests.jobbsjansen.hjelp import verdier_for_jobbsjansen
from tests.karriere.hjelp import verdier_for_karriere
from tests.klasser.adresser import verdier_for_klasser
from tests.kompetanse.hjelp import verdier_for_kompetanse
from tests.kunnskap.hjelp import verdier_for_kunnskap
from tests.ledelse.hjelp import verdier_for_ledelse
from tests.lister.verdier import verdier as listeverdier
from tests.matrise.adresser import verdier_for_matrisen
from tests.nir.api.hjelp import lag_token
from tests.oppfoelging.hjelp import verdier_for_oppfoelging
from tests.oppgaver.adresser import verdier_for_oppgaver
from tests.opplaering.adresser import verdier_for_opplaeringen
from tests.planer.hjelp import verdier_for_planene
from tests.rapporter.adresser import rapportverdier
from tests.regionalt.hjelp import verdier_for_regionalt
from tests.samarbeid.hjelp import verdier_for_samarbeidet
from tests.soekt.adresser import verdier_for_soekte
from tests.tilgang.adressetabell import ALLE, FLOKKER, LINJER
from tests.tilskudd.runder import lag_satsforslag
from tests.tilskudd.sideverden import Verden
from tests.utveksling.brev.adresser import verdier as brevverdier
from tests.utveksling.importering.adresser import importverdier
from tests.utveksling.meldinger.verdier import meldingsverdier
from tests.utveksling.moeter.adresser import verdier_for_moeter
from tests.utveksling.registerlister.adresser import verdier_for_registerlister
from tests.utveksling.varsler.hjelp import nytt_merke
from tests.utveksling.vedlegg.verdier import vedleggverdier
from tilskudd.models import Linje, Sats

pytestmark = [pytest.mark.django_db, pytest.mark.vandring]

_NEI = {"inn", "vlg", "403", "404"}
FORBUDT = ("Hemmeligvaar", "Hemmeligderes", "Hemmeligskjermet")


def _navn(moenstre: list[Any], rom: str = "") -> Iterator[str]:
    """Yield the name of every address, with its namespace; one without a name by its route."""
    for m in moenstre:
        if isinstance(m, URLResolver):
            yield from _navn(m.url_patterns, f"{rom}{m.namespace}:" if m.namespace else rom)
        else:
            assert isinstance(m, URLPattern)
            yield f"{rom}{m.name or m.pattern}"


def test_hver_adresse_staar_i_tabellen() -> None:
    """Nothing is reachable that nobody has said who may reach."""
    finnes = {navn for navn in _navn(get_resolver().url_patterns) if not navn.startswith("admin:")}
    assert finnes == set(LINJER)


@pytest.fixture
def verdier() -> dict[str, Any]:
    """A world with a run, and objects of Trondheim's person for the parameters."""
    verden = Verden()
    vaar = lag_person(kommune=TRONDHEIM, fornavn="Hemmeligvaar")
    vedtak = lag_vedtak(vaar)
    lag_vgo(vaar)
    lag_vedtak(lag_person(kommune=STEINKJER, fornavn="Hemmeligderes"))
    lag_vedtak(lag_person(kommune=TRONDHEIM, fornavn="Hemmeligskjermet", adressebeskyttelse="fortrolig"))
    fylket, raadgiver = virksomhet("50"), verden.runder.raadgiver
    jobb = start_jobb(
        slag="test.ukjent",
        tittel="Prøve",
        parametre={},
        bruker_id=raadgiver.bruker_id,
        virksomhet_id=fylket.pk,
    )
    with kontekst(motor_kontekst()):
        sak = Flyttesak.objects.create(
            person=vaar,
            til_kommune=virksomhet(STEINKJER),
            fra=vedtak.startdato,
            meldt_av_id=raadgiver.bruker_id,
        )
        linje, sats = Linje.objects.order_by("id")[0], Sats.objects.order_by("id")[0]
    return {
        "jobb_id": jobb.pk, "noekkel": vaar.noekkel, "slag": "vedtak", "gruppe": "kompetanse",
        "registrering": vedtak.registrering_id,
        "sak_id": sak.pk, "kvartal": verden.utkast.kvartal, "kode": linje.mottaker.kode, "linje_id": linje.pk,
        "lenke": "gjettet", "tildeling_id": lag_bruker(nummer=STEINKJER).rolletildelinger.get().pk,
        "sats_id": sats.pk, "forslag_id": lag_satsforslag().pk, "format_": "csv",
        "nummer": TRONDHEIM, "merke": nytt_merke(), **vedleggverdier(),
        **meldingsverdier(vaar),
        **verdier_for_moeter(vaar), **brevverdier(vaar), **verdier_for_oppgaver(vaar),
        **verdier_for_klasser(vaar),
        **verdier_for_karriere(vaar),
        **listeverdier(lag_aktoer()),
        **importverdier(),
        **verdier_for_registerlister(vaar),
        **verdier_for_matrisen(vaar),
        **rapportverdier(vaar),
        **verdier_for_opplaeringen(vaar),
        **verdier_for_regionalt(), **verdier_for_ledelse(),
        **verdier_for_frivilligheten(),
        **verdier_for_forebygging(),
        **verdier_for_regionalt(),
        **verdier_for_oppfoelging(),
        **verdier_for_kompetanse(),
        **verdier_for_planene(),
        **verdier_for_samarbeidet(),
        **verdier_for_jobbsjansen(),
        **verdier_for_kunnskap(),
        **verdier_for_gitt(),
        **verdier_for_innbetalinger(verden),
        "klient_id": _klient_i_api_et(),
        "ordning_kode": "fag-og-yrkesopplaering",
        **verdier_for_soekte(),
        **verdier_for_bosetting(),
    }  # fmt: skip


def _klient_i_api_et() -> int:
    lag_token(TRONDHEIM)
    with kontekst(motor_kontekst()):
        return Apiklient.objects.get().pk


def _bruker(hvem: str) -> Bruker | None:
    match hvem:
        case "anonym":
            return None
        case "uten_rolle":
            return Bruker.objects.create_user("uten-rolle", is_staff=True, is_superuser=True)
        case "rett" | "feil":
            sted = TRONDHEIM if hvem == "rett" else STEINKJER
            return lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE, sted)
    roller = {
        "saksbehandler": Rolle.FYLKE_SAKSBEHANDLER,
        "raadgiver": Rolle.TILSKUDDSRAADGIVER,
        "godkjenner": Rolle.TILSKUDDSGODKJENNER,
        "administrator": Rolle.ADMINISTRATOR,
        "revisor": Rolle.INNSYNSREVISOR,
        "kommuneadmin": Rolle.KOMMUNE_ADMINISTRATOR,
        "skole": Rolle.SKOLEKONTAKT,
        "organisasjon": Rolle.ORGANISASJON_SOEKER,
    }
    bruker = lag_bruker(roller[hvem])
    # Django's own flags count for nothing; only the administrator's staff flag means something
    Bruker.objects.filter(pk=bruker.pk).update(is_superuser=True, is_staff=True)
    return Bruker.objects.get(pk=bruker.pk)


def _klient(bruker: Bruker | None, *, csrf: bool = False) -> Client:
    klient = Client(enforce_csrf_checks=csrf)
    if bruker:
        klient.force_login(bruker, "django.contrib.auth.backends.ModelBackend")
    return klient


def _adresser(verdier: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    for navn, (parametre, svar) in LINJER.items():
        yield navn, reverse(navn, kwargs={p: verdier[p] for p in parametre}), svar


def _svarte(svar: Any) -> str:
    til = svar.headers.get("Location", "")
    if svar.status_code == 401 or (svar.status_code == 302 and til.startswith("/logg-inn/")):
        return "inn"
    return "vlg" if svar.status_code == 302 and til == "/velg-virksomhet/" else str(svar.status_code)


def _sett(hvem: str, svar: Any) -> list[str]:
    """Return the names in the answer that this one must never read."""
    ingen: set[str] = set()
    # the person of Trondheim is a pupil of the school
    synlig = {"rett": {FORBUDT[0]}, "feil": {FORBUDT[1]}, "skole": {FORBUDT[0]}} | dict.fromkeys(
        ("anonym", "uten_rolle", "kommuneadmin", "organisasjon"), ingen
    )
    skjult = set(FORBUDT) - synlig.get(hvem, {FORBUDT[0], FORBUDT[1]})
    tekst = svar.content.decode(errors="replace")  # a PDF is no text
    return [ord_ for ord_ in skjult if ord_ in tekst]


@pytest.mark.parametrize("flokk", FLOKKER, ids=lambda flokk: flokk[0])
def test_gaa_gjennom_alt(verdier: dict[str, Any], flokk: tuple[str, ...]) -> None:
    """Each address answers each reader as the table says, and shows nobody's person to somebody else.

    Who may not read may not write; an empty form is never a crash.
    """
    feil: list[str] = []
    for hvem in flokk:
        klient = _klient(_bruker(hvem))
        feil += _les_alt(klient, hvem, verdier)
        feil += _send_alt(klient, hvem, verdier)
    assert feil == []


def _les_alt(klient: Client, hvem: str, verdier: dict[str, Any]) -> Iterator[str]:
    nr = ALLE.index(hvem)
    for navn, adresse, ventet in _adresser(verdier):
        svar = klient.get(adresse)
        if (fikk := _svarte(svar)) != ventet[nr]:
            yield f"{hvem} {navn}: {fikk}, ikke {ventet[nr]}"
        yield from (f"{hvem}: {navn} viser {ord_}" for ord_ in _sett(hvem, svar))


def _send_alt(klient: Client, hvem: str, verdier: dict[str, Any]) -> Iterator[str]:
    """Send an empty form to each: everyone who may not, and of those who may the first and the last.

    Between the first and the last of the table the answer is the same.
    """
    nr = ALLE.index(hvem)
    for navn, adresse, ventet in _adresser(verdier):
        nei = ventet[nr] in _NEI
        if not nei and nr not in _som_sender(ventet):
            continue
        svar = _post(klient, adresse)
        fikk = _svarte(svar)
        if svar.status_code >= 500 or (nei and fikk not in {ventet[nr], "405"}):
            yield f"{hvem} POST {navn}: {fikk}, GET {ventet[nr]}"
        yield from (f"{hvem}: POST {navn} viser {ord_}" for ord_ in _sett(hvem, svar))


def _som_sender(ventet: list[str]) -> set[int]:
    """Return the first and the last of those who may."""
    faar = [nr for nr, svar in enumerate(ventet) if svar not in _NEI]
    return {faar[0], faar[-1]} if faar else set()


def test_uten_merket_tas_ingenting_imot(verdier: dict[str, Any]) -> None:
    """A form without the token is refused before anybody asks what the role may do: two are enough."""
    feil = []
    for hvem in ("anonym", "rett"):
        streng = _klient(_bruker(hvem), csrf=True)
        for navn, adresse, _ventet in _adresser(verdier):
            if (fikk := _svarte(_post(streng, adresse))) not in {"403", "405", "inn", "vlg"}:
                feil.append(f"{hvem} POST uten merke {navn}: {fikk}")
    assert feil == []


def _post(klient: Client, adresse: str) -> Any:
    """Send an empty form, and take back whatever it did, to the session too."""
    kaker = copy.deepcopy(klient.cookies)
    with transaction.atomic():
        svar = klient.post(adresse, {})
        transaction.set_rollback(True)
    klient.cookies = kaker
    return svar


def test_administrasjonen(verdier: dict[str, Any]) -> None:
    """Every page of the administration, of models to come too: for administrators and nobody else.

    Who may is said by the class of the pages: one model of each is tried by the others, by one of them on
    all its pages, by the rest on its list (the door is the same).
    """
    feil = []
    alle = admin.site._registry
    en_av_hver = {type(side): modell for modell, side in alle.items()}.values()
    hele, utvalget = list(_adminadresser(alle)), list(_adminadresser(en_av_hver))
    listene = [reverse(f"admin:{m._meta.app_label}_{m._meta.model_name}_changelist") for m in en_av_hver]
    for hvem in ALLE:
        klient = _klient(_bruker(hvem))
        nei = {"anonym": "302", "uten_rolle": "vlg"}.get(hvem, "403")
        for adresse in {"administrator": hele, "saksbehandler": utvalget}.get(hvem, listene):
            svar = klient.get(adresse)
            if svar.status_code >= 500 or (hvem != "administrator" and _svarte(svar) not in {nei, "inn"}):
                feil.append(f"{hvem} {adresse}: {_svarte(svar)}")
            feil += [f"{hvem}: {adresse} viser {ord_}" for ord_ in _sett(hvem, svar)]
    assert feil == []


def _adminadresser(modeller: Iterable[type[Model]]) -> Iterator[str]:
    """Yield the addresses of the administration, with rows that exist where there are some."""
    yield from (
        reverse(f"admin:{n}") for n in ("index", "login", "password_change", "jsi18n", "autocomplete")
    )
    yield "/admin/finnes-ikke/"
    for modell in modeller:
        navn = f"admin:{modell._meta.app_label}_{modell._meta.model_name}"
        with kontekst(motor_kontekst()):
            rad = modell._default_manager.order_by("pk").first()
        pk = rad.pk if rad else 1
        yield from (reverse(f"{navn}_changelist"), reverse(f"{navn}_changelist") + "?q=Hemmelig&o=1")
        yield reverse(f"{navn}_add")
        yield from (reverse(f"{navn}_{s}", args=[pk]) for s in ("change", "history", "delete"))
        yield reverse("admin:app_list", args=[modell._meta.app_label])
