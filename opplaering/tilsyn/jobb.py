"""The job that makes a supervision pack: as the one who ordered it, without protected persons."""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO, Any

from django.http import QueryDict
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from integrering import __version__
from integrering.grunnmur import visning
from integrering.grunnmur.jobber import Loep, registrer_jobb
from integrering.lister.eksport import uten_skjermede
from integrering.lister.filer import ny_skriver
from integrering.lister.jobb import bestiller
from integrering.lister.models import Filformat
from integrering.nir.models import Person
from integrering.rapporter import actions
from integrering.rapporter.models import Dokumentasjonspakke
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from opplaering.actions.tilsyn import JOBB
from opplaering.tilsyn import sammendrag
from opplaering.tilsyn.ark import ARKENE, Ark


@registrer_jobb(JOBB)
def kjoer(loep: Loep) -> dict[str, Any]:
    """Write a workbook a step, then the summary and the manifest; at the end log it and put it out."""
    with kontekst(motor_kontekst()):
        pakke = Dokumentasjonspakke.objects.filter(pk=loep.parametre["pakke"]).first()
        maalform = Bruker.objects.get(pk=pakke.bruker_id).maalform if pakke else ""
    if pakke is None or pakke.ferdig is not None:
        return {}
    antall = len(ARKENE) + 1
    with translation.override(maalform), tempfile.TemporaryFile() as fil:
        arbeid = _Arbeid(pakke, bestiller(pakke), fil)
        for gjort, ark in enumerate(ARKENE):
            with loep.steg(_("Skriver arkene"), gjort, antall), uten_skjermede(arbeid.av):
                arbeid.ta_med(ark)
        arbeid.avslutt()
        av = bestiller(pakke)
        with loep.steg(_("Legger ut pakken"), antall - 1, antall), uten_skjermede(av):
            arbeid.legg_ut(av)
    return {"personer": len(arbeid.personer)}


@dataclass
class _Arbeid:
    """A pack in the making."""

    pakke: Dokumentasjonspakke
    av: Aktoer
    fil: IO[bytes]
    laget: datetime = field(default_factory=timezone.now)
    personer: dict[int, Person] = field(default_factory=dict)
    rader: dict[str, Sequence[Any]] = field(default_factory=dict)
    filer: dict[str, tuple[str, int]] = field(default_factory=dict)
    zip: zipfile.ZipFile = field(init=False)

    def __post_init__(self) -> None:
        self.zip = zipfile.ZipFile(self.fil, "w", zipfile.ZIP_DEFLATED)
        valg = QueryDict(self.pakke.ramme_filter)
        self.fra, self.til = date.fromisoformat(valg["fra"]), date.fromisoformat(valg["til"])

    def ta_med(self, ark: Ark) -> None:
        """Read the rows of a workbook, write it, and remember whom it is about."""
        rader = self.rader[ark.navn] = list(ark.rader(self.fra, self.til))
        if ark.person:
            self.personer |= {person.pk: person for person in map(ark.person, rader)}
        skriver = ny_skriver(Filformat.XLSX, ark.navn, str(ark.tittel), ark.kolonner())
        skriver.skriv(rader)
        with skriver.avslutt(self._om(ark)).innhold as bok:
            self._skriv(f"{ark.navn}.xlsx", bok.read())

    def _om(self, ark: Ark) -> list[tuple[str, str]]:
        forklart = [(str(k.tittel), str(k.definisjon)) for k in ark.kolonner() if k.definisjon]
        return [
            (_("Ark"), str(ark.tittel)),
            (_("Hjemmel"), str(ark.hjemmel)),
            (_("Periode"), visning.periode(self.fra, self.til)),
            (_("Hentet"), visning.tidspunkt(self.laget)),
            (_("Hentet av"), self.av.navn),
            (_("Virksomhet"), f"{self.av.virksomhet_navn} ({self.av.rollenavn})"),
            (_("Hva som er med"), sammendrag.om()),
            *forklart,
        ]

    def avslutt(self) -> None:
        """Write the summary and the manifest, and close the file."""
        tallene = sammendrag.tall(self.rader)
        pdf = sammendrag.pdf(tallene, fra=self.fra, til=self.til, laget=self.laget, av=self.av)
        self._skriv("sammendrag.pdf", pdf)
        self._skriv("manifest.json", self._manifest())
        self.zip.close()

    def _manifest(self) -> bytes:
        data = {
            "slag": "tilsynspakke",
            "pakke": str(self.pakke.pk),
            "system": f"Integrering {__version__}",
            "laget": self.laget.isoformat(),
            "laget_av": {
                "navn": self.av.navn, "virksomhet": self.av.virksomhet_navn, "rolle": self.av.rolle.value,
            },
            "periode": {"fra": self.fra.isoformat(), "til": self.til.isoformat()},
            "definisjon": sammendrag.om(),
            "personer": len(self.personer),
            "rader": {navn: len(rader) for navn, rader in self.rader.items()},
            "filer": [
                {"navn": navn, "sha256": sum_, "byte": byte}
                for navn, (sum_, byte) in sorted(self.filer.items())
            ],
        }  # fmt: skip
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()

    def _skriv(self, navn: str, data: bytes) -> None:
        info = zipfile.ZipInfo(navn, timezone.localtime(self.laget).timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED
        self.zip.writestr(info, data)
        self.filer[navn] = hashlib.sha256(data).hexdigest(), len(data)

    def legg_ut(self, av: Aktoer) -> None:
        """Put the file where the one who ordered it can fetch it."""
        self.fil.seek(0)
        sum_ = hashlib.file_digest(self.fil, "sha256").hexdigest()  # type: ignore[arg-type]
        stoerrelse = self.fil.seek(0, 2)
        self.fil.seek(0)
        actions.legg_ut(
            pakke=self.pakke, personer=list(self.personer.values()), fil=self.fil, stoerrelse=stoerrelse,
            sha256=sum_, av=av,
        )  # fmt: skip
