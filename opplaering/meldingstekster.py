"""What is told, in words: on the page, in the message, in lists. In the reader's language; never health."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn
from integrering.lister import Status
from opplaering.kodeverk import MELDINGSSLAG, RESULTATFAG, RESULTATSLAG, SLUTTGRUNN, UNDERVISNING
from opplaering.rules.avstemming import Avvik, Tilstand
from opplaering.rules.overtakelse import Grunn


class Linje(NamedTuple):
    """One thing that is told."""

    ledetekst: str
    verdi: str


def slagnavn(slag: str) -> str:
    """Return what a message is about: «Start på skolen»."""
    return kodenavn(MELDINGSSLAG, slag)


def linjer(tabell: str, innhold: Mapping[str, Any], skole: str) -> list[Linje]:
    """Return what is told, line by line."""
    ut = [Linje(_("Skole"), skole)] if skole else []
    if innhold.get("annullert"):
        ut.append(Linje(_("Gjelder ikke lenger"), _("Det som ble meldt, var feil.")))
    return ut + [linje for linje in _LINJER[tabell](innhold) if linje.verdi]


def _skolegang(v: Mapping[str, Any]) -> Iterator[Linje]:
    yield Linje(_("Første skoledag"), _dato(v["fra"]))
    yield Linje(_("Siste skoledag"), _dato(v["til"]) or _("Ikke bestemt"))
    yield Linje(_("Timer per uke"), visning.desimal(Decimal(v["timer_per_uke"])))
    yield Linje(_("Kombinasjonsklasse"), _kombinasjon(v))
    yield Linje(_("Hvorfor det sluttet"), kodenavn(SLUTTGRUNN, v["sluttgrunn"]) if v["sluttgrunn"] else "")


def _kombinasjon(v: Mapping[str, Any]) -> str:
    if not v["kombinasjonsklasse"]:
        return ""
    if v["hovedansvar_fylke"]:
        return _("Ja. Fylkeskommunen har hovedansvaret.")
    return _("Ja. Kommunen har hovedansvaret.")


def _fravaer(v: Mapping[str, Any]) -> Iterator[Linje]:
    yield Linje(_("Måned"), visning.maaned(date.fromisoformat(v["maaned"])))
    for linje in v["linjer"]:
        tall = {felt: visning.desimal(Decimal(linje[felt])) for felt in ("timer", "gyldig", "ugyldig")}
        tekst = _("%(timer)s timer til stede, %(gyldig)s gyldig og %(ugyldig)s ugyldig fravær") % tall
        if Decimal(linje["uavklart"]):
            tekst += _(", %(n)s ikke avklart") % {"n": visning.desimal(Decimal(linje["uavklart"]))}
        yield Linje(kodenavn(UNDERVISNING, linje["undervisning"]), tekst)


def _resultat(v: Mapping[str, Any]) -> Iterator[Linje]:
    yield Linje(_("Prøve eller vurdering"), kodenavn(RESULTATSLAG, v["slag"]))
    yield Linje(_("Dato"), _dato(v["dato"]))
    for felt, ledetekst in (
        ("lytte", _("Lytteforståelse")), ("lese", _("Leseforståelse")),
        ("skriftlig", _("Skriftlig framstilling")), ("muntlig", _("Muntlig kommunikasjon")),
        ("resultat", _("Resultat")),
    ):  # fmt: skip
        yield Linje(ledetekst, kodenavn("proeveresultat", v[felt]) if v[felt] else "")
    yield Linje(_("Fag"), kodenavn(RESULTATFAG, v["fag"]) if v["fag"] else "")
    yield Linje(_("Karakter"), str(v["karakter"] or ""))


def _opptak(v: Mapping[str, Any]) -> Iterator[Linje]:
    yield Linje(_("Tilbud"), v["tilbud"])
    yield Linje(_("Vedtaksdato"), _dato(v["vedtaksdato"]))
    yield Linje(_("Oppstart"), _dato(v["oppstart"]) or _("Ikke bestemt"))


_LINJER = {
    "skolegang": _skolegang,
    "maanedsfravaer": _fravaer,
    "resultat": _resultat,
    "soeknad": _opptak,
}


def _dato(iso: str | None) -> str:
    return visning.dato(date.fromisoformat(iso)) if iso else ""


def kort(tabell: str, innhold: Mapping[str, Any]) -> str:
    """Return what is told in a line of a list."""
    if tabell == "skolegang":
        return visning.periode(date.fromisoformat(innhold["fra"]), _som_dato(innhold["til"]))
    if tabell == "maanedsfravaer":
        return visning.maaned(date.fromisoformat(innhold["maaned"]))
    if tabell == "resultat":
        return kodenavn(RESULTATSLAG, innhold["slag"])
    return str(innhold["tilbud"]) or _("vedtak %(dag)s") % {"dag": _dato(innhold["vedtaksdato"])}


def _som_dato(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def tilstand(rad: Any) -> Status:
    """Return how far a message has come: sent, opened, acknowledged, taken over.

    Args:
        rad: a `Kommunemelding` with `aapnet` and `kvittert` (`queries.meldinger`).
    """
    if rad.tatt_inn:
        return Status(_("Tatt inn"), "success")
    if rad.kvittert:
        return Status(_("Kvittert"), "success")
    return Status(_("Åpnet"), "neutral") if rad.aapnet else Status(_("Sendt"), "info")


def grunn(kode: Grunn) -> str:
    """Return why nothing is registered, or why it cannot be done as it stands."""
    return {
        Grunn.ALT_REGISTRERT: _("Dere har alt registrert dette. Kvitter, så vet fylkeskommunen det."),
        Grunn.OPPTAK: _("Opptak registreres ikke. Bruk det i planen, og kvitter når du har lest det."),
        Grunn.KARAKTER: _(
            "Karakterer registreres ikke som prøver. Karakteren 2 eller bedre i norsk eller samfunnskunnskap "
            "gir grunnlag for fritak (forskriften §§ 23 e og 24 c)."
        ),
        Grunn.HELE_DAGEN: _(
            "Timene er ført for hele skoledagen, og registreres ikke som timer i norsk. Kvitter når du har "
            "lest dem."
        ),
        Grunn.FALT_BORT: _("Det som ble meldt, gjelder ikke lenger. Se over det dere har registrert."),
        Grunn.OVERLAPPER: _(
            "Dere har registrert noe annet for de samme dagene. Se over det, og rett det som er feil."
        ),
    }[kode]


def avstemt(kode: str) -> Status:
    """Return how a period stands with the municipality."""
    tekst, farge = {
        Tilstand.STEMMER: (_("Stemmer"), "success"),
        Tilstand.MANGLER_VEDTAK: (_("Vedtak mangler"), "danger"),
        Tilstand.MANGLER_PERIODE: (_("Perioden er ikke registrert"), "danger"),
        Tilstand.MANGLER_SLUTTDATO: (_("Sluttdato mangler"), "warning"),
        Tilstand.AVSLUTTET_HER: (_("Sluttet, men ikke avsluttet hos kommunen"), "warning"),
        Tilstand.ANDRE_DATOER: (_("Andre datoer"), "warning"),
        Tilstand.ANDRE_TIMER: (_("Andre timer"), "warning"),
        Tilstand.IKKE_HOS_OSS: (_("Bare registrert av kommunen"), "info"),
    }[Tilstand(kode)]
    return Status(tekst, farge)


def avvik(koder: list[str]) -> str:
    """Return what differs, in words: «Vedtak, startdato»."""
    ord_ = {
        Avvik.VEDTAK: _("vedtak"), Avvik.PERIODE: _("periode"), Avvik.SLUTTDATO: _("sluttdato"),
        Avvik.FRA: _("startdato"), Avvik.TIL: _("sluttdato"), Avvik.TIMER: _("timer per uke"),
        Avvik.FULLTID: _("fulltid"),
    }  # fmt: skip
    return ", ".join(ord_[Avvik(kode)] for kode in koder)
