"""Hours and absence of a month, and months that are locked."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.klasser.models.maanedslaas import Laas
from integrering.nir.models.felt import Timefelt
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per, mellom
from opplaering.kodeverk import UNDERVISNING
from opplaering.models.klasse import Skoleklasse


class Maanedsfravaer(Personfakta):
    """Hours given and missed at a school in a month (forskriften § 59). Never why: no diagnosis, no text."""

    skole = models.ForeignKey("tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("skole"))
    undervisning = Kodekolonne(_("undervisning"), liste=UNDERVISNING)
    maaned = models.DateField(_("måned"), help_text=_("Første dag i måneden."))
    timer = Timefelt(_("timer til stede"), mest=300)
    gyldig = Timefelt(_("timer gyldig fravær"), mest=300, default=0)
    ugyldig = Timefelt(_("timer ugyldig fravær"), mest=300, default=0)
    uavklart = Timefelt(_("timer fravær som ikke er avklart"), mest=300, default=0)

    class Meta(Personfakta.Meta):
        verbose_name = _("timer og fravær på skolen")
        verbose_name_plural = _("timer og fravær på skolen")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("skole", "undervisning", "maaned"),
            *datoer_i_tid("maaned"),
            models.CheckConstraint(condition=Q(maaned__day=1), name="opplaering_fravaer_maaned_foerste"),
            *(mellom(felt, 0, 300) for felt in ("timer", "gyldig", "ugyldig", "uavklart")),
        ]
        indexes = [
            models.Index(fields=["person"], name="opplaering_fravaer_person"),
            models.Index(
                fields=["skole", "maaned"],
                condition=Q(erstattet__isnull=True),
                name="opplaering_fravaer_skole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.maaned:%m.%Y}"


class Skolemaanedslaas(Laas):
    """A month of a class at a school."""

    klasse = models.ForeignKey(
        Skoleklasse, models.PROTECT, related_name="maanedslaaser", verbose_name=_("klasse")
    )

    class Meta(Laas.Meta):
        verbose_name = _("låst måned på skole")
        verbose_name_plural = _("låste måneder på skoler")
        indexes = [models.Index(fields=["klasse", "maaned", "-id"], name="opplaering_laas_siste")]
        constraints = [
            models.CheckConstraint(condition=Q(maaned__day=1), name="opplaering_laas_foerste_dag"),
            models.CheckConstraint(
                condition=Q(laast=True) | ~Q(aarsak=""), name="opplaering_laas_med_begrunnelse"
            ),
        ]
