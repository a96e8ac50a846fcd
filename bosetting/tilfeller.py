"""Cases from a file: keys and bounds, or municipalities with their population, to be distributed.

Form: `{"cases": [{"id", "q", "l", "u", "N"}]}`, with `runs` of several `N`, or with `rows` (`id`, `p`, `z`,
`l`, `u`) and the assumptions `g`, `m`, `N`, `w` and `E`. A case may tell its assumptions in the text `what`
instead («g=5,m=10,N=120,w arbeid=.2 intro=.2»), as the county's own list of known answers does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from bosetting.rules.modell import Forutsetninger, Kommunegrunnlag, Ugyldig, beregn
from bosetting.rules.webster import Umulig, fordel

# A number with more digits before or after the point than this is a mistake.
SIFRE = 30
REGNES = {"q", "l", "u", "N", "runs", "rows"}


class Ulesbar(Exception):
    """The file cannot be read, told with case and field."""


@dataclass(frozen=True)
class Tilfelle:
    """One case of the file. `felt` is as in the file, its numbers exact."""

    id: str
    felt: Mapping[str, Any]

    @property
    def regnes(self) -> bool:
        """Return whether there is anything to distribute; a list of answers may hold other things too."""
        return bool(REGNES & self.felt.keys())


def les(tekst: str) -> list[Tilfelle]:
    """Return the cases of a file. Raises Ulesbar."""
    try:
        innhold = json.loads(tekst, parse_float=_tall, parse_constant=_ikke_tall)
    except (json.JSONDecodeError, RecursionError) as feil:
        raise Ulesbar(_("Filen er ikke gyldig JSON: %(feil)s") % {"feil": feil}) from feil
    rader = innhold.get("cases") if isinstance(innhold, dict) else innhold
    if not isinstance(rader, list):
        raise Ulesbar(_("Filen mangler «cases», en liste av tilfeller."))
    ut = []
    for nr, rad in enumerate(rader, 1):
        if not isinstance(rad, dict) or not isinstance(rad.get("id"), str | int):
            raise Ulesbar(_("Tilfelle %(nr)s: «id» mangler.") % {"nr": nr})
        ut.append(Tilfelle(str(rad["id"]), rad))
    return ut


def svar(tilfelle: Tilfelle) -> dict[str, Any]:
    """Return the case's `id` with `x`, with `runs`, or with its `error`. Raises Ulesbar."""
    felt = _Felt(tilfelle)
    if "rows" in tilfelle.felt:
        return {"id": tilfelle.id, **_av_rader(felt)}
    q = [felt.tall("q", n) for n in felt.liste("q")]
    nedre, oevre = felt.grenser(len(q))
    if "runs" not in tilfelle.felt:
        return {"id": tilfelle.id, **_fordel(felt, q, nedre, oevre, felt.heltall("N", felt.verdi("N")))}
    ganger = []
    for n, gang in enumerate(felt.liste("runs")):
        if not isinstance(gang, dict) or "N" not in gang:
            raise felt.feil(f"runs[{n}].N", _("mangler"))
        antall = felt.heltall(f"runs[{n}].N", gang["N"])
        ganger.append({"N": antall, **_fordel(felt, q, nedre, oevre, antall)})
    return {"id": tilfelle.id, "runs": ganger}


def _fordel(
    felt: _Felt, q: list[Fraction], nedre: list[int], oevre: list[int | None], antall: int
) -> dict[str, Any]:
    try:
        return {"x": fordel(q, nedre, oevre, antall)}
    except Umulig as feil:
        return _umulig(feil)


def _umulig(feil: Umulig) -> dict[str, Any]:
    """How many persons the caps lack, or how many too many the least numbers are."""
    return {"error": {"missing": feil.mangler} if feil.mangler > 0 else {"surplus": -feil.mangler}}


def _av_rader(felt: _Felt) -> dict[str, Any]:
    try:
        fordeling = beregn([_kommune(felt, n, rad) for n, rad in enumerate(felt.liste("rows"))], _f(felt))
    except Umulig as feil:
        return _umulig(feil)
    except Ugyldig as feil:
        raise felt.feil(feil.felt, _("gir ikke et regnestykke (%(hva)s)") % {"hva": feil.hva}) from feil
    return {"x": [linje.antall for linje in fordeling.linjer]}


def _kommune(felt: _Felt, n: int, rad: Any) -> Kommunegrunnlag:
    navn = f"rows[{n}]"
    if not isinstance(rad, dict) or "p" not in rad:
        raise felt.feil(f"{navn}.p", _("mangler"))
    z = rad.get("z", {})
    if not isinstance(z, dict):
        raise felt.feil(f"{navn}.z", _("må være navn med tall"))
    return Kommunegrunnlag(
        nummer=str(rad.get("id", n)),
        folketall=felt.heltall(f"{navn}.p", rad["p"]),
        z={k: None if v is None else felt.tall(f"{navn}.z.{k}", v, minst=-1) for k, v in z.items()},
        minst=felt.kanskje(f"{navn}.l", rad.get("l")),
        hoeyst=felt.kanskje(f"{navn}.u", rad.get("u")),
    )


