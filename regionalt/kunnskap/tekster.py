"""What is said about a file that cannot be read, or a row of it: where, what stood there, and the way out."""

from __future__ import annotations

from django.utils.translation import gettext as _

from regionalt.kunnskap.formater.aarskontroll import Aarsproblem
from regionalt.kunnskap.formater.felles import Feil, Radfeil, Ulesbar


def om_filen(filnavn: str, feil: Ulesbar) -> str:
    """Return what is said of a file that cannot be read at all."""
    verdier = {"fil": filnavn, "hva": feil.hva}
    return (_HELE().get(feil.feil) or _("%(fil)s kan ikke leses.")) % verdier


def _HELE() -> dict[Feil, str]:  # noqa: N802
    return {
        Feil.TOM: _("%(fil)s er tom. Velg en fil med tall."),
        Feil.FOR_STOR: _("%(fil)s er for stor. Filen kan være høyst 5 MB."),
        Feil.IKKE_TEKST: _("%(fil)s er ikke en tabell. Bruk CSV, XLSX, HTML eller JSON-stat."),
        Feil.IKKE_JSON: _("%(fil)s er avkortet eller ødelagt. Hent den på nytt."),
        Feil.UKJENT_FORMAT: _("%(fil)s er ikke på formen %(hva)s. Hent tabellen på nytt i det formatet."),
        Feil.MANGLER_KOLONNE: _(
            "%(fil)s mangler kolonnen «%(hva)s». Legg den til, eller velg et annet format."
        ),
        Feil.MANGLER_AAR: _("%(fil)s sier ikke hvilket år tallene gjelder. Velg året."),
        Feil.MANGLER_INDIKATOR: _("%(fil)s sier ikke hva tallene handler om. Velg det under «Tall om»."),
        Feil.FLERE_VERDIER: _(
            "%(fil)s har flere tall per kommune og år (%(hva)s). Velg én verdi av hver i statistikkbanken."
        ),
        Feil.ANNET_UTVALG: _(
            "%(fil)s har et annet utvalg enn det vi bruker (%(hva)s). Velg det siste i statistikkbanken."
        ),
        Feil.INGEN_TABELL: _("%(fil)s har ingen tabell med kolonnen «Kommune». Lagre hele nettsiden."),
    }


def om_raden(filnavn: str, feil: Radfeil) -> str:
    """Return what is said of a row: file, line, column, what stood there, and what to do."""
    verdier = {"fil": filnavn, "rad": feil.linje, "kolonne": feil.kolonne, "verdi": feil.verdi}
    tekst = {
        Feil.IKKE_AAR: _("«%(verdi)s» er ikke et år."),
        Feil.IKKE_NUMMER: _("«%(verdi)s» er ikke et kommunenummer. Det har fire siffer."),
        Feil.UKJENT_NAVN: _("Ingen kommune heter «%(verdi)s». Skriv navnet slik kommunen skriver det."),
        Feil.FLERE_MED_NAVNET: _("Flere kommuner heter «%(verdi)s». Skriv kommunenummeret."),
        Feil.IKKE_HELT: _(
            "«%(verdi)s» er ikke et helt antall. Skriv tusener uten punktum eller komma, slik: 218460."
        ),
        Feil.OVER_HUNDRE: _("«%(verdi)s» er mer enn 100 prosent. Bruk andelen, ikke antallet."),
        Feil.DOBBEL: _("Kommunen %(verdi)s står to ganger. Behold den ene."),
        Feil.MANGLER_INDIKATOR: _("«%(verdi)s» er et ukjent slag tall."),
    }.get(feil.feil) or _(
        "«%(verdi)s» er ikke et tall. Bruk et tall, «:» for skjult eller «-» for ikke spurt."
    )
    sted = _("%(fil)s, rad %(rad)s, kolonne «%(kolonne)s»: %(hva)s")
    return sted % {**verdier, "hva": tekst % verdier}


def om_aaret(problem: Aarsproblem) -> str:
    """Return what is said of a table whose year seems to be wrong."""
    if problem.lik is None:
        return _("Kolonnen sier %(sier)s, men du valgte %(valgt)s. Bekreft hvilket år tallene gjelder.") % {
            "sier": problem.sier,
            "valgt": problem.valgt,
        }
    return _("Verdiene er lik IMDi %(lik)s, kolonnen sier %(sier)s. Bekreft hvilket år tallene gjelder.") % {
        "lik": problem.lik,
        "sier": problem.sier,
    }
