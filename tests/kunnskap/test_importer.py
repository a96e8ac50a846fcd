"""A file is looked over, and read in as a whole or not at all; what it takes the place of stays."""

from __future__ import annotations

import uuid
from datetime import timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering.regneark import skriv_ark
from regionalt.actions.registerrad import Lagring
from regionalt.kunnskap import actions, lesing
from regionalt.kunnskap.models import Tall, Tallimport
from regionalt.kunnskap.queries.importer import forhaandsvis, siste_importer
from regionalt.kunnskap.queries.tall import siste_tall, tall_for, vurderinger_for
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.kunnskap.hjelp import (
    FOLKETALL,
    I_DAG,
    fildata,
    lag_utkast,
    lag_vurdering,
    les_inn,
    som,
    vurderingsfelter,
)

pytestmark = pytest.mark.django_db
LYSARK = Path(__file__).parent / "lysark_2020.csv"
TRE = "Kommune;Anmodning 2025;Vedtak 2025\nTrondheim;10;:\nSteinkjer;-;0\nNamsos;;5\n"


def test_tallene_leses_inn() -> None:
    """The county's own municipalities are read in; others are counted. The source and the day are kept."""
    rad = les_inn()
    with som():
        tall = siste_tall("folketall")
        assert (tall[TRONDHEIM].verdi, tall[TRONDHEIM].aar) == (Decimal(218460), 2026)
        assert (tall[TRONDHEIM].kilde, tall[TRONDHEIM].hentet) == ("SSB", I_DAG)
        assert set(tall) == {TRONDHEIM, STEINKJER}
        rad.refresh_from_db()
        assert (rad.tilstand, rad.nye, rad.endrede, rad.uten) == ("innlest", 2, 0, 1)
        assert siste_importer()[0]["antall"] == 2


def test_tegn_blir_aldri_null() -> None:
    """Hidden, not asked and missing are told apart from zero."""
    les_inn(TRE)
    with som():
        anmodning, vedtak = tall_for("anmodning", 2025), tall_for("vedtak", 2025)
    assert {n: t.merke for n, t in anmodning.items()} == {
        "5001": "verdi",
        "5006": "ikke_spurt",
        "5007": "mangler",
    }
    assert [(vedtak[n].merke, vedtak[n].verdi) for n in ("5001", "5006")] == [
        ("undertrykt", None),
        ("verdi", Decimal(0)),
    ]


def test_en_ny_import_erstatter() -> None:
    """What is equal stays; what has changed gets a new row; the old one is history."""
    les_inn()
    ny = les_inn(FOLKETALL.replace("24007", "24100"))
    with som():
        ny.refresh_from_db()
        assert (ny.nye, ny.endrede, ny.like) == (0, 1, 1)
        rader = Tall.objects.filter(kommune__nummer=STEINKJER).order_by("pk")
        assert [(int(t.verdi or 0), t.erstattet is None) for t in rader] == [(24007, False), (24100, True)]


def test_to_anmodninger_i_et_aar() -> None:
    """The revised request counts, and the original can be asked for."""
    for utgave, antall in (("revidert", 20), ("opprinnelig", 30)):
        les_inn(f"Kommune;Anmodning\nTrondheim;{antall}\n", aar=2025, utgave=utgave)
    with som():
        assert tall_for("anmodning", 2025)[TRONDHEIM].verdi == 20
        assert tall_for("anmodning", 2025, "opprinnelig")[TRONDHEIM].verdi == 30
        assert siste_tall("anmodning")[TRONDHEIM].verdi == 20


def test_databasen_holder_tall_og_merke_sammen() -> None:
    """A hidden figure cannot have a value; no sign can be stored as zero."""
    rad = les_inn(TRE)
    with som(), pytest.raises(IntegrityError), transaction.atomic():
        Tall.objects.create(
            tallimport=rad, kommune_id=Tall.objects.first().kommune_id, indikator="bosatt", aar=2025,  # type: ignore[union-attr]
            merke="undertrykt", verdi=Decimal(0),
        )  # fmt: skip


