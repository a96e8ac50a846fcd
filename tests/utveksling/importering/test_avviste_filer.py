"""Files that are refused, wholly or row by row, and what the pages say about them."""

from __future__ import annotations

import io
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from integrering.nir.models import Person
from integrering.utveksling.importering.actions import gjoer
from tests.utveksling.importering import flyt
from tests.utveksling.importering.hjelp import VEDTAK, fil

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("innhold", "melding"),
    [
        (f"{VEDTAK}\n".encode(), "Filen har ingen rader"),
        (b"%PDF-1.7\nx;y\n", "Dette er ikke et regneark."),
        (b"", "Filen er tom."),
        (b"PK\x03\x04x", "Regnearket er ødelagt"),
        (b"a,b\n1,2\n", "delt med komma"),
    ],
)
def test_en_fil_som_ikke_kan_leses(leser: Client, innhold: bytes, melding: str) -> None:
    svar = flyt.last_opp(leser, "vedtak", innhold)
    assert svar.status_code == 422
    assert melding in flyt.side(svar)


def test_en_fil_som_heter_noe_annet(leser: Client) -> None:
    """A text file called .pdf is not a table; one called .xls, as other systems call CSV, may be."""
    tekst = fil(VEDTAK, "1;2;3;4;5").encode()
    adresse = reverse("import_ny", args=["vedtak"])
    for navn, status in (("vedtak.pdf", 422), ("vedtak.docx", 422), ("vedtak.xls", 302), ("vedtak", 302)):
        svar = leser.post(adresse, {"fil": SimpleUploadedFile(navn, tekst), "noekkel": str(uuid.uuid4())})
        assert svar.status_code == status, navn
        assert ("Dette er ikke et regneark." in svar.content.decode()) is (status == 422)


def test_en_for_stor_fil(leser: Client, settings: Any) -> None:
    settings.IMPORT_MAKS_BYTE = 10
    svar = flyt.last_opp(leser, "vedtak", b"x" * 11)
    assert svar.status_code == 422
    assert "Grensen er" in flyt.side(svar)
    assert flyt.last_opp(leser, "vedtak", b"", fil="").status_code == 422


def test_arkene_i_en_bok(leser: Client, person: Person, motor: None) -> None:
    import xlsxwriter

    ut = io.BytesIO()
    with xlsxwriter.Workbook(ut, {"in_memory": True}) as bok:
        bok.add_worksheet("Om").write_row(0, 0, ["Liste over vedtak"])
        data = bok.add_worksheet("Data")
        data.write_row(2, 0, VEDTAK.split(";"))
        data.write_row(4, 0, [person.duf, "norsk", "innvilget", "01.03.2023", "01.04.2023"])
        bok.add_worksheet("Skjult").hide()
    flyt.last_opp(leser, "vedtak", ut.getvalue())
    utkast = flyt.utkastet()
    vist = leser.get(reverse("import_kolonner", args=[utkast.pk]))
    assert vist.context["innhold"].arknavn == ["Om", "Data"]
    feil = leser.post(reverse("import_ark", args=[utkast.pk]), {"ark": "Skjult"}, follow=True)
    assert "ikke et ark med dette navnet" in flyt.side(feil)
    leser.post(reverse("import_ark", args=[utkast.pk]), {"ark": "Data"})
    flyt.gjoer_jobbene()
    proevd = leser.get(reverse("import_utkast", args=[utkast.pk]))
    assert "Importer 1 rad" in flyt.side(proevd)
    assert leser.get(reverse("import_kolonner", args=[utkast.pk])).status_code == 200


def test_uten_gode_rader_er_det_ingenting_aa_importere(leser: Client, motor: None) -> None:
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, "1;2;3;4;5"))
    flyt.gjoer_jobbene()
    vist = flyt.side(leser.get(reverse("import_utkast", args=[flyt.utkastet().pk])))
    assert "Ingen rader kan importeres." in vist
    assert reverse("import_bekreft", args=[flyt.utkastet().pk]) not in vist


def test_sider_med_avvik(leser: Client, motor: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("integrering.utveksling.importering.queries.SIDE", 10)
    monkeypatch.setattr(gjoer, "VISTE_AVVIK", 35)
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, *["1;norsk;innvilget;01.03.2023;01.04.2023"] * 40))
    flyt.gjoer_jobbene()
    adresse = reverse("import_utkast", args=[flyt.utkastet().pk])
    linjer, neste, forrige = [], "", []
    while neste is not None:
        svar = leser.get(adresse + (neste or ""))
        linjer += [a.linje for a, _k, _t in svar.context["avvik"]]
        forrige.append(svar.context["forrige"])
        neste = svar.context["neste"]
    assert linjer == list(range(2, 37))
    assert (forrige[0], forrige[1]) == (None, "?etter=0")
    tilbake = leser.get(adresse + str(forrige[-1]))
    assert [a.linje for a, _k, _t in tilbake.context["avvik"]] == linjer[20:30]
    assert leser.get(adresse + "?etter=x&felt=ukjent").status_code == 200
