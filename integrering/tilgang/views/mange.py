"""Door of the administration: many users at once, from a list that is pasted in."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.skjemasvar import AVVIST
from integrering.tilgang import actions, epost, queries
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.models import ROLLENAVN, Virksomhet
from integrering.tilgang.roller import ROLLER_I, Rolle

FLEST = 500
# fornavn;etternavn;epost;rolle;nummer
_KOLONNER = 5


@dataclass(frozen=True)
class Linje:
    """One line of the list: as written, what it means, and what is wrong with it."""

    nummer: int
    celler: list[str]
    rolle: Rolle | None
    virksomhet: Virksomhet | None
    feil: str


class MangeSkjema(forms.Form):
    """The list, pasted or as a file."""

    liste = forms.CharField(
        label=gettext_lazy("Én bruker per linje: fornavn;etternavn;e-post;rolle;nummer"),
        widget=forms.Textarea({"rows": 12, "cols": 90}), required=False, max_length=200_000,
    )  # fmt: skip
    fil = forms.FileField(label=gettext_lazy("Eller en CSV-fil med de samme kolonnene"), required=False)

    def clean(self) -> dict[str, Any]:
        """Return the text of the list, from the file when there is one."""
        data: dict[str, Any] = super().clean() or {}
        if fil := data.get("fil"):
            try:
                data["liste"] = fil.read(400_000).decode("utf-8-sig")
            except UnicodeDecodeError:
                raise ValidationError(_("Filen må være lagret som UTF-8.")) from None
        if not data.get("liste", "").strip():
            raise ValidationError(_("Lim inn en liste, eller velg en fil."))
        return data


def masseinvitasjon(request: HttpRequest) -> HttpResponse:
    """List → check of every line → confirm → invitations. All lines or none."""
    skjema = MangeSkjema(request.POST or None, request.FILES or None)
    innhold: dict[str, Any] = {
        **admin.site.each_context(request), "title": _("Inviter mange brukere"), "skjema": skjema,
        "roller": ROLLENAVN, "epost_virker": epost.er_satt_opp(),
    }  # fmt: skip
    if not skjema.is_bound or not skjema.is_valid():
        return render(
            request, "admin/tilgang/bruker/mange.html", innhold, status=AVVIST if skjema.is_bound else 200
        )
    tekst = skjema.cleaned_data["liste"]
    linjer = les_linjer(tekst)
    feil = any(linje.feil for linje in linjer)
    if "bekreft" in request.POST and not feil:
        try:
            _inviter(request, linjer)
        except Regelbrudd as brudd:
            skjema.add_error(None, str(brudd))
            return render(request, "admin/tilgang/bruker/mange.html", innhold, status=AVVIST)
        antall = len(linjer)
        melding = ngettext("%(n)s bruker er invitert.", "%(n)s brukere er invitert.", antall) % {"n": antall}
        messages.success(request, melding)
        return redirect("admin:tilgang_bruker_changelist")
    innhold |= {"linjer": linjer, "feil": feil, "tekst": tekst}
    return render(request, "admin/tilgang/bruker/mange.html", innhold, status=AVVIST if feil else 200)


def les_linjer(tekst: str) -> list[Linje]:
    """Return the lines with what is wrong with each; a first line of headings is skipped."""
    rader = [r for r in csv.reader(tekst.splitlines(), delimiter=";") if any(c.strip() for c in r)]
    if rader and rader[0][0].strip().lower() == "fornavn":
        rader = rader[1:]
    steder = {(v.type, v.nummer): v for v in queries.forvaltes_av_fylket()}
    sett: set[tuple[str, ...]] = set()
    linjer = []
    for nummer, rad in enumerate(rader[: FLEST + 1], start=1):
        celler = [c.strip() for c in rad]
        linje = _les(nummer, celler, steder)
        noekkel = tuple(c.lower() for c in celler[2:5])
        if not linje.feil and (noekkel in sett or nummer > FLEST):
            melding = _("Samme bruker, rolle og virksomhet står i listen fra før.")
            linje = Linje(nummer, celler, None, None, melding if nummer <= FLEST else _("For mange linjer."))
        sett.add(noekkel)
        linjer.append(linje)
    return linjer


def _les(nummer: int, celler: list[str], steder: dict[tuple[str, str], Virksomhet]) -> Linje:
    feil, rolle, virksomhet = "", None, None
    if len(celler) != _KOLONNER or not all(celler):
        return Linje(nummer, celler, None, None, _("Linjen må ha fem felter med semikolon mellom."))
    rolle = _rolle(celler[3])
    if rolle is None:
        feil = _("Rollen finnes ikke.")
    else:
        type_ = next(t for t, roller in ROLLER_I.items() if rolle in roller)
        virksomhet = steder.get((type_, celler[4].replace(" ", "")))
        if virksomhet is None:
            feil = _("Virksomheten finnes ikke her, eller rollen hører ikke til den.")
    try:
        validate_email(celler[2])
    except ValidationError:
        feil = _("E-postadressen er feil.")
    return Linje(nummer, celler, rolle, virksomhet, feil)


def _rolle(tekst: str) -> Rolle | None:
    """Return the role by its code or its name."""
    navn = {str(n).lower(): kode for kode, n in ROLLENAVN}
    kode = navn.get(tekst.lower(), tekst.lower())
    return Rolle(kode) if kode in set(Rolle) else None


def _inviter(request: HttpRequest, linjer: list[Linje]) -> None:
    av, i_dag = aktoer_i(request), timezone.localdate()
    with transaction.atomic():
        for linje in linjer:
            if linje.rolle is None or linje.virksomhet is None:
                raise IkkeTilgang
            fornavn, etternavn, adresse = linje.celler[:3]
            try:
                actions.inviter(
                    hvem=actions.Hvem(fornavn, etternavn, adresse),
                    valg=actions.Rollevalg(linje.rolle, i_dag), virksomhet=linje.virksomhet, av=av,
                )  # fmt: skip
            except Regelbrudd as brudd:
                melding = _("Linje %(nummer)s: %(feil)s Ingen er invitert.")
                raise Regelbrudd(melding % {"nummer": linje.nummer, "feil": brudd}) from brudd