def test_lysarket_stoppes() -> None:
    """The slide's column says 2020, its values are those of 2021: the year must be confirmed."""
    rad = lag_utkast(LYSARK.read_bytes(), filnavn="lysark.csv")
    with som() as av:
        with pytest.raises(Regelbrudd) as nei:
            actions.les_inn(tallimport=rad, versjon=rad.versjon, av=av)
        assert "Verdiene er lik IMDi 2021, kolonnen sier 2020." in str(nei.value)
        assert not Tall.objects.exists()
        actions.bekreft_aaret(tallimport=rad, versjon=rad.versjon, aar=2021, av=av)
        rad.refresh_from_db()
        actions.les_inn(tallimport=rad, versjon=rad.versjon, av=av)
        tall = [int(t.verdi) for t in tall_for("anmodning", 2021).values() if t.verdi]
    assert (len(tall), sum(tall), min(tall)) == (24, 619, 10)


def test_det_filen_sier_kan_vaere_riktig() -> None:
    """Without another year the confirmation says that the file is right."""
    rad = lag_utkast(LYSARK.read_bytes())
    with som() as av:
        actions.bekreft_aaret(tallimport=rad, versjon=rad.versjon, aar=None, av=av)
        rad.refresh_from_db()
        actions.les_inn(tallimport=rad, versjon=rad.versjon, av=av)
        assert len(tall_for("anmodning", 2020)) == 38


def test_ingenting_er_halvt() -> None:
    """A row that is wrong stops the file, with file, row, column and the way out."""
    rad = lag_utkast(FOLKETALL + "Namsos;mange\n")
    with som() as av:
        with pytest.raises(Regelbrudd) as nei:
            actions.les_inn(tallimport=rad, versjon=rad.versjon, av=av)
        assert str(nei.value).startswith(
            "tall.csv, rad 5, kolonne «folketall 2026»: «mange» er ikke et tall."
        )
        assert not Tall.objects.exists()


@pytest.mark.parametrize(
    ("indikator", "verdi", "melding"),
    [
        ("folketall", "218.460", "«218.460» er ikke et helt antall"),
        ("folketall", "218,000", "«218.000» er ikke et helt antall"),
        ("vedtak", "12,5", "«12.5» er ikke et helt antall"),
        ("sysselsatte_andel", "9999", "«9999» er mer enn 100 prosent"),
        ("vedtak", "12,00", ""),
        ("sysselsatte_andel", "64,2", ""),
        ("sysselsatte_andel", "100", ""),
        ("vedtak", ":", ""),
    ],
)
def test_verdier_som_ikke_kan_vaere(indikator: str, verdi: str, melding: str) -> None:
    """A thousand written with a full stop is never read as a fraction; a count is never read as a share."""
    rad = lag_utkast(f"Kommune;Tall\nTrondheim;{verdi}\n", aar=2025, indikator=indikator)
    with som():
        vist = forhaandsvis(rad)
    assert [melding in f for f in vist.feil] == ([True] if melding else [])
    assert len(vist.nye) == (0 if melding else 1)


def test_gamle_kommuner() -> None:
    """Figures of old numbers are carried to the municipality of today; those of none are told."""
    tekst = "Kommunenummer;Vedtak 2016\n1601;5\n1662;6\n1702;7\n1724;:\n1613;8\n9999;9\n"
    rad = lag_utkast(tekst)
    with som():
        vist = forhaandsvis(rad)
        assert {(e.rad.nummer, e.rad.celle.verdi, e.rad.celle.merke.value) for e in vist.nye} == {
            (TRONDHEIM, Decimal(11), "verdi"),
            (STEINKJER, None, "mangler"),
        }
        assert [r.nummer for r in vist.ukjente] == ["1613", "9999"]


@pytest.mark.parametrize(
    ("felt", "melding"),
    [
        ({"tekst": ""}, "tall.csv er tom."),
        ({"tekst": "Sted;Vedtak\n"}, "mangler kolonnen «Kommunenummer»"),
        ({"tekst": "{"}, "er avkortet"),
        ({"tekst": "{}"}, "JSON-stat 2"),
        ({"tekst": b"%PDF-1"}, "ikke et regneark"),
        ({"tekst": b"x" * 5_000_001}, "høyst 5 MB"),
        ({"hentet": I_DAG + timedelta(days=1)}, "etter i dag"),
        ({"kilde": "01010112345 ringte, 01017000027"}, "Ta ut nummeret"),
    ],
)
def test_en_fil_som_ikke_tas_imot(felt: dict[str, Any], melding: str) -> None:
    """What is wrong is said, and nothing is kept."""
    with pytest.raises(Regelbrudd) as nei:
        lag_utkast(**felt)
    assert melding in str(nei.value)
    with som():
        assert not Tallimport.objects.exists()


