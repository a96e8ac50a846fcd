"""Tasks of the planning together: a municipality waits for an answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel
from karriere.kodeverk import Forslagsstatus
from karriere.models import Oppleggsforslag
from karriere.roller import KILDE_PLAN, VEILEDER
from karriere.rules.opplegg import svarfrist


def les(ider: Collection[int] | None) -> Iterator[tuple[Emne, Oppleggsforslag]]:
    """Yield the proposals that wait."""
    rader = Oppleggsforslag.objects.filter(status=Forslagsstatus.VENTER).select_related("kommune")
    for rad in rader.order_by("pk") if ider is None else rader.filter(pk__in=ider).order_by("pk"):
        adresse = reverse("karriere:forslag", args=[rad.noekkel])
        yield Emne(id=rad.pk, virksomhet_id=rad.kommune_id, url=adresse, tekst=rad.kommune.navn), rad


def _svar(rad: Oppleggsforslag, i_dag: date) -> Iterable[Forslag]:
    foreslaatt, dag = visning.lokal_dato(rad.endret), visning.lokal_dato(rad.start)
    yield Forslag(frist=svarfrist(foreslaatt, dag), verdier={"dag": dag.isoformat()})


PLANKILDE: Oppgavekilde[Oppleggsforslag] = Oppgavekilde(
    navn=KILDE_PLAN,
    les=les,
    regler=(
        Oppgaveregel(
            kode="KARRIERE_FORSLAG",
            tittel=_("Svar på tid kommunen foreslår"),
            hvorfor=_("Kommunen har foreslått tid til karriereveiledning %(dag)s og venter på svar."),
            handling=_("Se forslaget"),
            hjemmel="",
            roller=frozenset(VEILEDER),
            finn=_svar,
            for_fylket=True,
        ),
    ),
)
