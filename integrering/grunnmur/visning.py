"""How dates, quarters and numbers are written to people; shared by templates, letters and messages.

Dates with dots and never a slash, times as «kl. 10.32» (Språkrådet); the decimal sign is a comma.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from integrering.grunnmur.kvartal import Kvartal


def lokal_dato(verdi: date | datetime) -> date:
    """Return the calendar day in Oslo of a date or an instant."""
    if isinstance(verdi, datetime):
        return timezone.localtime(verdi).date() if timezone.is_aware(verdi) else verdi.date()
    return verdi


def dato(verdi: date | datetime | None) -> str:
    """Return «05.06.2014», or an empty text."""
    return f"{lokal_dato(verdi):%d.%m.%Y}" if verdi else ""


def maaned(verdi: date) -> str:
    """Return the month as «september 2026»."""
    return date_format(verdi, "F Y")


def tidspunkt(verdi: datetime | None) -> str:
    """Return «05.06.2014 kl. 10.32» by the clock in Oslo, or an empty text."""
    if verdi is None:
        return ""
    lokal = timezone.localtime(verdi) if timezone.is_aware(verdi) else verdi
    return f"{lokal:%d.%m.%Y} kl. {lokal:%H.%M}"


def periode(fra: date | None, til: date | None) -> str:
    """Return «01.02.2027–28.02.2027»; an open end reads «fra 01.02.2027»."""
    if fra and til:
        return f"{dato(fra)}–{dato(til)}"
    if fra:
        return gettext("fra %(dato)s") % {"dato": dato(fra)}
    return gettext("til %(dato)s") % {"dato": dato(til)} if til else ""


def kvartal(verdi: Kvartal | str | None) -> str:
    """Return «4. kvartal 2023» for a quarter or its short form «2023K4»."""
    if not verdi:
        return ""
    k = Kvartal.parse(verdi) if isinstance(verdi, str) else verdi
    return gettext("%(nr)s. kvartal %(aar)s") % {"nr": k.nr, "aar": k.aar}


def desimal(verdi: Decimal | float | None) -> str:
    """Return a number with decimal comma and without superfluous zeros: «12,5», «30»."""
    if verdi is None:
        return ""
    tekst = f"{Decimal(str(verdi)):f}"
    if "." in tekst:
        tekst = tekst.rstrip("0").rstrip(".")
    return tekst.replace(".", ",")


def duf(verdi: str | None) -> str:
    """Return a DUF number in groups: year, running number, control («2099 000001 07»)."""
    tekst = verdi or ""
    return f"{tekst[:4]} {tekst[4:10]} {tekst[10:]}".strip() if len(tekst) == 12 else tekst


@dataclass(frozen=True)
class Frist:
    """A deadline put into words, with the colour that underlines (never replaces) them."""

    tekst: str
    farge: str
    dato: date


def frist(dag: date, idag: date) -> Frist:
    """Say where a deadline stands seen from today: late, today, near, or its date."""
    dager = (dag - idag).days
    if dager < 0:
        tekst = ngettext("%(n)s dag over frist", "%(n)s dager over frist", -dager) % {"n": -dager}
        return Frist(tekst, "danger", dag)
    if dager == 0:
        return Frist(gettext("Frist i dag"), "warning", dag)
    if dager <= 14:
        tekst = ngettext("Om %(n)s dag", "Om %(n)s dager", dager) % {"n": dager}
        return Frist(tekst, "warning", dag)
    return Frist(gettext("Frist %(dato)s") % {"dato": dato(dag)}, "neutral", dag)