def test_formatet_sees_av_innholdet() -> None:
    """Each form is known by what is in it."""
    ark = skriv_ark([["Kommune", "Vedtak 2025"], ["Trondheim", "12"]], tittel="Ark")
    imdi = lesing.datafil("imdi_bosatt_anmodede_trondelag.csv")
    em = "Enhet;År;Kommunenummer;Kommune;Anmodning, vedtak og faktisk bosetting;Antall\n".encode()
    innhold = {"tabell": ark, "imdi_csv": imdi, "imdi_em": em, "imdi_html": b"<table>", "jsonstat": b"{}"}
    assert {form: str(lesing.gjett_format(data)) for form, data in innhold.items()} == {f: f for f in innhold}
    les_inn(ark)
    with som():
        assert tall_for("vedtak", 2025)[TRONDHEIM].verdi == 12


def test_alt_som_foelger_med_kan_leses() -> None:
    """The figures the product comes with have no row that is wrong, and the sums their sources print."""
    sum_av: dict[tuple[str, int, str], int] = {}
    for navn in ("imdi_bosatt_anmodede_trondelag.csv", "imdi_nokkeltall_trondelag_2026.csv"):
        data = lesing.datafil(navn)
        innhold = lesing.les(data, lesing.Oppskrift(lesing.gjett_format(data), aar=2026))
        assert not innhold.lest.feil
        assert not innhold.ukjente
        for r in innhold.rader:
            noekkel = (r.indikator, r.aar, r.versjon)
            sum_av[noekkel] = sum_av.get(noekkel, 0) + int(r.celle.verdi or 0)
    anmodninger = {(aar, v): n for (i, aar, v), n in sum_av.items() if i == "anmodning"}
    assert anmodninger == {
        (2020, "opprinnelig"): 563, (2020, "revidert"): 391, (2021, "opprinnelig"): 619,
        (2022, "opprinnelig"): 641, (2022, "revidert"): 3790, (2026, "opprinnelig"): 1583,
    }  # fmt: skip


def test_hvem_som_kan() -> None:
    """A reader and a municipality change nothing; what is done, is done once; two at once: a conflict."""
    rad = lag_utkast()
    for rolle in (Rolle.LEDER, Rolle.KOMMUNE_FLYKTNINGTJENESTE):
        av = lag_aktoer(rolle)
        with som(av):
            with pytest.raises(IkkeTilgang):
                actions.ta_imot(data=fildata(), innsending=uuid.uuid4(), av=av)
            for handling in (actions.les_inn, actions.forkast):
                with pytest.raises(IkkeTilgang):
                    handling(tallimport=rad, versjon=rad.versjon, av=av)
            with pytest.raises(IkkeTilgang):
                actions.bekreft_aaret(tallimport=rad, versjon=rad.versjon, aar=None, av=av)
    with som() as av:
        with pytest.raises(Konflikt):
            actions.forkast(tallimport=rad, versjon=rad.versjon + 1, av=av)
        actions.forkast(tallimport=rad, versjon=rad.versjon, av=av)
        rad.refresh_from_db()
        with pytest.raises(Regelbrudd):
            actions.les_inn(tallimport=rad, versjon=rad.versjon, av=av)


def test_en_fil_uten_vaare_kommuner() -> None:
    """There is nothing to read in."""
    rad = lag_utkast("Kommune;Folketall 2026\nOslo;728714\n")
    with som() as av, pytest.raises(Regelbrudd, match="ingen tall om kommunene"):
        actions.les_inn(tallimport=rad, versjon=rad.versjon, av=av)


def test_samme_skjema_to_ganger() -> None:
    """The same form sent twice is one draft."""
    noekkel = uuid.uuid4()
    with som() as av:
        en, to = (actions.ta_imot(data=fildata(), innsending=noekkel, av=av) for _n in range(2))
    assert en.pk == to.pk


