"""A forum, who is in it, and its meetings."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from regionalt.models.felles import Innsendt


class Forumslag(models.TextChoices):
    """Who meets: those of the region, the whole country, or two parties."""

    REGIONALT = "regionalt", _("Regionalt")
    NASJONALT = "nasjonalt", _("Nasjonalt")
    BILATERALT = "bilateralt", _("Mellom to parter")


class Medlemsslag(models.TextChoices):
    """What a member is. Our own list: the partners that the counties name."""

    STATSFORVALTER = "statsforvalter", _("Statsforvalteren")
    KS = "ks", _("KS")
    NAV = "nav", _("Nav")
    IMDI = "imdi", _("IMDi")
    HUSBANKEN = "husbanken", _("Husbanken")
    FYLKESKOMMUNE = "fylkeskommune", _("Fylkeskommune")
    KOMMUNE = "kommune", _("Kommune")
    FORSKNING = "forskning", _("Universitet eller høyskole")
    NAERINGSLIV = "naeringsliv", _("Næringsliv")
    FRIVILLIG = "frivillig", _("Frivillig organisasjon")
    ANNET = "annet", _("Annet")


class Forum(Innsendt):
    """A standing group the county meets in."""

    navn = models.CharField(_("navn"), max_length=120)
    formaal = models.CharField(_("formål"), max_length=500, blank=True, default="")
    slag = models.CharField(_("slag"), max_length=12, choices=Forumslag.choices)
    sekretariat = models.CharField(_("sekretariat"), max_length=120, blank=True, default="")
    hyppighet = models.CharField(_("hvor ofte"), max_length=80, blank=True, default="")
    nedlagt = models.DateField(_("nedlagt"), null=True, blank=True)

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("fora")
        constraints = [
            models.CheckConstraint(condition=Q(slag__in=Forumslag.values), name="samarbeid_forum_kjent_slag")
        ]

    def __str__(self) -> str:
        return self.navn


class Medlem(Innsendt):
    """A member in a period: an organisation that uses the system, or one by name; someone in their job."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="medlemmer", verbose_name=_("forum"))
    slag = models.CharField(_("slag"), max_length=20, choices=Medlemsslag.choices)
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("virksomhet"),
    )
    organisasjon = models.CharField(_("organisasjon"), max_length=120, blank=True, default="")
    person = models.CharField(_("kontaktperson"), max_length=100, blank=True, default="")
    stilling = models.CharField(_("stilling"), max_length=100, blank=True, default="")
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"), null=True, blank=True)

    class Meta:
        verbose_name = _("medlem")
        verbose_name_plural = _("medlemmer")
        constraints = [
            models.CheckConstraint(
                condition=Q(slag__in=Medlemsslag.values), name="samarbeid_medlem_kjent_slag"
            ),
            models.CheckConstraint(
                condition=Q(virksomhet__isnull=False, organisasjon="")
                | Q(virksomhet__isnull=True) & ~Q(organisasjon=""),
                name="samarbeid_medlem_er_noen",
            ),
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="samarbeid_medlem_til_etter_fra"
            ),
        ]

    def __str__(self) -> str:
        return str(self.virksomhet) if self.virksomhet_id else self.organisasjon


class Forummoete(models.Model):
    """A meeting of the forum: the meeting itself, its points and minutes are those of all meetings."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="moeter", verbose_name=_("forum"))
    moete = models.OneToOneField("moeter.Moete", models.PROTECT, related_name="+", verbose_name=_("møte"))

    class Meta:
        verbose_name = _("møte i forum")
        verbose_name_plural = _("møter i fora")

    def __str__(self) -> str:
        return str(self.pk)
