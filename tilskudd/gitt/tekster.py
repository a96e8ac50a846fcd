"""Words: colours of states, what the checks say, what a call asks for."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import visning
from integrering.grunnmur.kroner import formater
from tilskudd.gitt.models import Kostnadsslag, Soekerslag, Utlysning, Vedleggskrav
from tilskudd.gitt.rules.kontroller import Funn, Kontroll

FARGE = {
    "utkast": "neutral", "utlyst": "success", "lukket": "warning", "fordelt": "info", "avsluttet": "neutral",
    "sendt": "info", "aapnet": "warning", "trukket": "neutral", "avgjort": "success",
}  # fmt: skip
KONTROLLNAVN: dict[Kontroll, str | Promise] = {
    Kontroll.SOEKERSLAG: gettext_lazy("Kan søke på denne utlysningen"),
    Kontroll.REGISTER: gettext_lazy("Står i Frivillighetsregisteret"),
    Kontroll.DEMOKRATI: gettext_lazy("Demokratisk bygd opp"),
    Kontroll.FRIST: gettext_lazy("Sendt innen fristen"),
    Kontroll.RAPPORT: gettext_lazy("Har rapportert om tidligere tilskudd"),
    Kontroll.VEDLEGG: gettext_lazy("Alle vedlegg er med"),
    Kontroll.BUDSJETT: gettext_lazy("Budsjettet går opp"),
    Kontroll.KOSTNADER: gettext_lazy("Søker om kostnader tilskuddet dekker"),
    Kontroll.ANDEL: gettext_lazy("Ikke mer enn den høyeste andelen"),
    Kontroll.MINST: gettext_lazy("Ikke under minste beløp"),
    Kontroll.MEST: gettext_lazy("Ikke over høyeste beløp"),
    Kontroll.OPPSTART: gettext_lazy("Starter i tide"),
}


def navn_paa(koder: list[str] | str, slag: type[Kostnadsslag | Soekerslag | Vedleggskrav]) -> str:
    """Return the labels of codes, in the order of the list."""
    valgt = koder.split(",") if isinstance(koder, str) else koder
    navn = [str(v.label) for v in slag if v.value in valgt]
    return ", ".join([*navn[:1], *(n[:1].lower() + n[1:] for n in navn[1:])])


def forklaring(funn: Funn) -> str:
    """Return why a check says what it says, with the figures."""
    kr = {navn: formater(v) for navn, v in funn.tall.items() if isinstance(v, int)}
    tall = {navn: str(v) for navn, v in funn.tall.items()}
    match funn.kontroll:
        case Kontroll.REGISTER:
            return _("Ikke slått opp ennå.") if tall["sjekket"] == "nei" else ""
        case Kontroll.FRIST:
            return _("Sendt %(sendt)s, fristen var %(frist)s.") % _datoer(tall)
        case Kontroll.RAPPORT:
            return "" if funn.oppfylt else _("Mangler: %(antall)s.") % tall
        case Kontroll.VEDLEGG:
            return (
                ""
                if funn.oppfylt
                else _("Mangler: %(hva)s.") % {"hva": navn_paa(tall["mangler"], Vedleggskrav)}
            )
        case Kontroll.BUDSJETT:
            return _("Kostnader %(kostnader)s, inntekter med det dere søker om %(finansiert)s.") % kr
        case Kontroll.KOSTNADER:
            return _("Søkt %(soekt)s. Tilskuddet kan dekke %(dekkes)s av kostnadene, ikke %(ikke)s.") % kr
        case Kontroll.ANDEL:
            return _("Søkt %(soekt)s. Høyst %(prosent)s prosent av %(kostnader)s er %(hoeyst)s.") % {
                **kr, "prosent": tall["andel"],
            }  # fmt: skip
        case Kontroll.MINST | Kontroll.MEST:
            return _("Søkt %(soekt)s, grensen er %(grense)s.") % kr
        case Kontroll.OPPSTART:
            return _("Oppstart %(start)s, senest %(seneste)s.") % _datoer(tall)
        case _:
            return ""


def _datoer(tall: dict[str, str]) -> dict[str, str]:
    return {navn: visning.dato(date.fromisoformat(v)) if v else _("ikke oppgitt") for navn, v in tall.items()}


def grenser(u: Utlysning) -> list[tuple[str, str]]:
    """Return what a call asks for, as (term, text), for the applicant and the county alike."""
    ut = [
        (_("Hvem kan søke"), navn_paa(u.soekere, Soekerslag)),
        (_("Søknadsfrist"), visning.dato(u.frist) if u.frist else _("Løpende")),
        (_("Tilskuddet gjelder"), visning.periode(u.fra, u.til)),
        (_("Ramme"), formater(u.ramme)),
        (_("Dekker"), navn_paa(u.dekker, Kostnadsslag)),
        (_("Dekker ikke"), navn_paa([v for v in Kostnadsslag.values if v not in u.dekker], Kostnadsslag)),
        (_("Høyeste andel"), _("%(n)s prosent av kostnadene") % {"n": u.andel} if u.andel else ""),
        (_("Minste beløp"), formater(u.minst) if u.minst else ""),
        (_("Høyeste beløp"), formater(u.mest) if u.mest else ""),
        (_("Vedlegg"), navn_paa(u.vedleggskrav, Vedleggskrav)),
        (_("Krav til søkeren"), _krav(u)),
        (
            _("Oppstart"),
            _("Senest %(n)s måneder etter vedtaket") % {"n": u.start_innen} if u.start_innen else "",
        ),
        (_("Utbetaling"), _utbetaling(u)),
        (_("Rapport og regnskap"), _("Senest %(dato)s") % {"dato": visning.dato(u.rapportfrist)}),
    ]
    return [(term, tekst) for term, tekst in ut if tekst]


def _start_innen(u: Utlysning) -> str:
    return _("Senest %(n)s måneder etter vedtaket") % {"n": u.start_innen} if u.start_innen else ""


def _krav(u: Utlysning) -> str:
    krav = [_("Må stå i Frivillighetsregisteret.")] if u.krever_register else []
    krav += [_("Må være demokratisk bygd opp.")] if u.krever_demokrati else []
    return " ".join(krav)


def _utbetaling(u: Utlysning) -> str:
    tekst = str(u.get_utbetaling_display())
    return f"{tekst} ({u.foerste_del} %)" if u.utbetaling == "delt" else tekst
