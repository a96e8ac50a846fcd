"""A participant at a school."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.models.felt import Koderfelt, Timefelt
from integrering.nir.models.grunnlag import Personfakta, mellom
from integrering.nir.models.periode import periode_i_orden, uten_overlapp
from opplaering.kodeverk import LAEREPLAN, MAALGRUPPE, SLUTTGRUNN, TILRETTELEGGING
from opplaering.models.klasse import Skoleklasse, Utdanningstilbud


class Skolegang(Personfakta):
    """A period at a school with the same weekly hours. Other hours from a day are a new period.

    The county's own knowledge: what releases the grant is what the municipality registers (`FulltidVgo`).
    """

    skole = models.ForeignKey("tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("skole"))
    klasse = models.ForeignKey(
        Skoleklasse, models.PROTECT, null=True, blank=True, related_name="skolegang", verbose_name=_("klasse")
    )
    tilbud = models.ForeignKey(
        Utdanningstilbud, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tilbud")
    )
    fra = models.DateField(_("første skoledag"))
    til = models.DateField(_("siste skoledag"), null=True, blank=True)
    sluttgrunn = Kodekolonne(_("hvorfor det sluttet"), liste=SLUTTGRUNN, blank=True, default="")
    timer_per_uke = Timefelt(
        _("timer per uke"), mest=60, help_text=_("Undervisningstimer. Fulltid er minst 30 timer (IMDi).")
    )
    fulltid_overstyrt = models.BooleanField(
        _("fulltid bestemt for hånd"), null=True, blank=True,
        help_text=_("Når timetallet ikke gir riktig svar. Krever begrunnelse."),
    )  # fmt: skip
    overstyrt_grunn = models.CharField(_("begrunnelse for fulltid"), max_length=200, blank=True, default="")
    maalgruppe = Kodekolonne(_("målgruppe"), liste=MAALGRUPPE)
    laereplan = Kodekolonne(_("læreplan i norsk"), liste=LAEREPLAN, blank=True, default="")
    tilrettelegging = Koderfelt(_("tilrettelegging"), liste=TILRETTELEGGING)

    class Meta(Personfakta.Meta):
        verbose_name = _("skolegang")
        verbose_name_plural = _("skolegang")
        constraints = [
            *Personfakta.Meta.constraints,
            uten_overlapp("opplaering_skolegang"),
            *periode_i_orden("opplaering_skolegang"),
            mellom("timer_per_uke", 0, 60),
            models.CheckConstraint(
                condition=Q(fulltid_overstyrt__isnull=True, overstyrt_grunn="")
                | Q(Q(fulltid_overstyrt__isnull=False), ~Q(overstyrt_grunn="")),
                name="opplaering_skolegang_overstyrt_begrunnet",
            ),
            models.CheckConstraint(
                condition=Q(sluttgrunn="") | Q(til__isnull=False), name="opplaering_skolegang_grunn_til_slutt"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "fra"], name="opplaering_skolegang_person"),
            models.Index(
                fields=["skole", "person"],
                condition=Q(erstattet__isnull=True),
                name="opplaering_skolegang_skole",
            ),
            models.Index(
                fields=["klasse"], condition=Q(erstattet__isnull=True), name="opplaering_skolegang_klasse"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fra:%d.%m.%Y}"
