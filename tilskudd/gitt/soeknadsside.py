"""What the page of an application shows, to its applicant and to the county."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import visning
from integrering.grunnmur.kroner import formater
from integrering.tilgang.aktoer import Aktoer
from tilskudd.gitt import saksside
from tilskudd.gitt.lister import tilstanden
from tilskudd.gitt.models import Budsjettslag, Soeknad, Vedleggskrav
from tilskudd.gitt.queries.saken import med_vedtak
from tilskudd.gitt.queries.soeknader import kontroll_av, siste_registerkontroll, soeknader, vedleggene
from tilskudd.gitt.roller import RAADGIVER
from tilskudd.gitt.tekster import KONTROLLNAVN, forklaring, navn_paa

HENDELSER = {
    "sendt": gettext_lazy("Søknaden er sendt"),
    "trukket": gettext_lazy("Søknaden er trukket"),
    "aapnet": gettext_lazy("Søkeren er bedt om å komplettere"),
    "tatt_tilbake": gettext_lazy("Fristen for å komplettere gikk ut"),
    "vedtatt": gettext_lazy("Søknaden er avgjort"),
    "klaget": gettext_lazy("Det er klaget på vedtaket"),
    "oversendt": gettext_lazy("Klagen er sendt til klageinstansen"),
    "betalt": gettext_lazy("Tilskudd er betalt"),
    "rapportert": gettext_lazy("Rapport og regnskap er sendt"),
    "rapport_godkjent": gettext_lazy("Rapporten er godkjent"),
    "rapport_mangler": gettext_lazy("Rapporten må sendes på nytt"),
    "krevd": gettext_lazy("Tilskudd er krevd tilbake"),
    "tilbakebetalt": gettext_lazy("Tilskudd er betalt tilbake"),
    "avsluttet": gettext_lazy("Saken er avsluttet"),
}


def innhold(s: Soeknad, av: Aktoer) -> dict[str, Any]:
    """Return the names of the template."""
    linjer = list(s.budsjett.all())
    fravik = {f.kontroll: f for f in s.fravik.select_related("av")}
    ut: dict[str, Any] = {
        "soeknad": s,
        "utlysning": None,
        "status": tilstanden(s),
        "om": _om(s),
        "kostnader": [linje for linje in linjer if linje.slag == Budsjettslag.KOSTNAD],
        "inntekter": [linje for linje in linjer if linje.slag != Budsjettslag.KOSTNAD],
        "sum_kostnader": sum(x.beloep for x in linjer if x.slag == Budsjettslag.KOSTNAD),
        "sum_inntekter": sum(x.beloep for x in linjer if x.slag != Budsjettslag.KOSTNAD) + (s.beloep or 0),
        "kontroller": [
            (KONTROLLNAVN[f.kontroll], f, forklaring(f), fravik.get(f.kontroll))
            for f in kontroll_av(s, timezone.localdate())
        ],
        "vedlegg": list(vedleggene(s)),
        "innsendinger": list(s.innsendinger.select_related("av").order_by("-nummer")),
        "hendelser": [
            {"tittel": HENDELSER[h.hva], "tidspunkt": h.tid, "hvem": h.av, "aarsak": h.tekst}
            for h in s.logg.select_related("av").order_by("-pk")
        ],
        "min": s.virksomhet_id == av.virksomhet_id,
        "fylket": av.er_fylke,
        "raadgiver": av.har(*RAADGIVER),
    }
    return ut | saksside.innhold(s, av) | (_for_fylket(s) if av.er_fylke else {})


def _for_fylket(s: Soeknad) -> dict[str, Any]:
    """Return what the county sees beside: other grants to the same applicant, and the look-up."""
    andre = med_vedtak(soeknader().filter(virksomhet_id=s.virksomhet_id).exclude(pk=s.pk)).order_by("-pk")
    return {
        "stat": [x for x in s.budsjett.all() if x.slag == Budsjettslag.STAT],
        "andre": [(a, tilstanden(a)) for a in andre],
        "oppslag": siste_registerkontroll(s.virksomhet_id),
        "frist_ute": s.komplett_frist is not None and s.komplett_frist < timezone.localdate(),
    }


def _om(s: Soeknad) -> list[tuple[str, str]]:
    demokratisk = {True: _("Ja"), False: _("Nei"), None: ""}[s.demokratisk]
    ut = [
        (_("Søker"), s.virksomhet.navn),
        (_("Organisasjonsnummer"), s.virksomhet.nummer if len(s.virksomhet.nummer) == 9 else ""),
        (_("Kontaktperson"), ", ".join(x for x in (s.kontakt_navn, s.kontakt_epost, s.kontakt_telefon) if x)),
        (_("Kontonummer"), s.kontonummer),
        (_("Velger styret på årsmøte"), demokratisk),
        (_("Medlemmer"), str(s.medlemmer) if s.medlemmer is not None else ""),
        (_("Tiltak"), s.tittel),
        (_("Hva dere vil gjøre"), s.beskrivelse),
        (_("Målgruppe"), s.maalgruppe),
        (_("Deltakere"), str(s.deltakere or "")),
        (_("Periode"), visning.periode(s.start, s.slutt) if s.start else ""),
        (_("Søknadsbeløp"), formater(s.beloep) if s.beloep else ""),
    ]
    return [(term, tekst) for term, tekst in ut if tekst]


def vedlegg_som_mangler(s: Soeknad) -> str:
    """Return what the call asks for and is not attached, in words."""
    har = set(s.vedlegg.values_list("krav", flat=True))
    return navn_paa([k for k in s.utlysning.vedleggskrav if k not in har], Vedleggskrav)
