"""The draft the system makes after the cut-off, so that the adviser finds it ready."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.jobber import start_jobb
from integrering.grunnmur.models import Jobb
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.queries import vaart_fylke
from tilskudd import motor
from tilskudd.actions.beregning import JOBBSLAG
from tilskudd.models import Kjoering
from tilskudd.queries.kontrollsum import krev_kontrollsum
from tilskudd.queries.oversikt import siste_bokfoerte
from tilskudd.rules.frister import kan_starte, vanlig_skjaeringstidspunkt, vanlig_utbetalingsdato


def lag_utkast(*, naa: datetime) -> Jobb | None:
    """Start the calculation of the quarter after the last approved one, an hour after it has ended.

    Nobody is behind it: whoever sends it to approval answers for it, and another approves. Nothing is done
    when there is, or has been, a run of the quarter, or when nothing is approved yet (the first is people's).

    Raises:
        KontrollsumFeil: the approved run has changed since it was approved.
    """
    with kontekst(motor_kontekst()):
        motor.laas()
        siste = siste_bokfoerte()
        if siste is None:
            return None
        kvartal = siste.kvartal.neste()
        skjaer = vanlig_skjaeringstidspunkt(kvartal)
        if not kan_starte(skjaer, naa) or Kjoering.objects.filter(kvartal=kvartal.indeks).exists():
            return None
        krev_kontrollsum(siste)
        kjoering = Kjoering.objects.create(
            kvartal=kvartal,
            skjaeringstidspunkt=skjaer,
            utbetalingsdato=vanlig_utbetalingsdato(kvartal, skjaer),
            demo=settings.DEMO,
            beregnet_av=None,
        )
        kjoering.jobb = start_jobb(
            slag=JOBBSLAG,
            tittel=_("Beregner tilskudd for %(kvartal)s") % {"kvartal": visning.kvartal(kvartal)},
            parametre={"kjoering": kjoering.pk},
            bruker_id=None,
            virksomhet_id=vaart_fylke().pk,
            noekkel=f"{JOBBSLAG}:{kvartal}",
            resultat_url=reverse("tilskudd:kvartal", args=[kvartal]),
        )
        kjoering.save(update_fields=["jobb"])
        return kjoering.jobb
