"""The files that schools' systems give: hours and absence, results."""

from django.utils.translation import gettext_lazy as _

from integrering.utveksling.importering.format import registrer_format
from integrering.utveksling.importering.meldinger import registrer_meldinger
from opplaering.importering import fravaer, resultater


def registrer() -> None:
    """Make the kinds of file and the words of their refusals known."""
    registrer_meldinger(
        {
            "ukjent_elev": _("dere har ingen elev med DUF-nummeret %(verdi)s"),
            "ukjent_skole": _("ukjent skole «%(verdi)s». Skriv organisasjonsnummeret eller navnet"),
            "ikke_paa_skolen_da": _("deltakeren %(verdi)s gikk ikke på skolen da"),
            "flere_skoler": _("deltakeren %(verdi)s gikk på flere skoler da. Skriv skolen i kolonnen skole"),
            "maaned_laast": _("måneden %(verdi)s er låst i klassen. Lås den opp før timene endres"),
            "maaned_ufullstendig": _(
                "en annen rad for samme deltaker og måned er avvist. Rett den, og ta med hele måneden"
            ),
            "for_mange_timer": _("timene i måneden blir %(verdi)s. De kan ikke være mer enn 300"),
            "fag_mangler": _("må fylles ut når det er gitt karakter"),
            "karakter_mangler": _("må fylles ut når det ikke er en prøve"),
            "bare_karakter": _("må stå tom når det er gitt karakter"),
            "bare_proeve": _("må stå tom for en prøve"),
        }
    )
    for format_ in (fravaer.FORMAT, fravaer.DAGER, resultater.FORMAT):
        registrer_format(format_)
