"""The job that makes a pack: as the one who ordered it, with the role they have when it runs."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import Loep, registrer_jobb
from integrering.lister.filer import Skriver
from integrering.lister.jobb import bestiller
from integrering.nir.models import Person
from integrering.nir.queries.person import finn_person
from integrering.rapporter import actions
from integrering.rapporter.actions.pakke import som_leser
from integrering.rapporter.models import Dokumentasjonspakke
from integrering.rapporter.pakke import bok, innhold, manifest, pdf
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker


@registrer_jobb(actions.JOBB)
def kjoer(loep: Loep) -> dict[str, Any]:
    """Write a PDF for each person, the workbook and the manifest; at the end log it and put it out."""
    with kontekst(motor_kontekst()):
        pakke = Dokumentasjonspakke.objects.filter(pk=loep.parametre["pakke"]).first()
        maalform = Bruker.objects.get(pk=pakke.bruker_id).maalform if pakke else ""
    if pakke is None or pakke.ferdig is not None:
        return {}
    antall = len(pakke.utvalg)
    with (
        translation.override(maalform),
        tempfile.TemporaryFile() as fil,
        _Arbeid(pakke, bestiller(pakke), fil) as arbeid,
    ):
        for gjort, noekkel in enumerate(pakke.utvalg):
            with loep.steg(_("Skriver ut registreringene"), gjort, antall), arbeid.som_leser():
                arbeid.ta_med(noekkel)
        arbeid.avslutt()
        av = bestiller(pakke)
        with loep.steg(_("Legger ut pakken"), antall, antall), arbeid.som_leser():
            arbeid.legg_ut(av)
    return {"personer": len(arbeid.personer)}


@dataclass
class _Arbeid:
    """A pack in the making."""

    pakke: Dokumentasjonspakke
    av: Aktoer
    fil: Any
    laget: datetime = field(default_factory=timezone.now)
    personer: list[Person] = field(default_factory=list)
    filer: dict[str, tuple[str, int]] = field(default_factory=dict)
    zip: zipfile.ZipFile = field(init=False)
    bok: Skriver = field(init=False)
    bok_ferdig: bool = False

    def __post_init__(self) -> None:
        self.zip = zipfile.ZipFile(self.fil, "w", zipfile.ZIP_DEFLATED)
        self.bok = bok.ny_bok()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Close what is open, also when something went wrong."""
        self.zip.close()
        if not self.bok_ferdig:
            self.bok.avbryt()

    def som_leser(self) -> AbstractContextManager[None]:
        return som_leser(self.av, flere=len(self.pakke.utvalg) > 1)

    def ta_med(self, noekkel: UUID) -> None:
        """Write the person's PDF and rows; one the reader does not see any more is left out."""
        person = finn_person(noekkel)
        if person is None:
            return
        nr = len(self.personer) + 1
        versjoner = innhold.les(person, nr)
        self._skriv(f"person-{nr:03d}.pdf", pdf.lag(person, versjoner, laget=self.laget, av=self.av))
        self.bok.skriv(versjoner)
        self.personer.append(person)

    def _skriv(self, navn: str, data: bytes) -> None:
        lokal = timezone.localtime(self.laget)
        info = zipfile.ZipInfo(navn, lokal.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED
        self.zip.writestr(info, data)
        self.filer[navn] = hashlib.sha256(data).hexdigest(), len(data)

    def avslutt(self) -> None:
        """Close the workbook and the file. Raises Regelbrudd when nobody is in it."""
        if not self.personer:
            raise Regelbrudd(_("Du ser ikke lenger noen av dem pakken gjelder."))
        fakta: dict[str, Any] = {"antall": len(self.personer), "laget": self.laget, "av": self.av}
        boken, self.bok_ferdig = self.bok.avslutt(bok.om(manifest.i_ord(self.pakke, **fakta))), True
        with boken.innhold as lest:
            self._skriv("registreringer.xlsx", lest.read())
        filer = dict(self.filer)
        self._skriv("manifest.json", manifest.manifest(self.pakke, filer=filer, **fakta))
        self.zip.close()

    def legg_ut(self, av: Aktoer) -> None:
        self.fil.seek(0)
        sum_ = hashlib.file_digest(self.fil, "sha256").hexdigest()
        stoerrelse = self.fil.seek(0, 2)
        self.fil.seek(0)
        actions.legg_ut(
            pakke=self.pakke, personer=self.personer, fil=self.fil, stoerrelse=stoerrelse, sha256=sum_, av=av
        )
