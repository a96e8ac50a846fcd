"""Tables whose rows become blocks on a narrow screen.

The layout hides from a screen reader that it is a table, so the parts say what they are; and each cell
carries the heading of its column, which the style sheet writes before it.
"""

from __future__ import annotations

import re
from html import unescape

from django.utils.html import conditional_escape, strip_tags
from django.utils.safestring import SafeString, mark_safe

_DEL = re.compile(r"<(thead|tbody|tfoot|tr|th|td)\b([^>]*)>")
_RAD = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.DOTALL)
_OVERSKRIFT = re.compile(r"<t([hd])\b([^>]*)>(.*?)</t\1>", re.DOTALL)
_SKJULT = re.compile(r"<span[^>]*\saria-hidden=.*?</span>", re.DOTALL)
_SPENN = re.compile(r'\scolspan="(\d+)"')
_ROLLER = {"thead": "rowgroup", "tbody": "rowgroup", "tfoot": "rowgroup", "tr": "row", "td": "cell"}


def stable(innhold: SafeString) -> SafeString:
    """Return the rows of a table with roles and headings on their parts; a part with a role is left as it is.

    A heading over several columns stands before theirs. No cell spans rows in a table that leaves this to us.
    """
    hodets_slutt = innhold.find("</thead>")
    titler = _titler(innhold[: max(hodets_slutt, 0)])
    plass = 0

    def merk(treff: re.Match[str]) -> str:
        nonlocal plass
        navn, attributter = treff.groups()
        if " role=" in attributter:
            return treff.group()
        if navn == "tr":
            plass = 0
        if navn not in ("th", "td"):
            return f'<{navn}{attributter} role="{_ROLLER[navn]}">'
        verdi = navn == "td" and treff.start() > hodets_slutt
        ledetekst = titler[plass] if verdi and plass < len(titler) else ""
        plass += _bredde(attributter)
        rolle = _ROLLER.get(navn) or ("rowheader" if 'scope="row"' in attributter else "columnheader")
        over = f' data-ledetekst="{conditional_escape(ledetekst)}"' if ledetekst else ""
        return f'<{navn}{attributter} role="{rolle}"{over}>'

    # safe: the rows came from a template; what is added is escaped
    return mark_safe(_DEL.sub(merk, innhold))  # noqa: S308


def _titler(hode: str) -> list[str]:
    rader = [
        [
            _tekst(inni)
            for _t, attributter, inni in _OVERSKRIFT.findall(rad)
            for _n in range(_bredde(attributter))
        ]
        for rad in _RAD.findall(hode)
    ]
    return [": ".join(filter(None, kolonne)) for kolonne in zip(*rader, strict=False)]


def _bredde(attributter: str) -> int:
    spenn = _SPENN.search(attributter)
    return int(spenn.group(1)) if spenn else 1


def _tekst(html: str) -> str:
    return " ".join(unescape(strip_tags(_SKJULT.sub("", html))).split())
