"""The summary of the supervision pack: numbers per paragraph, as a PDF that everybody can read (PDF/UA)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from integrering.grunnmur import kroner, visning
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.brev.trykk import sett
from opplaering.rules.ansvar import Ansvarlig
from opplaering.tilsyn.ark import ARKENE

Tall = tuple[str, int]


@cache
def _oppsett() -> bytes:
    return files("opplaering").joinpath("oppsett", "tilsyn.typ").read_bytes()


def tall(rader: Mapping[str, Sequence[Any]]) -> dict[str, list[Tall]]:
    """Return workbook → what the summary says of it, of its rows."""
    hvem = Counter(d.ansvar.hvem for d in rader["deltakere"])
    meldinger, veiledning = rader["meldinger"], rader["karriereveiledning"]
    klasser, fravaer = rader["kombinasjonsklasser"], rader["fravaer"]
    return {
        "deltakere": [
            (_("Personer på videregående skole"), len({d.rad.person_id for d in rader["deltakere"]})),
            (_("Perioder på skole"), len(rader["deltakere"])),
            (_("Fylkeskommunens ansvar"), hvem[Ansvarlig.FYLKE]),
            (_("Kommunens ansvar"), hvem[Ansvarlig.KOMMUNE]),
            (_("Ikke omfattet av § 30"), hvem[Ansvarlig.INGEN]),
            (_("Kan ikke avgjøres"), hvem[Ansvarlig.UKJENT]),
        ],
        "kombinasjonsklasser": [
            (_("Kombinasjonsklasser"), len(klasser)),
            (_("Uten avgjørelse om hovedansvaret"), sum(not k.avgjort for k in klasser)),
        ],
        "avgjoerelser": [(_("Avgjørelser"), len(rader["avgjoerelser"]))],
        "meldinger": [
            (_("Sendt"), len(meldinger)),
            (_("Sendt etter fristen"), sum(timezone.localdate(m.sendt) > m.frist for m in meldinger)),
            (_("Kvittert av kommunen"), sum(m.kvittert is not None for m in meldinger)),
            (_("Registrert av kommunen"), sum(m.tatt_inn is not None for m in meldinger)),
        ],
        "fravaer": [
            (_("Måneder ført for deltakere"), len(fravaer)),
            (_("Av dem med fravær som ikke er avklart"), sum(f.uavklart > 0 for f in fravaer)),
        ],
        "karriereveiledning": [
            (_("Veiledninger gjennomført"), sum(v.gjennomfoert for v in veiledning)),
            (_("Personer bosatt i perioden"), sum(v.bosatt for v in veiledning)),
            (_("Av dem med veiledning"), sum(v.med for v in veiledning)),
        ],
    }


def pdf(tallene: Mapping[str, Sequence[Tall]], *, fra: date, til: date, laget: datetime, av: Aktoer) -> bytes:
    """Return the summary. Raises Regelbrudd: there is a sign in it that the fonts do not have."""
    inndata = {
        "spraak": get_language() or "nb",
        "tittel": _("Tilsyn med fylkeskommunen etter integreringsloven §§ 11 og 30"),
        "avsender": av.virksomhet_navn,
        "merker": [
            [_("Periode"), visning.periode(fra, til)],
            [_("Tatt ut"), visning.tidspunkt(laget)],
            [_("Tatt ut av"), f"{av.navn}, {av.virksomhet_navn}"],
        ],
        "om": om(),
        "ord": {"side": _("Side"), "av": _("av"), "hjemmel": _("Hjemmel"), "fil": _("Alle radene")},
        "deler": [
            {
                "navn": str(ark.tittel),
                "hjemmel": str(ark.hjemmel),
                "fil": f"{ark.navn}.xlsx",
                "linjer": [[navn, kroner.tall(antall)] for navn, antall in tallene[ark.navn]],
            }
            for ark in ARKENE
        ],
    }
    tekst = json.dumps(inndata, ensure_ascii=False, sort_keys=True)
    return sett(_oppsett(), {"ark": tekst}, timezone.localdate(laget))


def om() -> str:
    """Return what the pack is, in words."""
    return _(
        "Statsforvalteren kan føre tilsyn med at fylkeskommunen oppfyller §§ 11 og 30 (§ 48). Pakken viser "
        "det fylkeskommunen har registrert om perioden, slik det sto da den ble laget. Personer med "
        "adressebeskyttelse er ikke med, og utleveres for hånd."
    )
