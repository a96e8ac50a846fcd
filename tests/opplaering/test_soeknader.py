"""Søknader: registrert, endret, avgjort, klaget på; hvem som får; retten slik den er lagret."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from integrering.grunnmur.feil import IkkeTilgang
from integrering.grunnmur.samtidighet import Konflikt
from integrering.nir.models import Utdanningsbakgrunn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from opplaering.actions.soeknad import (
    Avgjoerelse,
    Klage,
    Oenske,
    avgjoer_soeknad,
    endre_soeknad,
    registrer_klage,
    registrer_soeknad,
)
from opplaering.models import Prioritet, Soeknad
from opplaering.queries.soeknader import kjent_om, prioriteter, versjoner_av
from opplaering.rettsgrunnlag import (
    opplysning,
    realkompetanse,
    rekkefoelge,
    skoleaar_skrevet,
    som_utregning,
    valg,
)
from opplaering.rules.vgorett import Opplysning, Realkompetanse, Valg, skoleaar
from opplaering.soeknadshistorikk import hendelser
from tests import fabrikk
from tests.fabrikk import STEINKJER, lag_aktoer, lag_person
from tests.nir.handling import Som, meldinger
from tests.opplaering.hjelp import I_DAG, lag_tilbud
from tests.opplaering.soeknadshjelp import MOTTATT, lag_soeknad, om, soeknadsdata

pytestmark = pytest.mark.django_db

TRE = (Oenske("yrkeskompetanse", "bygg", "Tømrer"), Oenske("studiekompetanse"), Oenske("grunnkompetanse"))
JA = Avgjoerelse("innvilget", om(-40), None, om(10))
NEI = Avgjoerelse("avslag", om(-40))


def test_samme_skjema_to_ganger_gir_en_soeknad(som: Som, koordinator: Aktoer) -> None:
    person, nr = lag_person(), uuid.uuid4()
    with som(koordinator):
        en, to = (
            registrer_soeknad(person=person, data=soeknadsdata(oensker=TRE), innsending=nr, av=koordinator)
            for _ in range(2)
        )
        assert en == to
        assert [(p.nummer, p.sluttkompetanse, p.program, p.hva) for p in prioriteter(en)] == [
            (1, "yrkeskompetanse", "bygg", "Tømrer"),
            (2, "studiekompetanse", "", ""),
            (3, "grunnkompetanse", "", ""),
        ]


@pytest.mark.parametrize(
    ("rett", "mangler", "svar"),
    [
        ("18_3", [], {}),
        ("18_4", [], {"kompetanse": True, "rekvalifisert": False}),
        ("18_5", [], {"kompetanse": True, "rekvalifisert": False, "oensker": TRE[1:]}),
        ("ukjent", ["kompetanse"], {"kompetanse": None}),
    ],
)
def test_retten_foelger_svarene(rett: str, mangler: list[str], svar: dict[str, Any]) -> None:
    """Opplæringslova §§ 18-3, 18-4 og 18-5: personen er født i 1995."""
    soeknad = lag_soeknad(lag_person(), **svar)
    assert (soeknad.rett, soeknad.rett_grunnlag["mangler"]) == (rett, mangler)
    assert soeknad.rett_grunnlag["versjon"] == 2024


@pytest.mark.parametrize(
    ("felt", "verdier"),
    [
        ("mottatt", {"mottatt": om(1), "skoleaar": skoleaar(om(1))}),
        ("skoleaar", {"skoleaar": skoleaar(MOTTATT) - 1}),
        ("skoleaar", {"skoleaar": skoleaar(MOTTATT) + 3}),
        ("gruppe", {"gruppe": "finnes_ikke"}),
        ("sluttkompetanse_1", {"oensker": ()}),
        ("sluttkompetanse_1", {"oensker": (*TRE, TRE[0])}),
        ("sluttkompetanse_2", {"oensker": (TRE[0], Oenske("finnes_ikke"))}),
        ("program_1", {"oensker": (Oenske("yrkeskompetanse", "finnes_ikke"),)}),
        ("hva_1", {"oensker": (Oenske("yrkeskompetanse", hva="Tømrer 010199"),)}),
    ],
)
def test_en_soeknad_som_ikke_kan_lagres(felt: str, verdier: dict[str, Any]) -> None:
    person, av = lag_person(), lag_aktoer(Rolle.OPPLAERINGSKOORDINATOR)
    assert felt in meldinger(lambda: lag_soeknad(person, av, **verdier))


def test_endre_og_den_som_kom_etter(som: Som, koordinator: Aktoer) -> None:
    soeknad = lag_soeknad(lag_person(), koordinator)
    with som(koordinator):
        nye = soeknadsdata(oensker=TRE, grunnskole=False, oensker_realkompetanse=True)
        endre_soeknad(soeknad=soeknad, versjon=1, data=nye, av=koordinator)
        assert (soeknad.rett, soeknad.versjon, soeknad.oensker_realkompetanse) == ("18_5", 2, True)
        assert len(prioriteter(soeknad)) == 3
        with pytest.raises(Konflikt), transaction.atomic():
            endre_soeknad(soeknad=soeknad, versjon=1, data=soeknadsdata(), av=koordinator)
        assert len(prioriteter(soeknad)) == 3
        avgjoer_soeknad(soeknad=soeknad, versjon=2, data=NEI, av=koordinator)
        senere = soeknadsdata(mottatt=om(-1), skoleaar=skoleaar(I_DAG))
        assert "mottatt" in meldinger(
            lambda: endre_soeknad(soeknad=soeknad, versjon=3, data=senere, av=koordinator)
        )


@pytest.mark.parametrize(
    ("felt", "data"),
    [
        ("vedtaksdato", Avgjoerelse("", om(-1))),
        ("utfall", Avgjoerelse("finnes_ikke", om(-1))),
        ("vedtaksdato", Avgjoerelse("avslag")),
        ("vedtaksdato", Avgjoerelse("avslag", om(-61))),
        ("vedtaksdato", Avgjoerelse("avslag", om(1))),
        ("oppstart", Avgjoerelse("innvilget", om(-1), None, om(-2))),
        ("oppstart", Avgjoerelse("avslag", om(-1), None, om(2))),
    ],
)
def test_en_avgjoerelse_som_ikke_kan_lagres(
    som: Som, koordinator: Aktoer, felt: str, data: Avgjoerelse
) -> None:
    soeknad = lag_soeknad(lag_person(), koordinator)
    with som(koordinator):
        brudd = meldinger(lambda: avgjoer_soeknad(soeknad=soeknad, versjon=1, data=data, av=koordinator))
    assert felt in brudd


def test_innvilget_med_tilbud_og_tilbake(som: Som, koordinator: Aktoer) -> None:
    tilbud, soeknad = lag_tilbud(), lag_soeknad(lag_person(), koordinator)
    ja = replace(JA, tilbud=tilbud)
    with som(koordinator):
        avgjoer_soeknad(soeknad=soeknad, versjon=1, data=ja, av=koordinator)
        assert (soeknad.utfall, soeknad.tilbud_id, soeknad.oppstart) == ("innvilget", tilbud.pk, om(10))
        # den som ikke får plass, har ikke noe tilbud
        nei = Avgjoerelse("takket_nei", om(-30), tilbud)
        assert set(
            meldinger(lambda: avgjoer_soeknad(soeknad=soeknad, versjon=2, data=nei, av=koordinator))
        ) == {"tilbud"}
        avgjoer_soeknad(soeknad=soeknad, versjon=2, data=Avgjoerelse(), av=koordinator)
        assert (soeknad.utfall, soeknad.vedtaksdato, soeknad.tilbud_id) == ("", None, None)


@pytest.mark.parametrize(
    ("felt", "klage"),
    [
        ("klageutfall", Klage(None, "stadfestet")),
        ("klage_avgjort", Klage(None, "", om(-1))),
        ("klaget", Klage(om(-41))),
        ("klaget", Klage(om(1))),
        ("klage_avgjort", Klage(om(-30), "stadfestet")),
        ("klage_avgjort", Klage(om(-30), "", om(-20))),
        ("klage_avgjort", Klage(om(-30), "stadfestet", om(-31))),
        ("klage_avgjort", Klage(om(-30), "stadfestet", om(1))),
        ("klageutfall", Klage(om(-30), "finnes_ikke", om(-1))),
    ],
)
def test_en_klage_som_ikke_kan_lagres(som: Som, koordinator: Aktoer, felt: str, klage: Klage) -> None:
    soeknad = lag_soeknad(lag_person(), koordinator)
    with som(koordinator):
        avgjoer_soeknad(soeknad=soeknad, versjon=1, data=NEI, av=koordinator)
        brudd = meldinger(lambda: registrer_klage(soeknad=soeknad, versjon=2, data=klage, av=koordinator))
    assert felt in brudd


def test_klage_med_utfall(som: Som, koordinator: Aktoer) -> None:
    soeknad = lag_soeknad(lag_person(), koordinator)
    with som(koordinator):
        foer = meldinger(
            lambda: registrer_klage(soeknad=soeknad, versjon=1, data=Klage(om(-1)), av=koordinator)
        )
        assert "klaget" in foer  # ikke avgjort ennå
        avgjoer_soeknad(soeknad=soeknad, versjon=1, data=NEI, av=koordinator)
        registrer_klage(soeknad=soeknad, versjon=2, data=Klage(om(-30)), av=koordinator)
        # vedtaket det er klaget på, står
        for data, felt in ((Avgjoerelse(), "utfall"), (replace(NEI, vedtaksdato=om(-29)), "vedtaksdato")):
            assert felt in meldinger(
                lambda data=data: avgjoer_soeknad(  # type: ignore[misc]
                    soeknad=soeknad, versjon=3, data=data, av=koordinator
                )
            )
        avgjoer_soeknad(soeknad=soeknad, versjon=3, data=NEI, av=koordinator)
        ferdig = Klage(om(-30), "omgjort", om(-2))
        registrer_klage(soeknad=soeknad, versjon=4, data=ferdig, av=koordinator)
        assert (soeknad.klageutfall, soeknad.klage_avgjort) == ("omgjort", om(-2))
        # den samme klagen kan lagres på nytt
        registrer_klage(soeknad=soeknad, versjon=5, data=ferdig, av=koordinator)


# --- Hvem ---


def test_fylket_skriver_kommunen_leser_sine_og_skolen_ingen(
    som: Som, koordinator: Aktoer, trondheim: Aktoer, skolen: Aktoer
) -> None:
    soeknad = lag_soeknad(lag_person(), koordinator)
    raadgiver, steinkjer = lag_aktoer(Rolle.TILSKUDDSRAADGIVER), lag_aktoer(nummer=STEINKJER)
    for hvem, ser in ((koordinator, 1), (trondheim, 1), (raadgiver, 1), (steinkjer, 0)):
        with som(hvem):
            assert (Soeknad.objects.count(), Prioritet.objects.count()) == (ser, ser), hvem.rollenavn
    with som(skolen), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Soeknad.objects.count()
    for hvem in (trondheim, raadgiver):
        for kall in (
            lambda av: registrer_soeknad(
                person=soeknad.person, data=soeknadsdata(), innsending=uuid.uuid4(), av=av
            ),
            lambda av: endre_soeknad(soeknad=soeknad, versjon=1, data=soeknadsdata(), av=av),
            lambda av: avgjoer_soeknad(soeknad=soeknad, versjon=1, data=NEI, av=av),
            lambda av: registrer_klage(soeknad=soeknad, versjon=1, data=Klage(), av=av),
        ):
            with som(hvem), pytest.raises(IkkeTilgang):
                kall(hvem)


def test_skjermede_ser_bare_de_med_tilgangen(som: Som, koordinator: Aktoer) -> None:
    med = lag_aktoer(Rolle.OPPLAERINGSKOORDINATOR, skjermede=True)
    lag_soeknad(lag_person(adressebeskyttelse="fortrolig"), med)
    for hvem, ser in ((med, 1), (koordinator, 0)):
        with som(hvem):
            assert Soeknad.objects.count() == ser


# --- Det som er kjent, og det som vises ---


@pytest.mark.parametrize(
    ("nivaa", "svar"),
    [
        ("ikke_grunnskole", {"grunnskole": False, "utland_vgo": False, "kompetanse": False}),
        ("grunnskole", {"grunnskole": True, "utland_vgo": False, "kompetanse": False}),
        ("videregaaende", {"grunnskole": True}),
        ("hoeyere", {"grunnskole": True}),
    ],
)
def test_utdanningsbakgrunnen_gir_svarene_den_kan(nivaa: str, svar: dict[str, bool]) -> None:
    """Videregående fra utlandet kan være godkjent eller ikke: det spørres det om (§ 5-1)."""
    person = lag_person()
    fabrikk.registrer(Utdanningsbakgrunn, person, registrert=None, nivaa=nivaa, dato=date(2024, 1, 1))
    with kontekst(motor_kontekst()):
        assert kjent_om(person, I_DAG) == svar
        assert kjent_om(person, date(2023, 12, 31)) == {}


def test_regnestykket_i_ord() -> None:
    soeknad = lag_soeknad(lag_person())
    vist = som_utregning(soeknad.rett, soeknad.rett_grunnlag)
    assert (vist.svar, vist.trengs, vist.ubekreftet) == ("Rett for voksne (§ 18-3)", [], False)
    linjer = {linje.hva: (linje.verdi, linje.hjemmel, linje.versjon) for linje in vist.linjer}
    assert linjer["Fødselsdato"] == ("15.06.1995", "", "")
    assert linjer["Har fullført grunnskole eller tilsvarende"][0] == "Ja"
    aar = soeknad.rett_grunnlag["skoleaar"] - 1995
    assert linjer["Alder søkeren fyller det året skoleåret begynner"][0] == f"{aar} år"
    rett = linjer["Rett for voksne fra skoleåret som begynner det året søkeren fyller 19 år"]
    assert rett == ("", "opplæringslova § 18-3", "Gjelder fra skoleåret 2024/25")


def test_det_som_mangler_staar_i_ord() -> None:
    soeknad = lag_soeknad(lag_person(), kompetanse=None)
    vist = som_utregning(soeknad.rett, soeknad.rett_grunnlag)
    assert [t.tekst for t in vist.trengs] == ["Har studie- eller yrkeskompetanse som gjelder i Norge"]
    # en søknad fra før vi hadde regnestykket
    assert som_utregning("18_3", {}).linjer == []


def test_alt_har_ord() -> None:
    assert all(opplysning(hva) for hva in Opplysning)
    assert all(valg(hva) for hva in Valg)
    assert all(realkompetanse(kode.value) for kode in Realkompetanse)
    assert (rekkefoelge(None), rekkefoelge(2)[:12]) == ("", "Nummer 2 av ")
    assert [skoleaar_skrevet(aar) for aar in (None, 2026, 2099)] == ["", "2026/27", "2099/00"]


def test_historikken_forteller_hva_som_ble_endret(som: Som, koordinator: Aktoer) -> None:
    soeknad = lag_soeknad(lag_person(), koordinator, grunnskole=None)
    with som(koordinator):
        endre_soeknad(soeknad=soeknad, versjon=1, data=soeknadsdata(), av=koordinator)
        avgjoer_soeknad(soeknad=soeknad, versjon=2, data=NEI, av=koordinator)
        avgjoer_soeknad(soeknad=soeknad, versjon=3, data=Avgjoerelse(), av=koordinator)
        nyest, avslag, rettet, foerst = hendelser(versjoner_av(soeknad))
    assert foerst.tittel == "Søknaden er registrert"
    assert "Ønsker: Yrkeskompetanse (Tømrer)" in foerst.beskrivelse
    assert "Utfall" not in foerst.beskrivelse
    assert "Har fullført grunnskole eller tilsvarende: Ja" in rettet.beskrivelse
    assert "Rett: Rett for voksne (§ 18-3)" in rettet.beskrivelse
    assert avslag.beskrivelse == f"Utfall: Avslag; Vedtaksdato: {om(-40):%d.%m.%Y}"
    assert nyest.beskrivelse == "Utfall: tomt; Vedtaksdato: tomt"
