"""Hvem som ser, lager og sletter vedlegg; prøvd mot databasen, rad for rad."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, transaction
from django.test import override_settings

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.models import Personopplysning
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from integrering.utveksling.vedlegg import actions, queries
from integrering.utveksling.vedlegg.models import (
    Vedlegg,
    Vedleggaapning,
    Vedlegginnhold,
    Vedleggversjon,
)
from tests.fabrikk import STEINKJER, lag_aktoer, lag_person, rett
from tests.nir.handling import Som
from tests.utveksling.vedlegg import filer as f

pytestmark = pytest.mark.django_db

TABELLER: tuple[Any, ...] = (Vedlegg, Vedleggversjon, Vedlegginnhold, Vedleggaapning)
FREMMEDE = [
    (Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER),
    (Rolle.FYLKE_SAKSBEHANDLER, ""),
    (Rolle.SKOLEKONTAKT, ""),
    (Rolle.ORGANISASJON_SOEKER, ""),
]


@pytest.fixture
def vi() -> Aktoer:
    return lag_aktoer()


@pytest.fixture
def vaart(som: Som, vi: Aktoer) -> Vedlegg:
    """A file of Trondheim's, fetched once."""
    with som(vi):
        vedlegg = actions.legg_ved(fil=f.opplastet(), av=vi)
        actions.hent(versjon=vedlegg.siste, av=vi)
    return vedlegg


def _avvist(gjoer: Any) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        gjoer()


def test_vi_ser_vaart_eget(som: Som, vi: Aktoer, vaart: Vedlegg) -> None:
    with som(lag_aktoer()):
        assert [t.objects.count() for t in TABELLER] == [1, 1, 1, 1]
        assert queries.finn(vaart.noekkel) == vaart
        assert queries.med_versjoner([vaart.pk])[0].siste.filnavn == "vedtak.pdf"


@pytest.mark.parametrize(("rolle", "sted"), FREMMEDE)
def test_andre_ser_ingenting(som: Som, vaart: Vedlegg, rolle: Rolle, sted: str) -> None:
    andre = lag_aktoer(rolle, sted)
    with som(andre):
        aapninger = 1 if andre.er_fylke else 0  # the county keeps the log; it says nothing of the file
        assert [t.objects.count() for t in TABELLER] == [0, 0, 0, aapninger]
        assert queries.finn(vaart.noekkel) is None
        assert queries.finn_versjon(vaart.noekkel, 1) is None


def test_kommunens_brukeradministrator_og_den_uten_rolle_naar_ingen_tabell(som: Som, vaart: Vedlegg) -> None:
    with som(lag_aktoer(Rolle.KOMMUNE_ADMINISTRATOR)):
        for tabell in TABELLER:
            _avvist(tabell.objects.count)
    for tabell in TABELLER:
        _avvist(tabell.objects.count)


@pytest.mark.parametrize(("rolle", "sted"), FREMMEDE)
def test_andre_endrer_ingenting(som: Som, vi: Aktoer, vaart: Vedlegg, rolle: Rolle, sted: str) -> None:
    with som(vi):
        versjon = vaart.siste
    andre = lag_aktoer(rolle, sted)
    with som(andre):
        with pytest.raises(IkkeTilgang):
            actions.ny_versjon(vedlegg=vaart, fil=f.opplastet(), av=andre)
        with pytest.raises(IkkeTilgang):
            actions.slett_utkast(vedlegg=vaart, av=andre)
        actions.laas(vedlegg=[vaart], av=andre)
        # past the actions: the database says no as well
        felles = {"lastet_opp_av_id": andre.bruker_id, "filnavn": "x", "medietype": "x", "sha256": "x"}
        _avvist(lambda: Vedleggversjon.objects.create(vedlegg=vaart, nummer=2, stoerrelse=1, **felles))
        _avvist(lambda: Vedlegginnhold.objects.create(versjon_id=versjon.pk, data=b"x"))
        _avvist(
            lambda: Vedlegg.objects.create(
                tittel="x", virksomhet_id=vi.virksomhet_id, lastet_opp_av_id=andre.bruker_id
            )
        )
    with som(vi):
        assert queries.finn(vaart.noekkel).laast is None  # type: ignore[union-attr]


def test_ingen_opptrer_som_en_kollega(som: Som, vi: Aktoer, vaart: Vedlegg) -> None:
    kollega = lag_aktoer()
    with som(vi):
        _avvist(
            lambda: Vedlegg.objects.create(
                tittel="x", virksomhet_id=vi.virksomhet_id, lastet_opp_av_id=kollega.bruker_id
            )
        )
        _avvist(
            lambda: Vedleggaapning.objects.create(
                virksomhet_id=vi.virksomhet_id, bruker_id=kollega.bruker_id, vedlegg_noekkel=vaart.noekkel,
                versjon=1, sha256="x",
            )
        )  # fmt: skip


def test_ingen_versjon_eller_logg_endres_eller_slettes(som: Som, vi: Aktoer, vaart: Vedlegg) -> None:
    with som(vi):
        _avvist(lambda: Vedleggversjon.objects.update(filnavn="annet"))
        _avvist(lambda: Vedlegginnhold.objects.update(data=b"annet"))
        _avvist(lambda: Vedleggaapning.objects.update(versjon=9))
        _avvist(lambda: Vedlegg.objects.update(tittel="annet"))
        for tabell in TABELLER:
            _avvist(lambda t=tabell: t.objects.all()._raw_delete("default"))
    with kontekst(motor_kontekst()):
        _avvist(lambda: Vedleggaapning.objects.all()._raw_delete("default"))


