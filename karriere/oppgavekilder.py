"""Tasks of the career guidance: who must be guided, and what becomes of the note."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.nir.queries.situasjoner import om_dem
from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel
from integrering.tilgang.queries import vaart_fylke
from karriere.koefakta import fakta_om
from karriere.models import Sak
from karriere.roller import KILDE_SAK, VEILEDER
from karriere.rules.koe import Koetilstand, tilstand


def les(ider: Collection[int] | None) -> Iterator[tuple[Emne, Sak]]:
    """Yield the cases: on the county's desk, and the counsellor's when one is given."""
    fylket = vaart_fylke().pk
    saker = Sak.objects.select_related("person").order_by("pk")
    for sak in saker if ider is None else saker.filter(**om_dem("pk", ider)):
        emne = Emne(
            id=sak.pk,
            virksomhet_id=sak.person.kommune_id or fylket,
            person_id=sak.person_id,
            url=reverse("karriere:sak", args=[sak.noekkel]),
            ansvarlig_id=sak.veileder_id,
        )
        yield emne, sak


def _frist(sak: Sak, i_dag: date) -> Iterable[Forslag]:
    """Guidance that nobody has agreed to hold (S0; integreringsloven § 11)."""
    staar = tilstand(fakta_om(sak), i_dag)
    if staar in (Koetilstand.OVER_FRIST, Koetilstand.FORFALLER) and sak.frist is not None:
        yield Forslag(frist=sak.frist, verdier={"bosatt": sak.bosatt.isoformat()} if sak.bosatt else {})


SAKSKILDE: Oppgavekilde[Sak] = Oppgavekilde(
    navn=KILDE_SAK,
    les=les,
    regler=(
        Oppgaveregel(
            kode="KARRIERE_FRIST",
            tittel=_("Gjennomfør karriereveiledning"),
            hvorfor=_("Bosatt %(bosatt)s. Veiledningen bør være gjennomført innen tre måneder."),
            handling=_("Åpne veiledningssaken"),
            hjemmel=_("integreringsloven § 11"),
            roller=frozenset(VEILEDER),
            finn=_frist,
            for_fylket=True,
        ),
    ),
)
