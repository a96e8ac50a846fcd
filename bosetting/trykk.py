"""The letters of a recommendation: PDF/UA, the same each time for an approved one."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from bosetting.avsnitt import Maalform
from bosetting.hvorfor import forklart
from bosetting.models import Runde
from bosetting.queries.anbefaling import anbefalingene
from bosetting.tekster import GRENSER
from integrering.grunnmur import kroner, visning
from integrering.tilgang.queries import vaart_fylke
from integrering.utveksling.brev.queries import maalform_for
from integrering.utveksling.brev.trykk import sett


def til_imdi(runde: Runde) -> bytes:
    """Return the letter to IMDi, in the county's own written language.

    Raises:
        Regelbrudd: there is a sign in the texts that cannot be printed.
    """
    fylket = vaart_fylke()
    with override(maalform_for(virksomhet=fylket, person=None).maalform):
        return _sett(_imdi_ark(runde, fylket.navn), runde)


def _imdi_ark(runde: Runde, fylket: str) -> dict[str, Any]:
    rader = list(anbefalingene(runde.noekkel).order_by("kommune__navn"))
    bedt = [a for a in rader if a.antall]
    i_alt, em = kroner.tall(sum(a.antall for a in rader)), str(sum(a.em for a in rader))
    er = {"fylke": fylket, "kommuner": len(bedt), "aar": runde.aar, "antall": i_alt, "em": em}
    return _felles(runde) | {
        "mottaker": "IMDi",
        "tittel": _("Anbefaling om bosetting av flyktninger i %(aar)s") % {"aar": runde.aar},
        "avsnitt": [
            _("%(fylke)s anbefaler at %(kommuner)s kommuner blir bedt om å bosette %(antall)s flyktninger i "
              "%(aar)s. %(em)s av dem er enslige mindreårige.") % er,
            _metoden(runde),
        ],
        "kriterietittel": _("Kriterier og vekter"),
        "kriterier": [_kriteriet(k.navn, k.vekt_prosent) for k in runde.kriterier.order_by("nr")],
        "kolonner": [_("Kommune"), _("Anbefalt"), _("Enslige mindreårige"), _("Forrige anmodning"),
                     _("Begrunnelse")],
        "rader": [
            *([a.kommune.navn, str(a.antall), str(a.em), _tall(a.forrige), _grunnen(a)] for a in rader),
            [_("I alt"), i_alt, em, "", ""],
        ],
        "tabelltittel": _("Anbefalingen for hver kommune"),
    }  # fmt: skip


def til_kommunen(rad: Any) -> bytes:
    """Return the letter to one municipality, in its own written language; `rad`: see `finn_anbefaling`.

    Raises:
        Regelbrudd: there is a sign in the texts that cannot be printed.
    """
    runde: Runde = rad.runde
    with override(maalform_for(virksomhet=rad.kommune, person=None).maalform):
        er = {"aar": runde.aar, "kommune": rad.kommune.navn, "antall": rad.antall, "em": rad.em}
        tekst = _("Fylkeskommunen har ikke anbefalt at %(kommune)s blir bedt om å bosette noen i %(aar)s.")
        if rad.antall:
            tekst = _("Fylkeskommunen har anbefalt at %(kommune)s blir bedt om å bosette %(antall)s "
                      "flyktninger i %(aar)s. Enslige mindreårige av dem: %(em)s.")  # fmt: skip
        ark = _felles(runde) | {
            "mottaker": rad.kommune.navn,
            "tittel": _("Anbefaling om bosetting av flyktninger i %(aar)s") % {"aar": runde.aar},
            "avsnitt": [
                tekst % er,
                _("IMDi bestemmer hvor mange kommunen blir bedt om. Kommunen vedtar selv tallet."),
            ],
            "hvorfortittel": _("Hvorfor %(antall)s?") % er,
            "hvorfor": [t for t in (_begrunnet(rad), forklart(rad, _maalform()), _metoden(runde)) if t],
            "kriterietittel": _("Kriterier og vekter"),
            "kriterier": [_kriteriet(k.navn, k.vekt_prosent) for k in runde.kriterier.order_by("nr")],
            "kolonner": [], "rader": [], "tabelltittel": "",
        }  # fmt: skip
        return _sett(ark, runde)


def _felles(runde: Runde) -> dict[str, Any]:
    dag = visning.dato(timezone.localdate(runde.godkjent)) if runde.godkjent else ""
    return {
        "spraak": _maalform(),
        "avsender": vaart_fylke().navn,
        "dato": dag,
        "hvorfortittel": "",
        "hvorfor": [],
        "utkast": "" if runde.godkjent else _("Utkast. Anbefalingen er ikke godkjent."),
        "runde": str(runde),
        "signert": _signert(runde),
        "ord": {"side": _("Side"), "av": _("av")},
    }


def _signert(runde: Runde) -> str:
    if not runde.godkjent:
        return ""
    navn = {"foreslaatt": runde.foreslaatt_av, "godkjent": runde.godkjent_av}
    return _("Foreslått av %(foreslaatt)s. Godkjent av %(godkjent)s.") % navn


def _maalform() -> Maalform:
    return "nn" if get_language() == "nn" else "nb"


def _metoden(runde: Runde) -> str:
    """Return how all the numbers are made, without what this round does not use."""
    er = {
        "grunntall": runde.grunntall, "minst": runde.minstetall, "utslag": runde.utslag_prosent,
        "baand": runde.baand_prosent,
    }  # fmt: skip
    vekter = [k.vekt for k in runde.kriterier.all()]
    setninger = [
        _("Hver kommune som bør spørres, får først %(grunntall)s. Resten er fordelt etter folketall.")
        if runde.grunntall
        else _("Personene er fordelt etter folketall.")
    ]
    if any(vekter):
        setninger.append(_("Kriteriene kan til sammen endre tallet med høyst %(utslag)s prosent."))
    elif vekter:
        setninger.append(_("Ingen av kriteriene er tallfestet, så de endrer ikke tallene."))
    setninger.append(
        _("Ingen får færre enn %(minst)s uten særskilte forhold, og ingen får flere enn de har kapasitet "
          "til. Ingen får flere enn de har ønsket, når ønsket er over minstetallet.")
    )  # fmt: skip
    if runde.baand is not None:
        setninger.append(_("Tallet er høyst %(baand)s prosent over eller under det forrige."))
    if runde.kommuner.filter(laas__isnull=False).exists():
        setninger.append(_("Tall som fylkeskommunen har låst med en grunn, går foran."))
    return " ".join(setninger) % er


def _kriteriet(navn: str, vekt: int | None) -> str:
    if vekt is None:
        return _("%(navn)s: ikke tallfestet") % {"navn": navn}
    return _("%(navn)s: %(vekt)s prosent") % {"navn": navn, "vekt": vekt}


def _begrunnet(a: Any) -> str:
    """Return the reason people have written: of the number, or why the municipality is not asked."""
    return str(a.begrunnelse or ("" if a.spurt else a.spurt_grunn) or "")


def _grunnen(a: Any) -> str:
    """Return why, in words: written by people, of a lock too, or the limit that decided."""
    skrevet = _begrunnet(a) or str(a.laas_grunn or "")
    if skrevet or a.grense not in GRENSER:
        return skrevet
    return _("Tallet er bestemt av: %(grense)s.") % {"grense": GRENSER[a.grense]}


def _tall(verdi: Any) -> str:
    return "–" if verdi is None else str(int(verdi))


def _sett(ark: dict[str, Any], runde: Runde) -> bytes:
    oppsett = files("bosetting").joinpath("oppsett", "anbefaling.typ").read_bytes()
    dag = timezone.localdate(runde.godkjent) if runde.godkjent else timezone.localdate()
    return sett(oppsett, {"ark": json.dumps(ark, ensure_ascii=False)}, dag)
