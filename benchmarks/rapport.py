"""What a benchmark writes: tables of ratios on the screen and in `RESULTS.md`, section by section."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass, field


@dataclass
class Rapport:
    """Collects lines of Markdown. Call it with a line of text; `forhold` adds a measured ratio."""

    linjer: list[str] = field(default_factory=list)
    alt_holder: bool = True
    _i_tabell: bool = False

    def __call__(self, tekst: str) -> None:
        """Write a line."""
        self._i_tabell = False
        self._ut("", tekst)

    def overskrift(self, tekst: str) -> None:
        """Begin a section."""
        self(f"## {tekst}")

    def forhold(self, hva: str, maalt: float, *, krav: str, holder: bool, tider: str = "") -> None:
        """Write a ratio with its limit.

        Args:
            hva: what is compared.
            maalt: the ratio (or seconds, when `krav` says so).
            krav: the limit in words.
            holder: whether the limit holds.
            tider: the times behind it.
        """
        if not self._i_tabell:
            self._ut("", "| What | Measured | Limit | Holds | Times |", "|---|---:|---|---|---|")
            self._i_tabell = True
        self.alt_holder = self.alt_holder and holder
        self._ut(f"| {hva} | {maalt:.2f} | {krav} | {'yes' if holder else '**no**'} | {tider} |")

    def markdown(self, forrige: str = "") -> str:
        """Return the report. Sections of `forrige` that were not measured now stay as and where they were."""
        hode = [
            "# Measured ratios",
            "",
            "Written by `make bench`; `python -m benchmarks NAME` writes its own sections anew.",
            "Ratios hold from machine to machine, seconds do not.",
            f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores.",
        ]
        deler = _deler(forrige) | _deler("\n".join(self.linjer))
        return "\n\n".join(["\n".join(hode), *deler.values()]) + "\n"

    def _ut(self, *linjer: str) -> None:
        for linje in linjer:
            self.linjer.append(linje)
            print(linje, flush=True)


def _deler(tekst: str) -> dict[str, str]:
    """Return the sections of a report by heading."""
    deler = re.split(r"^(?=## )", tekst, flags=re.MULTILINE)[1:]
    return {del_.partition("\n")[0]: del_.strip() for del_ in deler}