def _f(felt: _Felt) -> Forutsetninger:
    """Return the assumptions from the fields, else from the text."""
    sagt = {**_av_teksten(str(felt.alle.get("what", ""))), **felt.alle}
    vekter = sagt.get("w", {})
    if "N" not in sagt:
        raise felt.feil("N", _("mangler"))
    if not isinstance(vekter, dict):
        raise felt.feil("w", _("må være navn med tall"))
    return Forutsetninger(
        ramme=felt.heltall("N", sagt["N"]),
        grunntall=felt.heltall("g", sagt.get("g", 0)),
        minstetall=felt.heltall("m", sagt.get("m", 0)),
        vekter={k: felt.tall(f"w.{k}", v, minst=-1) for k, v in vekter.items()},
        maks_utslag=felt.tall("E", sagt.get("E", Fraction(1, 2))),
    )


def _av_teksten(tekst: str) -> dict[str, Any]:
    """Read `g=5,m=10,N=120,w arbeid=.2 intro=.2` where it stands in a text."""
    ut: dict[str, Any] = {k: int(v) for k, v in re.findall(r"\b([gmN])=(\d+)", tekst)}
    vekter = re.search(r"\bw((?: \w+=\d*\.?\d+)+)", tekst)
    if vekter:
        ut["w"] = {k: Fraction(v) for k, v in re.findall(r"(\w+)=(\d*\.?\d+)", vekter[1])}
    return ut


class _Felt:
    """The fields of a case, checked; an error names case and field."""

    def __init__(self, tilfelle: Tilfelle) -> None:
        self.id, self.alle = tilfelle.id, tilfelle.felt

    def feil(self, felt: str, hva: str) -> Ulesbar:
        """Return the error of a field."""
        return Ulesbar(
            _("Tilfelle %(id)s: feltet «%(felt)s» %(hva)s.") % {"id": self.id, "felt": felt, "hva": hva}
        )

    def verdi(self, felt: str) -> Any:
        """Return a field that must be there."""
        if felt not in self.alle:
            raise self.feil(felt, _("mangler"))
        return self.alle[felt]

    def liste(self, felt: str) -> list[Any]:
        """Return a field that is a list."""
        verdi = self.verdi(felt)
        if not isinstance(verdi, list):
            raise self.feil(felt, _("må være en liste"))
        return verdi

    def tall(self, felt: str, verdi: Any, *, minst: int = 0) -> Fraction:
        """Return an exact number, whole or with decimals."""
        if isinstance(verdi, bool) or not isinstance(verdi, int | Fraction) or verdi < minst:
            raise self.feil(felt, _("må være tall, ikke under %(minst)s") % {"minst": minst})
        return Fraction(verdi)

    def heltall(self, felt: str, verdi: Any) -> int:
        """Return a whole number, not negative."""
        tall = self.tall(felt, verdi)
        if tall.denominator != 1:
            raise self.feil(felt, _("må være et helt tall"))
        return int(tall)

    def kanskje(self, felt: str, verdi: Any) -> int | None:
        """Return a whole number, or None when nothing is said."""
        return None if verdi is None else self.heltall(felt, verdi)

    def grenser(self, antall: int) -> tuple[list[int], list[int | None]]:
        """Return lower and upper bounds, as many as the keys; without a list there are none."""
        nedre = [self.heltall("l", n) for n in self.liste("l")] if "l" in self.alle else [0] * antall
        oevre: list[int | None] = [None] * antall
        if "u" in self.alle:
            oevre = [self.kanskje("u", n) for n in self.liste("u")]
        for felt, lengde in (("l", len(nedre)), ("u", len(oevre))):
            if lengde != antall:
                raise self.feil(felt, _("har ikke like mange tall som «q»"))
        if any(tak is not None and tak < lav for lav, tak in zip(nedre, oevre, strict=True)):
            raise self.feil("u", _("er under «l»"))
        return nedre, oevre


def _tall(tekst: str) -> Fraction:
    """Read a number with decimals exactly. Raises Ulesbar for one that is too large or too fine."""
    tall = Decimal(tekst)
    if tall and (abs(tall.adjusted()) > SIFRE or len(tall.as_tuple().digits) > SIFRE):
        raise Ulesbar(_("Tallet %(tall)s … er for stort eller for fint.") % {"tall": tekst[:SIFRE]})
    return Fraction(tall)


def _ikke_tall(tekst: str) -> Fraction:
    raise Ulesbar(_("%(tall)s er ikke et tall.") % {"tall": tekst})
