"""What the projects tell the floors below, once at start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.samlet import Rader, Sporring, tell
from integrering.lister import registrer_liste
from integrering.oppgaver.regelverk import Forslag, Oppgavekilde, Oppgaveregel, registrer_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.sidemeny import Side
from integrering.utveksling.vedlegg.baerere import Baerer, registrer_baerer
from integrering.utveksling.vedlegg.models import Vedlegg
from regionalt.aarshjul import Hjuldag, Hjulkilde, registrer_hjulkilde
from regionalt.aarsrapport import Kapittel, Rapporttabell, registrer_kapittel
from regionalt.jobbsjansen import kommunesiden, queries
from regionalt.jobbsjansen.actions import KILDE
from regionalt.jobbsjansen.lister import PROSJEKTER
from regionalt.jobbsjansen.models import Prosjektvedlegg
from regionalt.jobbsjansen.queries import Fakta, les_oppgavekilde
from regionalt.jobbsjansen.rules.tall import rapport_forfaller
from regionalt.kommunepaneler import registrer_kommunepanel
from regionalt.ledelsestall import Ledelsestall, Tall, registrer_ledelsestall
from regionalt.roller import FOELGER_OPP, LESER
from regionalt.sider import Gruppe, registrer_sider


def _finn(fakta: Fakta, i_dag: date) -> Iterable[Forslag]:
    frist, rapportert = fakta
    if frist is not None and rapport_forfaller(frist, rapportert, i_dag):
        yield Forslag(frist=frist, verdier={"dag": frist.isoformat()})


OPPGAVEKILDE: Oppgavekilde[Fakta] = Oppgavekilde(
    navn=KILDE,
    les=les_oppgavekilde,
    regler=(
        Oppgaveregel(
            kode="JOBBSJANSEN_RAPPORT",
            tittel=gettext_lazy("Lever rapport for Jobbsjansen del B"),
            hvorfor=gettext_lazy("Rapporten for prosjektet skal leveres innen %(dag)s."),
            handling=gettext_lazy("Skriv rapporten"),
            hjemmel="",
            roller=frozenset(FOELGER_OPP),
            finn=_finn,
            for_fylket=True,
        ),
    ),
)


def meld_inn() -> None:
    """Register the page, the list, the tasks, the files, and what others show."""
    navn = gettext_lazy("Jobbsjansen del B")
    registrer_sider(Side("jobbsjansen:prosjekter", navn, LESER, 25), gruppe=Gruppe.KOMMUNER)
    registrer_liste(PROSJEKTER)
    registrer_kilde(OPPGAVEKILDE)
    registrer_baerer(prosjektet)
    registrer_kommunepanel(kommunesiden.PANEL)
    registrer_ledelsestall(
        Ledelsestall(
            "jobbsjansen",
            gettext_lazy("Rapporter fra Jobbsjansen som mangler"),
            gettext_lazy("Prosjekter i Jobbsjansen del B der rapportfristen er ute."),
            spoer_ledelsestall,
            ledelsestall,
            80,
        )
    )
    registrer_hjulkilde(Hjulkilde("jobbsjansen", navn, spoer_hjuldager, hjuldager, 80))
    registrer_kapittel(Kapittel("jobbsjansen", navn, kapittel, 80))


def prosjektet(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the project a file hangs on, for the page of the file's versions."""
    if av.rolle not in LESER:
        return None
    lenke = Prosjektvedlegg.objects.select_related("prosjekt").filter(vedlegg=vedlegg).first()
    if lenke is None:
        return None
    return Baerer(lenke.prosjekt.navn, reverse("jobbsjansen:prosjekt", args=[lenke.prosjekt.noekkel]), True)


def spoer_ledelsestall(dag: date) -> Sporring:
    """Ask how many reports are overdue."""
    return tell(queries.rapporter_som_mangler(dag), antall=Count("pk"))


def ledelsestall(rader: Rader, dag: date) -> Tall:
    """Return how many reports are overdue."""
    antall = rader[0]["antall"]
    url = f"{reverse('jobbsjansen:prosjekter')}?sorter=rapportfrist"
    return Tall(str(antall), url=url, farge="warning" if antall else "success")


def spoer_hjuldager(fra: date, til: date) -> Sporring:
    """Ask for the projects with a day between two."""
    return queries.med_dato(fra, til).values("noekkel", "navn", "fra", "til", "rapportfrist", "rapportert")


def hjuldager(rader: Rader, fra: date, til: date) -> Iterable[Hjuldag]:
    """Yield when reports are due (those not delivered), and when projects begin and end."""
    for p in rader:
        url, frist = reverse("jobbsjansen:prosjekt", args=[p["noekkel"]]), p["rapportfrist"]
        if fra <= p["fra"] <= til:
            yield Hjuldag(p["fra"], _("%(navn)s begynner") % p, url)
        if fra <= p["til"] <= til:
            yield Hjuldag(p["til"], _("%(navn)s er ferdig") % p, url)
        if frist and p["rapportert"] is None and fra <= frist <= til:
            yield Hjuldag(frist, _("Rapport for %(navn)s") % p, url, frist=True)


def kapittel(aar: int) -> Sequence[Rapporttabell]:
    """Return the participants of each project in a year. Numbers only."""
    kolonner = (_("Prosjekt"), _("Begynte"), _("Sluttet"), _("Til videregående"), _("Til arbeid"))
    kilde = _("Tallene prosjektene har ført for halvårene i året.")
    return (
        Rapporttabell(
            _("Deltakere i Jobbsjansen del B"), kolonner, tuple(queries.i_aaret(aar)), kilde, diagram=True
        ),
    )
