"""The school in the demo: what it offers, a combination class with its decision, a new pupil it tells of."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from integrering.demo.brukere import SKOLE
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from opplaering.actions.hovedansvar import Hovedansvarsdata, avgjoer_hovedansvar
from opplaering.actions.skoleklasse import Skoleklassedata, lag_skoleklasse
from opplaering.actions.skolemelding import NyElev, meld_ny_elev
from opplaering.actions.tilbud import Tilbudsdata, lag_tilbud

TILBUD = (
    ("Vg1 helse- og oppvekstfag", "helse"),
    ("Vg1 bygg- og anleggsteknikk", "bygg"),
    ("Kombinasjonsklasse", "innfoering"),
)


def lag(i_dag: date) -> None:
    """Make it as the county's coordinator and the school's contact. Nothing without them."""
    fylket = aktoer_med_rolle("koordinator", Rolle.OPPLAERINGSKOORDINATOR)
    skolen = aktoer_med_rolle("skole", Rolle.SKOLEKONTAKT)
    kommune = Virksomhet.objects.filter(type="kommune", nummer="5001").first()
    if fylket is None or skolen is None or kommune is None:
        return
    with kontekst(kontekst_for(fylket)):
        ukjent_for_skolen = _skolen(fylket, kommune, i_dag)
    if ukjent_for_skolen is not None:
        with kontekst(kontekst_for(skolen)):
            _ny_elev(skolen, ukjent_for_skolen, i_dag)


def _skolen(av: Aktoer, kommune: Virksomhet, i_dag: date) -> Person | None:
    """Make offers, the class and its decision; return someone the school can tell of."""
    skole = Virksomhet.objects.get(type="skole", nummer=SKOLE)
    tilbud = [
        lag_tilbud(skole=skole, data=Tilbudsdata(navn, program, for_voksne=nr > 0), av=av)
        for nr, (navn, program) in enumerate(TILBUD)
    ]
    fra = date(i_dag.year if i_dag.month >= 8 else i_dag.year - 1, 8, 17)
    klasse = lag_skoleklasse(
        skole=skole,
        data=Skoleklassedata(
            navn="1KOMBI", fra=fra, til=date(fra.year + 1, 6, 18), undervisning=("alt",),
            kombinasjonsklasse=True, kommune_id=kommune.pk, tilbud_id=tilbud[-1].pk,
        ),
        innsending=uuid5(NAMESPACE_URL, "demo-kombinasjonsklasse"),
        av=av,
    )  # fmt: skip
    avgjoer_hovedansvar(
        klasse=klasse,
        data=Hovedansvarsdata(
            ansvar="fylke", grunn="mest_videregaaende",
            begrunnelse="Tre av fire fag er videregående.", fra=fra, bestemt=fra,
        ),
        av=av,
    )  # fmt: skip
    utenfor = Person.objects.filter(kommune=kommune, skjermet=False, har_periode=False)
    return utenfor.order_by("-sortering", "-pk").first()


def _ny_elev(av: Aktoer, person: Person, i_dag: date) -> None:
    meld_ny_elev(
        data=NyElev(person.duf, person.navn, i_dag - timedelta(days=2), Decimal(30)),
        innsending=uuid5(NAMESPACE_URL, "demo-ny-elev"),
        av=av,
    )