# --- Judgements ---
def test_den_nyeste_vurderingen_teller() -> None:
    """By the day it is about; what came later is not known before."""
    lag_vurdering(dager=0, trinn=5)
    lag_vurdering(dager=30, trinn=2)
    lag_vurdering("kapasitet", STEINKJER, trinn=None, tall=Decimal(25))
    with som():
        naa, foer = vurderinger_for(I_DAG), vurderinger_for(I_DAG - timedelta(days=10))
    assert naa[TRONDHEIM]["arbeidskraft"].trinn == 5
    assert naa[STEINKJER]["kapasitet"].tall == 25
    assert foer[TRONDHEIM]["arbeidskraft"].trinn == 2
    assert STEINKJER not in foer


@pytest.mark.parametrize(
    ("felt", "feltnavn"),
    [
        ({"trinn": None}, "trinn"),
        ({"dato": I_DAG + timedelta(days=1)}, "dato"),
        ({"tekst": "Ring 01017000027"}, "tekst"),
    ],
)
def test_vurderinger_som_avvises(felt: dict[str, Any], feltnavn: str) -> None:
    """Neither judgement nor figure; a day to come; the number of a person."""
    with som() as av, pytest.raises(Regelbrudd) as nei:
        actions.ny_vurdering(
            kommune=virksomhet(TRONDHEIM), slag="planer", felter=vurderingsfelter(**felt),
            lagring=Lagring(), av=av,
        )  # fmt: skip
    assert set(nei.value.meldinger) == {feltnavn}


def test_en_kommune_ser_sitt_eget() -> None:
    """Its own figures and judgements, and where they came from; not those of others."""
    les_inn()
    lag_vurdering()
    lag_vurdering(nummer=STEINKJER)
    with som(lag_aktoer(Rolle.KOMMUNE_FLYKTNINGTJENESTE)):
        assert set(siste_tall("folketall")) == {TRONDHEIM}
        assert set(vurderinger_for(I_DAG)) == {TRONDHEIM}
        assert siste_tall("folketall")[TRONDHEIM].kilde == "SSB"


# --- By command ---
def _kommando(*valg: str) -> tuple[int, str, str]:
    ut, feil = StringIO(), StringIO()
    with pytest.raises(SystemExit) as slutt:
        call_command("bosetting", "importer", *valg, stdout=ut, stderr=feil)
    assert isinstance(slutt.value.code, int)
    return slutt.value.code, ut.getvalue(), feil.getvalue()


def test_lysarket_med_kommando() -> None:
    """Stopped as 2020; read as 2021, with what the column said. Without a user nothing is read in."""
    kode, ut, feil = _kommando(str(LYSARK))
    assert (kode, "Verdiene er lik IMDi 2021, kolonnen sier 2020." in feil) == (1, True)
    assert "38 rader, sum 619, 24 over null, 14 null, minst over null 10" in ut
    kode, ut, feil = _kommando(str(LYSARK), "--aar", "2021")
    assert (kode, feil) == (0, "")
    assert "Kolonnen sier 2020. Tallene leses som 2021." in ut
    assert "Ingenting er lest inn" in ut
    bruker = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, brukernavn="leser.inn")
    assert _kommando(str(LYSARK), "--aar", "2021", "--av", bruker.username)[0] == 0
    assert "0 nye, 0 endrede, 38 uendrede" in _kommando(str(LYSARK), "--aar", "2021", "--av", "leser.inn")[1]
    with som():
        assert len(tall_for("anmodning", 2021)) == 38


def test_kommando_som_bekrefter(tmp_path: Path) -> None:
    """The year of the file is right when that is said."""
    lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, brukernavn="leser.inn")
    assert _kommando(str(LYSARK), "--bekreft-aar", "--av", "leser.inn")[0] == 0
    fil = tmp_path / "tall.csv"
    fil.write_text(TRE)
    assert "1 skjult" in _kommando(str(fil))[1]


@pytest.mark.parametrize(
    ("tekst", "valg", "melding"),
    [
        (None, (), "Kan ikke lese"),
        ("", (), "tall.csv er tom."),
        (FOLKETALL, ("--av", "ingen"), "ingen kan ikke lese inn tall."),
        (FOLKETALL + "Namsos;mange\n", (), "tall.csv, rad 5"),
    ],
)
def test_kommando_som_nekter(tekst: str | None, valg: tuple[str, ...], melding: str, tmp_path: Path) -> None:
    """The file, the row, and why."""
    fil = tmp_path / "tall.csv"
    if tekst is not None:
        fil.write_text(tekst)
    kode, _ut, feil = _kommando(str(fil), *valg)
    assert (kode, melding in feil) == (1, True)
