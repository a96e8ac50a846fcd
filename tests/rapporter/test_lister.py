"""The lists behind the numbers: who is in them, and the register's six columns."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from itertools import product

import pytest
from django.utils import timezone

from integrering.nir.queries.regelverk import regelsett
from integrering.nir.rules.grunnlag import Grunnlag
from integrering.nir.rules.rettigheter import intro
from integrering.rapporter.queries.avsluttede import avsluttede, i_gruppen
from integrering.rapporter.queries.kategori import med_kategori
from integrering.rapporter.rules.utfall import Utfall, utfall
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_person
from tests.lister.hjelp import innhold, ta_ut, xlsx
from tests.rapporter.hjelp import IFJOR, avslutt, gjenaapne, leser, proev, sett_maal, vedtak_intro

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]


def test_registerets_seks_kolonner_i_filen() -> None:
    klient, _av = leser()
    person = lag_person(
        fornavn="Amina", etternavn="Eksempel", duf="209900012345", tillatelse_dato=date(2023, 1, 10)
    )
    vedtak_intro(person, date(2023, 4, 1))
    sett_maal(person, "nir_vgo_over_25", date(2023, 4, 1))
    avslutt(person, "nir_vgo_yrkesfag", date(2025, 12, 31))
    svar = ta_ut(klient, "/rapporter/avsluttede/", liste="avsluttede")
    rader, om = xlsx(innhold(svar))
    assert rader == [
        ["DUF-nummer", "Fornavn, Etternavn", "Kategori", "Sluttmaal", "Avslutningsarsak", "Avslutningsdato"],
        [
            "209900012345", "Amina, Eksempel", "Rett og plikt til introduksjonsprogram",
            "Fullføre videregående opplæring - over 25 år", "Videregående opplæring - fag og yrkesopplæring",
            date(2025, 12, 31),
        ],
    ]  # fmt: skip
    assert om["Adressebeskyttelse"] == "Skjermede personer er ikke med."


def test_bare_de_som_er_avsluttet_og_ikke_gjenaapnet(som: Som) -> None:
    _klient, av = leser()
    avsluttet, gjenaapnet, paa_nytt = (lag_person() for _nr in range(3))
    skjermet = lag_person(adressebeskyttelse="fortrolig")
    for person in (avsluttet, gjenaapnet, paa_nytt, skjermet):
        avslutt(person, dato=date(2025, 3, 1))
    gjenaapne(gjenaapnet, date(2025, 3, 1))
    gjenaapne(paa_nytt, date(2025, 4, 1))
    avslutt(paa_nytt, dato=date(2026, 5, 1))
    with som(av):
        rader = {rad.person_id: rad.dato for rad in avsluttede()}
    assert rader == {avsluttet.pk: date(2025, 3, 1), paa_nytt.pk: date(2026, 5, 1)}


def test_filtrene() -> None:
    klient, _av = leser()
    avslutt(lag_person(etternavn="Arbeidsen"), "arbeid_heltid", date(2025, 5, 1))
    avslutt(lag_person(etternavn="Uteneben", kommune=STEINKJER), "", date(2024, 5, 1))
    avslutt(lag_person(etternavn="Fullfoertsen"), "fullfoert", date(2025, 6, 1), hovedaktivitet="arbeid")
    for sporring, ventet in (
        ("aar=2024", {"Uteneben"}),
        ("aarsak=uten", {"Uteneben"}),
        ("aarsak=med", {"Arbeidsen", "Fullfoertsen"}),
        ("gruppe=arbeid", {"Arbeidsen", "Fullfoertsen"}),
        ("gruppe=mangler", {"Uteneben"}),
        (f"kommune={TRONDHEIM}&aar=2025", {"Arbeidsen", "Fullfoertsen"}),
        ("kategori=kan_tilbys", set()),
        ("kategori=ukjent", set()),
    ):
        tekst = klient.get(f"/rapporter/avsluttede/?{sporring}").content.decode()
        assert {n for n in ("Arbeidsen", "Uteneben", "Fullfoertsen") if n in tekst} == ventet, sporring


def test_kommunen_ser_bare_sine() -> None:
    klient, _av = leser(Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER)
    avslutt(lag_person(etternavn="Hjemme", kommune=STEINKJER))
    avslutt(lag_person(etternavn="Borte", kommune=TRONDHEIM))
    tekst = klient.get("/rapporter/avsluttede/").content.decode()
    assert "Hjemme" in tekst
    assert "Borte" not in tekst
    assert "Kommune" not in {
        f.label for f in klient.get("/rapporter/avsluttede/").context["liste"].utvalg.skjema
    }


def test_gruppene_i_sql_er_reglenes(som: Som) -> None:
    _klient, av = leser()
    for aarsak in ("", "arbeid_heltid", "grunnskole", "nav_kvp", "fullfoert", "annet", "hoeyere_utdanning"):
        for aktivitet in ("", "arbeid", "utdanning", "ytelser"):
            avslutt(aarsak=aarsak, hovedaktivitet=aktivitet)
    with som(av):
        for gruppe in Utfall:
            rader = list(avsluttede().filter(i_gruppen(gruppe)))
            assert rader
            assert {utfall(r.avslutningsaarsak, r.hovedaktivitet) for r in rader} == {gruppe}


def test_kategorien_i_sql_er_regelens(som: Som) -> None:
    """The same as § 8 and chapter 6A say of one who was settled by agreement and had no work."""
    gitt, bosatt, slutt = date(2023, 3, 1), date(2024, 9, 1), date(2026, 6, 1)
    tillatelser = ("9a", "9e", "9f", "27", "28")
    foedt = (date(2005, 3, 2), date(2005, 3, 1), date(1967, 3, 2), date(1967, 3, 1))
    dager = (date(2025, 12, 31), date(2026, 1, 1))
    _klient, av = leser()
    saker = {}
    for tillatelse, dag_foedt, vedtak in product(tillatelser, foedt, dager):
        person = lag_person(
            foedselsdato=dag_foedt, tillatelse=tillatelse, tillatelse_dato=gitt, bosatt_fra=bosatt
        )
        vedtak_intro(person, vedtak)
        avslutt(person, dato=slutt)
        saker[person.pk] = Grunnlag(
            foedt=dag_foedt, statsborgerskap="SYR", tillatelse=tillatelse, tillatelse_dato=gitt,
            bosatt=bosatt,
            etter_avtale=True, arbeid_timer=0, vedtak_intro=vedtak, oppstart_intro=vedtak,
            avsluttet_intro=slutt, familieinnvandring=False, vedtak_kap_6a=False, ankomst=gitt,
        )  # fmt: skip
    with som(av):
        regler, dag = regelsett(), timezone.localdate()
        sql = {rad.person_id: rad.kategori for rad in med_kategori(avsluttede(), regler, dag)}
    svar = {pk: intro(grunnlag, regler, dag).svar for pk, grunnlag in saker.items()}
    assert sql == {pk: "" if s is None or s == "ingen" else s.value for pk, s in svar.items()}
    assert {"", "rett", "rett_og_plikt", "kan_tilbys"} == set(sql.values())


def test_under_introduksjonsloven_kan_kategorien_ikke_avgjoeres(som: Som) -> None:
    _klient, av = leser()
    avslutt(lag_person(tillatelse_dato=date(2020, 6, 1)))
    with som(av):
        assert [rad.kategori for rad in med_kategori(avsluttede(), regelsett(), timezone.localdate())] == [""]


def test_resultatene_filtreres_paa_delproeve_og_nivaa() -> None:
    klient, _av = leser()
    proev(lag_person(etternavn="Bentsen"), date(2026, 5, 4), lytte="b1", muntlig="a2")
    proev(lag_person(etternavn="Aasen"), date(2025, 5, 4), lytte="a1")
    proev(
        lag_person(etternavn="Samfunnsen"), date(2026, 5, 4), proeve="samfunnskunnskap", resultat="bestaatt"
    )
    for sporring, ventet in (
        ("", {"Bentsen", "Aasen"}),
        ("skoleaar=2025", {"Bentsen"}),
        ("delproeve=muntlig", {"Bentsen"}),
        ("delproeve=lytte&nivaa=a1", {"Aasen"}),
        ("nivaa=a2", {"Bentsen"}),
        (f"kommune={STEINKJER}", set()),
    ):
        tekst = klient.get(f"/rapporter/resultater/?{sporring}").content.decode()
        assert {n for n in ("Bentsen", "Aasen", "Samfunnsen") if n in tekst} == ventet, sporring


def test_ifjor_er_et_valg_i_filteret() -> None:
    klient, _av = leser()
    avslutt(lag_person(etternavn="Ifjorsen"))
    assert "Ifjorsen" in klient.get(f"/rapporter/avsluttede/?aar={IFJOR}").content.decode()
