"""Applications for upper secondary, beside the admission system, and assessment of prior learning."""

from __future__ import annotations

import uuid

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.grunnmur.samtidighet import Versjonert
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per
from opplaering.kodeverk import (
    OPPTAKSUTFALL,
    REALKOMPETANSERESULTAT,
    SLUTTKOMPETANSE,
    SOEKERGRUPPE,
    UTDANNINGSPROGRAM,
    VGORETT,
)
from opplaering.models.klasse import Utdanningstilbud


@pghistory.track(model_name="SoeknadHendelse")
class Soeknad(Versjonert):
    """An application, the right it rests on, what was decided, and a complaint with its outcome."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey("nir.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    mottatt = models.DateField(_("mottatt"))
    gruppe = Kodekolonne(_("søker som"), liste=SOEKERGRUPPE)
    rett = Kodekolonne(_("rett"), liste=VGORETT, help_text=_("Paragrafen retten bygger på."))
    rett_grunnlag = models.JSONField(
        _("slik ble retten vurdert"), default=dict, help_text=_("Opplysninger, regel og versjon.")
    )
    oensker_realkompetanse = models.BooleanField(
        _("ønsker realkompetansevurdering"), default=False, help_text=_("Opplæringslova § 18-8.")
    )
    utfall = Kodekolonne(_("utfall"), liste=OPPTAKSUTFALL, blank=True, default="")
    vedtaksdato = models.DateField(_("vedtaksdato"), null=True, blank=True)
    tilbud = models.ForeignKey(
        Utdanningstilbud, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tilbud")
    )
    oppstart = models.DateField(_("oppstart"), null=True, blank=True)
    klaget = models.DateField(_("klaget"), null=True, blank=True)
    klageutfall = Kodekolonne(_("utfall av klagen"), liste="klageutfall", blank=True, default="")
    klage_avgjort = models.DateField(_("klagen avgjort"), null=True, blank=True)

    class Meta:
        verbose_name = _("søknad om videregående")
        verbose_name_plural = _("søknader om videregående")
        indexes = [
            models.Index(fields=["person", "-mottatt"], name="opplaering_soeknad_person"),
            models.Index(fields=["-mottatt", "-id"], name="opplaering_soeknad_mottatt"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(utfall="", vedtaksdato__isnull=True)
                | Q(~Q(utfall=""), vedtaksdato__isnull=False),
                name="opplaering_soeknad_utfall_med_dato",
            ),
            models.CheckConstraint(
                condition=Q(vedtaksdato__isnull=True) | Q(vedtaksdato__gte=F("mottatt")),
                name="opplaering_soeknad_vedtak_etter_mottatt",
            ),
            models.CheckConstraint(
                condition=Q(utfall="innvilget") | Q(tilbud__isnull=True, oppstart__isnull=True),
                name="opplaering_soeknad_tilbud_naar_innvilget",
            ),
            models.CheckConstraint(
                condition=Q(klaget__isnull=True) | Q(vedtaksdato__isnull=False, klaget__gte=F("vedtaksdato")),
                name="opplaering_soeknad_klaget_etter_vedtak",
            ),
            models.CheckConstraint(
                condition=Q(klageutfall="", klage_avgjort__isnull=True)
                | Q(~Q(klageutfall=""), klaget__isnull=False, klage_avgjort__gte=F("klaget")),
                name="opplaering_soeknad_klage_avgjort",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mottatt:%d.%m.%Y}"


class Prioritet(models.Model):
    """One of up to three sluttkompetanser, in the applicant's order (opplæringsforskrifta § 13-3)."""

    soeknad = models.ForeignKey(Soeknad, models.CASCADE, related_name="prioriteter", verbose_name=_("søknad"))
    nummer = models.PositiveSmallIntegerField(_("prioritet"))
    sluttkompetanse = Kodekolonne(_("sluttkompetanse"), liste=SLUTTKOMPETANSE)
    program = Kodekolonne(_("utdanningsprogram"), liste=UTDANNINGSPROGRAM, blank=True, default="")
    hva = models.CharField(_("fag eller yrke"), max_length=120, blank=True, default="")

    class Meta:
        verbose_name = _("prioritert sluttkompetanse")
        verbose_name_plural = _("prioriterte sluttkompetanser")
        ordering = ["soeknad", "nummer"]
        constraints = [
            models.UniqueConstraint(fields=["soeknad", "nummer"], name="opplaering_prioritet_en_per_nummer"),
            models.CheckConstraint(
                condition=Q(nummer__gte=1, nummer__lte=3), name="opplaering_prioritet_hoeyst_tre"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer}"


class Realkompetanse(Personfakta):
    """Prior learning in one subject: approved or not (opplæringslova § 18-8; opplæringsforskrifta § 15-3)."""

    soeknad = models.ForeignKey(
        Soeknad,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="realkompetanse",
        verbose_name=_("søknad"),
    )
    fag = models.CharField(_("fag eller modul"), max_length=120)
    fagkode = models.CharField(_("fagkode"), max_length=20, blank=True, default="")
    resultat = Kodekolonne(_("resultat"), liste=REALKOMPETANSERESULTAT)
    dato = models.DateField(_("vurdert"))
    hvor = models.CharField(_("vurdert av"), max_length=120, blank=True, default="")

    class Meta(Personfakta.Meta):
        verbose_name = _("realkompetansevurdering")
        verbose_name_plural = _("realkompetansevurderinger")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("fag", "dato"),
            *datoer_i_tid("dato"),
            models.CheckConstraint(condition=~Q(fag=""), name="opplaering_realkompetanse_har_fag"),
        ]
        indexes = [models.Index(fields=["person"], name="opplaering_realkomp_person")]

    def __str__(self) -> str:
        return self.fag
