"""Going through an import in the browser, with the jobs done at once in the test's own process."""

from __future__ import annotations

import io
import uuid
from typing import Any

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.jobber.loep import kjoer
from integrering.grunnmur.models import Jobb
from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.importering.models import Import, Importutkast


def xlsx(*rader: tuple[Any, ...], ark: str = "Ark1") -> bytes:
    """Return a spreadsheet with these rows, written as Excel writes them."""
    ut = io.BytesIO()
    with xlsxwriter.Workbook(ut, {"in_memory": True, "default_date_format": "dd.mm.yyyy"}) as bok:
        side = bok.add_worksheet(ark)
        for nr, rad in enumerate(rader):
            side.write_row(nr, 0, rad)
    return ut.getvalue()


def last_opp(nettleser: Client, slag: str, innhold: bytes | str, **felt: Any) -> Any:
    """Send a file; return the answer."""
    tekst = innhold.encode() if isinstance(innhold, str) else innhold
    data = {"fil": SimpleUploadedFile("min fil.csv", tekst), "noekkel": str(uuid.uuid4()), **felt}
    return nettleser.post(reverse("import_ny", args=[slag]), data)


def gjoer_jobbene() -> list[Jobb]:
    """Do every job that waits; return them as they ended."""
    ider = list(Jobb.objects.filter(tilstand="venter").order_by("opprettet").values_list("pk", flat=True))
    for pk in ider:
        kjoer(pk)
    return list(Jobb.objects.filter(pk__in=ider))


def utkastet() -> Importutkast:
    """Return the newest draft, whoever's it is."""
    with kontekst(motor_kontekst()):
        return Importutkast.objects.select_related("jobb").latest("opprettet")


def siste_import() -> Import:
    """Return the newest receipt."""
    with kontekst(motor_kontekst()):
        return Import.objects.latest("id")


def importer_i_nettleser(nettleser: Client, slag: str, innhold: bytes | str) -> Import:
    """Go all the way with a file whose headings are ours; return the receipt."""
    svar = last_opp(nettleser, slag, innhold)
    assert svar.status_code == 302, svar.content.decode()
    gjoer_jobbene()
    svar = nettleser.post(reverse("import_bekreft", args=[utkastet().pk]))
    assert svar.status_code == 302
    [jobb] = gjoer_jobbene()
    assert jobb.tilstand == "ferdig", jobb.feil
    return siste_import()


def vedtaksrad(person: Person, start: str = "01.04.2023") -> str:
    return f"{person.duf};norsk;innvilget;01.03.2023;{start}"


def side(svar: Any) -> str:
    return " ".join(svar.content.decode().split())


def velg_forslag(leser: Client, **endret: str) -> Any:
    adresse = reverse("import_kolonner", args=[utkastet().pk])
    skjema = leser.get(adresse).context["skjema"]
    data = {f.html_name: f.value() for f in skjema}
    return leser.post(adresse, data | endret)