def test_sendt_er_laast_for_alle(som: Som, vi: Aktoer, vaart: Vedlegg) -> None:
    with som(vi):
        actions.laas(vedlegg=[vaart], av=vi)
        for gjoer in (
            lambda: actions.ny_versjon(vedlegg=vaart, fil=f.opplastet("ny.pdf"), av=vi),
            lambda: actions.slett_utkast(vedlegg=vaart, av=vi),
        ):
            with pytest.raises(Regelbrudd, match="sendt"):
                gjoer()
        _avvist(
            lambda: Vedleggversjon.objects.create(
                vedlegg=vaart, nummer=2, filnavn="x", medietype="x", stoerrelse=1, sha256="x",
                lastet_opp_av_id=vi.bruker_id,
            )
        )  # fmt: skip
        assert not Vedlegg.objects.filter(pk=vaart.pk).update(laast=None)
    with kontekst(motor_kontekst()):
        assert not Vedlegginnhold.objects.all()._raw_delete("default")
        assert not Vedleggversjon.objects.all()._raw_delete("default")
        assert not Vedlegg.objects.all()._raw_delete("default")


def test_utkast_slettes_helt_men_ikke_sporet(som: Som, vi: Aktoer, vaart: Vedlegg) -> None:
    with som(vi):
        actions.ny_versjon(vedlegg=vaart, fil=f.opplastet("ny.pdf"), av=vi)
        actions.slett_utkast(vedlegg=vaart, av=vi)
        assert [t.objects.count() for t in TABELLER] == [0, 0, 0, 1]


def test_det_som_er_i_bruk_slettes_ikke(som: Som, vi: Aktoer, vaart: Vedlegg) -> None:
    with som(vi), pytest.MonkeyPatch.context() as m:

        def nekt(self: Any, using: str) -> int:
            raise IntegrityError

        m.setattr("django.db.models.query.QuerySet._raw_delete", nekt)
        with pytest.raises(Regelbrudd, match="i bruk"):
            actions.slett_utkast(vedlegg=vaart, av=vi)
        assert Vedlegg.objects.count() == 1


def test_versjoner(som: Som, vi: Aktoer, vaart: Vedlegg) -> None:
    with som(vi):
        samme = actions.ny_versjon(vedlegg=vaart, fil=f.opplastet(), av=vi)
        assert samme.nummer == 1, "samme fil på nytt er ingen ny versjon"
        ny = actions.ny_versjon(vedlegg=vaart, fil=f.opplastet("bilde.png", f.png()), av=vi)
        assert (ny.nummer, ny.filnavn, ny.medietype, ny.stoerrelse) == (
            2,
            "bilde.png",
            "image/png",
            len(f.png()),
        )
        assert actions.hent(versjon=queries.finn_versjon(vaart.noekkel, 1), av=vi) == f.PDF  # type: ignore[arg-type]
        assert actions.hent(versjon=queries.finn_versjon(vaart.noekkel, None), av=vi) == f.png()  # type: ignore[arg-type]


def test_ett_gjelder_alle_ingen(som: Som, vi: Aktoer) -> None:
    with som(vi), pytest.raises(Regelbrudd) as brudd, transaction.atomic():
        actions.legg_ved_alle(
            filer=[f.opplastet(), f.opplastet("tom.pdf", b""), f.opplastet("../makro.docm", f.docm())], av=vi
        )
    assert [t.split(":")[0] for t in brudd.value.meldinger["vedlegg"]] == ["tom.pdf", "makro.docm"]
    with som(vi):
        assert Vedlegg.objects.count() == 0
        assert len(actions.legg_ved_alle(filer=[f.opplastet(), f.opplastet("b.pdf")], av=vi)) == 2


@override_settings(VEDLEGG_MAKS_BYTE=100)
def test_for_stor_leses_ikke(som: Som, vi: Aktoer) -> None:
    class Stor(SimpleUploadedFile):
        def read(self, *args: Any) -> bytes:
            raise AssertionError("lest")

    with som(vi), pytest.raises(Regelbrudd, match="større enn"):
        actions.legg_ved(fil=Stor("stor.pdf", b"x" * 101), av=vi)


@pytest.mark.parametrize("rolle", [Rolle.INNSYNSREVISOR, Rolle.KOMMUNE_ADMINISTRATOR])
def test_roller_uten_slikt_arbeid(rolle: Rolle) -> None:
    with pytest.raises(IkkeTilgang):
        actions.legg_ved(fil=f.opplastet(), av=lag_aktoer(rolle))


def test_vedlegg_om_en_person_logges_og_skjules_naar_personen_blir_skjermet(som: Som, vi: Aktoer) -> None:
    person = lag_person()
    with som(vi):
        vedlegg = actions.legg_ved(fil=f.opplastet(), av=vi, person_id=person.pk)
        actions.hent(versjon=vedlegg.siste, av=vi)
        assert Innsyn.objects.get().hvor == "vedlegg"
    with kontekst(motor_kontekst()):
        opplysning = Personopplysning.objects.get()
    rett(opplysning, adressebeskyttelse="fortrolig")
    with som(vi):
        assert [t.objects.count() for t in TABELLER] == [0, 0, 0, 1]
    with som(lag_aktoer(skjermede=True)):
        assert [t.objects.count() for t in TABELLER] == [1, 1, 1, 1]


def test_skolen_knytter_ingen_fil_til_en_person(som: Som) -> None:
    person, skolen = lag_person(), lag_aktoer(Rolle.SKOLEKONTAKT)
    with som(skolen):
        _avvist(lambda: actions.legg_ved(fil=f.opplastet(), av=skolen, person_id=person.pk))
        assert actions.legg_ved(fil=f.opplastet(), av=skolen).person_id is None
