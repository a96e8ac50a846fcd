"""A calculation as plain values that can be stored and done again: exact, and with a fingerprint."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from fractions import Fraction
from typing import Any

from bosetting.rules.grunnlag import Fordeling, Forutsetninger, Kommunegrunnlag

# The version of the calculation. Another number for the same inputs is another version.
VERSJON = "2"


def som_verdier(kommuner: Sequence[Kommunegrunnlag], f: Forutsetninger) -> dict[str, Any]:
    """Return the inputs as values for JSON; fractions are text («1/5»), so that nothing is lost."""
    return {
        "versjon": VERSJON,
        "forutsetninger": _ut(asdict(f)),
        "kommuner": [_ut(asdict(k)) for k in sorted(kommuner, key=lambda k: k.nummer)],
    }


def fra_verdier(verdier: Mapping[str, Any]) -> tuple[list[Kommunegrunnlag], Forutsetninger]:
    """Return the stored inputs. Raises KeyError and ValueError for what `som_verdier` did not make."""
    f = dict(verdier["forutsetninger"])
    f["vekter"] = {k: Fraction(v) for k, v in f["vekter"].items()}
    f["maks_utslag"] = Fraction(f["maks_utslag"])
    f["baand"] = None if f["baand"] is None else Fraction(f["baand"])
    return [_kommune(k) for k in verdier["kommuner"]], Forutsetninger(**f)


def svaret(fordeling: Fordeling) -> dict[str, dict[str, Any]]:
    """Return the answer as values for JSON: the number, the minors and the limit that binds, for each."""
    return {
        linje.nummer: {"antall": linje.antall, "em": linje.em, "grense": linje.grense}
        for linje in fordeling.linjer
    }


def avtrykk(verdier: Mapping[str, Any]) -> str:
    """Return the fingerprint of values: the same for the same inputs, in whatever order they were given."""
    tekst = json.dumps(verdier, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(tekst.encode()).hexdigest()


def _kommune(verdier: Mapping[str, Any]) -> Kommunegrunnlag:
    z = {k: None if v is None else Fraction(v) for k, v in verdier["z"].items()}
    felt = {felt.name: verdier[felt.name] for felt in fields(Kommunegrunnlag)}
    return Kommunegrunnlag(**{**felt, "z": z})


def _ut(verdier: Mapping[str, Any]) -> dict[str, Any]:
    return {k: _verdi(v) for k, v in verdier.items()}


def _verdi(verdi: Any) -> Any:
    if isinstance(verdi, Fraction):
        return str(verdi)
    return _ut(verdi) if isinstance(verdi, dict) else verdi
