"""Goes through a page by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

# Where the keyboard stands, and whether one sees it: an outline or a shadow, on it or on what is around it.
HER = """() => {
  const her = document.activeElement;
  const merket = e => {
    const stil = e ? getComputedStyle(e) : {outlineStyle: 'none', boxShadow: 'none'};
    return stil.outlineStyle !== 'none' || stil.boxShadow !== 'none';
  };
  if (!window.gaatt) window.gaatt = [];
  const foer = window.gaatt.includes(her);
  window.gaatt.push(her);
  return {
    ute: her === document.body || foer,
    synlig: her.matches(':focus-visible')
      && (merket(her) || merket(her.parentElement) || her.matches('.ds-skip-link') && her.offsetHeight > 10),
    sist: her === [...document.querySelectorAll('.bunn a')].at(-1),
    href: her.getAttribute('href'),
    html: her.outerHTML.slice(0, 100),
  };
}"""


def feil_med_tastaturet(side: Page) -> list[str]:
    """Press Tab from the top of the page to its last link; return what was wrong (empty: nothing)."""
    steder, feil = list(_tab(side)), []
    if steder[0]["href"] != "#innhold":
        feil.append(f"første Tab går til {steder[0]['html']}")
    if not steder[-1]["sist"]:
        feil.append(f"Tab kommer ikke forbi {steder[-1]['html']}")
    return feil + [f"fokus synes ikke på {s['html']}" for s in steder if not s["synlig"]]


def _tab(side: Page, hoeyst: int = 250) -> Iterator[dict[str, Any]]:
    """Press Tab and yield where one is, until the page has been gone through."""
    for _ in range(hoeyst):
        side.keyboard.press("Tab")
        her: dict[str, Any] = side.evaluate(HER)
        if her["ute"]:
            return
        yield her
        if her["sist"]:
            return
