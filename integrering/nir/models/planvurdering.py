"""What sets off a review of the integration plan: dated data of this county."""

from __future__ import annotations

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.nir.rules.planvurdering import Utloeser, Vurderingsregel

UTLOESERE = [
    (Utloeser.FAST_DATO.value, _("Fast dato hvert år")),
    (Utloeser.NY_KLASSE.value, _("Ny klasse eller skole")),
    (Utloeser.OVERGANG_NAV.value, _("Overgang til Nav")),
]
# The longest months; that 30 February does not exist is said by `clean`.
_DAGER_I_MAANED = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


@pghistory.track(model_name="PlanvurderingHendelse")
class Planvurdering(models.Model):
    """A fixed day of the year, or an event, in use from a day to another. No row is ever deleted."""

    utloeser = models.CharField(_("utløses av"), max_length=20, choices=UTLOESERE)
    dag = models.PositiveSmallIntegerField(
        _("dag"), null=True, blank=True, help_text=_("Bare for faste datoer: 1 for 1. februar.")
    )
    maaned = models.PositiveSmallIntegerField(
        _("måned"), null=True, blank=True, help_text=_("Bare for faste datoer: 2 for februar.")
    )
    gjelder_fra = models.DateField(_("gjelder fra"))
    gjelder_til = models.DateField(
        _("gjelder til og med"), null=True, blank=True, help_text=_("Tomt: gjelder fortsatt.")
    )
    kilde = models.CharField(_("kilde"), max_length=200, help_text=_("Hvor det er bestemt eller lest."))

    class Meta:
        verbose_name = _("utløser for vurdering av planen")
        verbose_name_plural = _("utløsere for vurdering av planen")
        ordering = ["utloeser", "maaned", "dag", "gjelder_fra"]
        constraints = [
            models.CheckConstraint(
                condition=Q(utloeser__in=[u for u, _navn in UTLOESERE]), name="nir_planvurdering_utloeser"
            ),
            models.CheckConstraint(
                condition=(
                    Q(
                        # without these a row that has none would be neither true nor false, and pass
                        dag__isnull=False,
                        maaned__isnull=False,
                        utloeser=Utloeser.FAST_DATO.value,
                        maaned__gte=1,
                        maaned__lte=12,
                        dag__gte=1,
                        dag__lte=31,
                    )
                    | (~Q(utloeser=Utloeser.FAST_DATO.value) & Q(maaned__isnull=True, dag__isnull=True))
                ),
                name="nir_planvurdering_fast_dato",
                violation_error_message=_("En fast dato har dag og måned; de andre har det ikke."),
            ),
            models.CheckConstraint(
                condition=Q(gjelder_til__isnull=True) | Q(gjelder_til__gte=F("gjelder_fra")),
                name="nir_planvurdering_til_etter_fra",
                violation_error_message=_("Siste dag må være samme dag som første dag eller senere."),
            ),
            models.CheckConstraint(condition=~Q(kilde=""), name="nir_planvurdering_har_kilde"),
            models.UniqueConstraint(
                fields=["utloeser", "maaned", "dag", "gjelder_fra"],
                nulls_distinct=False,
                name="nir_planvurdering_en_per_dag",
                violation_error_message=_("Utløseren er alt lagt inn fra denne dagen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dag}.{self.maaned}." if self.dag else str(self.get_utloeser_display())

    def clean(self) -> None:
        """Refuse days no year has."""
        if self.dag and self.maaned and self.dag > _DAGER_I_MAANED.get(self.maaned, 31):
            raise ValidationError({"dag": gettext("Måneden har ikke så mange dager.")})

    def som_regel(self) -> Vurderingsregel:
        """Return the row as rules read it."""
        return Vurderingsregel(
            utloeser=Utloeser(self.utloeser),
            gjelder_fra=self.gjelder_fra,
            gjelder_til=self.gjelder_til,
            maaned=self.maaned,
            dag=self.dag,
        )
