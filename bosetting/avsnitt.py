"""«Hvorfor 24?» as one paragraph, in the language of the one who reads it.

Letters go out in the municipality's language, whatever language the screen is in; so both stand here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from bosetting.rules.grunnlag import Linje
from bosetting.rules.motstykke import Motstykke
from integrering.grunnmur import kroner

Maalform = Literal["nb", "nn"]


@dataclass(frozen=True)
class Hvorfor:
    """What the paragraph tells about a municipality that is asked.

    `kriterienavn`: the criteria by code. `mangler`: the criteria without a figure, which count as the middle.
    """

    kommune: str
    aar: int
    linje: Linje
    folketall: int
    forrige: int | None = None
    motstykke: Motstykke | None = None
    kriterienavn: Mapping[str, str] = field(default_factory=dict)
    mangler: tuple[str, ...] = ()
    laas_grunn: str = ""


_NB = {
    "tall": "{kommune} bør bes om å bosette {antall} flyktninger i {aar}.",
    "em": "{em} av dem er enslige mindreårige.",
    "ett_em": "Én av dem er enslig mindreårig.",
    "grunntall": "Hver kommune får {n} til å begynne med.",
    "folketall": "Folketallet, {folk} innbyggere, gir {n}.",
    "kriterier": "Kriteriene gir {ledd}.",
    "mangler": "Det finnes ikke tall for {navn}; der regnes kommunen som midt i fylket.",
    "normalisering": "Kriteriene for de andre kommunene gir {n}, så summen blir rammen.",
    "grenser": "Grensene, her og i andre kommuner, gir {n}.",
    "avrunding": "Avrunding til hele personer gir {n}.",
    "laas": "Tallet er låst av fylkeskommunen: {grunn}",
    "tak": "Tallet er så høyt som kommunen har kapasitet til.",
    "oenske_oevre": "Tallet er så høyt som kommunen ønsker.",
    "oenske_nedre": "Tallet er så lavt som kommunen ønsker.",
    "minstetall": "Tallet er det laveste noen kommune blir bedt om i runden.",
    "baand": "Tallet er så langt fra forrige tall som runden tillater.",
    "uten_laas": "Uten låsen ville det vært {antall}.",
    "oevre": "Det ville vært {antall} dersom grensen var hevet fra {fra} til {til}.",
    "nedre": "Det ville vært {antall} dersom grensen var senket fra {fra} til {til}.",
    "ramme": "Det ville vært {antall} dersom rammen for fylket var {til} i stedet for {fra}.",
    "likt": "Forrige gang var tallet det samme.",
    "forrige": "Forrige gang var tallet {forrige}, {n} {retning} enn nå.",
    "ny": "Forrige gang ble kommunen ikke bedt om å bosette noen.",
    "lavere": "lavere",
    "hoeyere": "høyere",
    "og": "og",
}
_NN = {
    **_NB,
    "tall": "{kommune} bør bli beden om å busetje {antall} flyktningar i {aar}.",
    "em": "{em} av dei er einslege mindreårige.",
    "ett_em": "Éin av dei er einsleg mindreårig.",
    "grunntall": "Kvar kommune får {n} til å byrje med.",
    "folketall": "Folketalet, {folk} innbyggjarar, gir {n}.",
    "kriterier": "Kriteria gir {ledd}.",
    "mangler": "Det finst ikkje tal for {navn}; der blir kommunen rekna som midt i fylket.",
    "normalisering": "Kriteria for dei andre kommunane gir {n}, så summen blir ramma.",
    "grenser": "Grensene, her og i andre kommunar, gir {n}.",
    "laas": "Talet er låst av fylkeskommunen: {grunn}",
    "tak": "Talet er så høgt som kommunen har kapasitet til.",
    "oenske_oevre": "Talet er så høgt som kommunen ønskjer.",
    "oenske_nedre": "Talet er så lågt som kommunen ønskjer.",
    "minstetall": "Talet er det lågaste nokon kommune blir beden om i runden.",
    "baand": "Talet er så langt frå førre tal som runden tillèt.",
    "uten_laas": "Utan låsen ville det vore {antall}.",
    "oevre": "Det ville vore {antall} dersom grensa var heva frå {fra} til {til}.",
    "nedre": "Det ville vore {antall} dersom grensa var senka frå {fra} til {til}.",
    "ramme": "Det ville vore {antall} dersom ramma for fylket var {til} i staden for {fra}.",
    "likt": "Førre gong var talet det same.",
    "forrige": "Førre gong var talet {forrige}, {n} {retning} enn no.",
    "ny": "Førre gong blei ikkje kommunen beden om å busetje nokon.",
    "lavere": "lågare",
    "hoeyere": "høgare",
}
TEKSTER: Mapping[Maalform, Mapping[str, str]] = {"nb": _NB, "nn": _NN}


def avsnitt(hvorfor: Hvorfor, maalform: Maalform) -> str:
    """Return the number and why it is what it is, as one paragraph."""
    t = TEKSTER[maalform]
    tallet = t["tall"].format(kommune=hvorfor.kommune, antall=hvorfor.linje.antall, aar=hvorfor.aar)
    return " ".join([tallet, *_em(hvorfor.linje.em, t), forklaringen(hvorfor, maalform)]).strip()


def forklaringen(hvorfor: Hvorfor, maalform: Maalform) -> str:
    """Return the paragraph without the number itself, where that is told beside it."""
    t = TEKSTER[maalform]
    return " ".join(
        [
            *_leddene(hvorfor, t),
            *_grensen(hvorfor, t),
            *_motstykket(hvorfor.motstykke, t),
            *_forrige(hvorfor, t),
        ]
    )


def personer(verdi: Fraction, *, fortegn: bool = False) -> str:
    """Return persons with one decimal at most, and with a sign when it adds or takes."""
    tideler = round(verdi * 10)
    hele, rest = divmod(abs(tideler), 10)
    tall = f"{hele},{rest}" if rest else str(hele)
    foran = "−" if tideler < 0 else "+" if fortegn and tideler else ""
    return foran + tall


def _helt(verdi: int | None) -> str:
    return "" if verdi is None else kroner.tall(verdi)


def _em(em: int, t: Mapping[str, str]) -> list[str]:
    return [t["ett_em"] if em == 1 else t["em"].format(em=em)] if em else []


def _leddene(hvorfor: Hvorfor, t: Mapping[str, str]) -> list[str]:
    """Return a sentence for each step that moves at least a tenth of a person, the criteria in one."""
    synlige = [ledd for ledd in hvorfor.linje.forklaring if round(ledd.personer * 10)]
    folk = _helt(hvorfor.folketall)
    foerst = [
        t[ledd.slag].format(n=personer(ledd.personer), folk=folk)
        for ledd in synlige
        if ledd.slag in ("grunntall", "folketall")
    ]
    navn = hvorfor.kriterienavn
    kriterier = [
        f"{personer(ledd.personer, fortegn=True)} («{navn.get(ledd.kriterium, ledd.kriterium)}»)"
        for ledd in synlige
        if ledd.slag == "kriterium"
    ]
    midten = [t["kriterier"].format(ledd=_rekke(kriterier, t))] if kriterier else []
    if hvorfor.mangler:
        midten.append(t["mangler"].format(navn=_rekke([f"«{navn}»" for navn in hvorfor.mangler], t)))
    sist = [
        t[ledd.slag].format(n=personer(ledd.personer, fortegn=True))
        for ledd in synlige
        if ledd.slag in ("normalisering", "grenser", "avrunding")
    ]
    return [*foerst, *midten, *sist]


def _rekke(ord_: Sequence[str], t: Mapping[str, str]) -> str:
    """Return «a, b og c»."""
    return ", ".join(ord_[:-1]) + f" {t['og']} {ord_[-1]}" if len(ord_) > 1 else ord_[0]


def _grensen(hvorfor: Hvorfor, t: Mapping[str, str]) -> list[str]:
    grense = hvorfor.linje.grense
    if not grense:
        return []
    if grense == "laas":
        return [t["laas"].format(grunn=hvorfor.laas_grunn.rstrip(". ") + ".")]
    if grense == "oenske":
        return [t["oenske_oevre" if hvorfor.linje.antall == hvorfor.linje.oevre else "oenske_nedre"]]
    return [t[grense]]


def _motstykket(motstykke: Motstykke | None, t: Mapping[str, str]) -> list[str]:
    if motstykke is None:
        return []
    navn = "uten_laas" if motstykke.slag == "laas" else motstykke.slag
    return [
        t[navn].format(antall=_helt(motstykke.antall), fra=_helt(motstykke.fra), til=_helt(motstykke.til))
    ]


def _forrige(hvorfor: Hvorfor, t: Mapping[str, str]) -> list[str]:
    """Return how the last number was, as seen from this one; nothing when it is not known."""
    if hvorfor.forrige is None:
        return []
    forskjell = hvorfor.forrige - hvorfor.linje.antall
    if not hvorfor.forrige:
        return [t["ny"]]
    if not forskjell:
        return [t["likt"]]
    retning = t["hoeyere"] if forskjell > 0 else t["lavere"]
    return [t["forrige"].format(forrige=hvorfor.forrige, n=abs(forskjell), retning=retning)]
