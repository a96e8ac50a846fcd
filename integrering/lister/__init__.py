"""Lists: every list is a deep link with filter, order, keyset pages, saved filters and export of all rows.

How an app makes a list. It defines it once (`<app>/lister.py`):

    from django.urls import reverse
    from integrering.lister.definisjon import Kolonne, Liste, Listefilter, Slag, Status

    class Moetefilter(Listefilter):                 # fields as in any form; self.av is who asks
        slag = forms.ChoiceField(label=_("Slag"), choices=[("", _("Alle")), *Moeteslag.choices])
        fra = DatoFelt(label=_("Fra dato"))

    def _rader(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Moete]:      # unordered; RLS decides who sees
        moeter = Moete.objects.select_related("virksomhet")
        if filter.get("slag"):
            moeter = moeter.filter(slag=filter["slag"])
        return moeter

    MOETER = Liste(
        navn="moeter",                              # the url name of the page
        tittel=_("Møter"),
        kolonner=(
            Kolonne("tittel", _("Møte"), lenke=lambda m: reverse("moete", args=[m.pk]), sorter=("tittel",)),
            Kolonne("tid", _("Tid"), slag=Slag.TIDSPUNKT, sorter=("tid",)),
            Kolonne("sted", _("Virksomhet"), verdi="virksomhet.navn"),
            Kolonne("tilstand", _("Status"), verdi=lambda m: Status(m.get_tilstand_display(), "info"),
                    slag=Slag.STATUS, sorter=("tilstand",)),
        ),
        rader=_rader,
        standard="-tid",
        roller=ARBEIDSROLLER,
        filterskjema=Moetefilter,
        person="",                  # «person_id» when a row is about one person: the export logs it
        tomt=_("Ingen møter er planlagt."),
    )

registers it in `AppConfig.ready` (`registrer_liste(MOETER)`, so that exports and saved filters find it), and
shows it in a plain function view:

    from integrering.lister.visning import vis_liste

    @krever(*ARBEIDSROLLER)
    @require_safe
    def moeter(request: HttpRequest) -> HttpResponse:
        return vis_liste(request, MOETER)

A page of its own: `{% extends "lister/liste.html" %}` and fill the blocks `broedsmuler` (default: the title),
`ingress`, `handlinger` (buttons below the heading), `foer_tabell`, `tomt` (what to do when there is nothing);
`vis_liste(request, MOETER, mal="moeter/liste.html", kan_lage=True)`: further names go to the template.
Or put `{% include "lister/_liste.html" %}` anywhere: it needs `liste`, a `Listeside(request, MOETER)`.
Bulk actions: `vis_liste(..., velg="handling")` adds a column of checkboxes `name="valgt"` (value: the row's
key) that belong to `<form id="handling" method="post">`, which your template writes in `etter_tabell`.
Arguments of the address (`/kvartal/<kvartal>/…`) are given to `rader(av, filter, kvartal=…)` as they are.

In the address: the filter's fields, `sorter=key` or `-key`, `antall=25|50|100`, `etter=`/`foer=` a row's key.
Nothing of it may be personal data: no free text about persons in a filter form; search is by POST.
A wrong filter shows the error and no rows (422). Exports and saved filters: docs/lister.md.
"""

from integrering.lister.definisjon import Kolonne, Liste, Listefilter, Slag, Status
from integrering.lister.register import registrer_liste

__all__ = ["Kolonne", "Liste", "Listefilter", "Slag", "Status", "registrer_liste"]
