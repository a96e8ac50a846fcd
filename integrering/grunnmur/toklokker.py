"""Rows with two clocks: when a fact holds, and when the system knew it.

Valid time is the row's own dates. Transaction time is `[registrert, erstattet)`, set by the database. A
correction closes a version and opens the next with a reason; nothing is overwritten or deleted. The database
holds it (see `sql/toklokker.sql`): only `erstattet` may ever change, and only once.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.sql import les_sql


class ToKlokkerQuerySet(models.QuerySet[Any]):
    """The two ways to read."""

    def gjeldende(self) -> Self:
        """Return the versions that hold now."""
        return self.filter(erstattet__isnull=True, annullert=False)

    def slik_det_var(self, instant: datetime) -> Self:
        """Return the versions that the system held to be true at the instant."""
        return self.filter(
            models.Q(erstattet__isnull=True) | models.Q(erstattet__gt=instant),
            registrert__lte=instant,
            annullert=False,
        )


class ToKlokker(models.Model):
    """Base of every registration."""

    registrering_id = models.UUIDField(
        _("registrering"), editable=False, help_text=_("Binder sammen versjonene av samme registrering.")
    )
    registrert = models.DateTimeField(_("registrert"), db_default=Now(), editable=False)
    erstattet = models.DateTimeField(_("erstattet"), null=True, blank=True, editable=False)
    annullert = models.BooleanField(
        _("annullert"),
        default=False,
        help_text=_("Versjonen sier at registreringen var feil og ikke gjelder."),
    )
    aarsak = models.CharField(_("årsak til rettelsen"), max_length=300, blank=True, default="")
    registrert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        db_index=False,  # nobody looks facts up by who registered them; each index costs a large import
        verbose_name=_("registrert av"),
        related_name="+",
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, verbose_name=_("registrert for"), related_name="+"
    )
    noekkel = models.CharField(
        _("avsenderens nøkkel"), max_length=100, blank=True, default="", editable=False
    )

    objects = ToKlokkerQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                # NULL counts as a value, so there is one open version; the index also finds the versions.
                fields=["registrering_id", "erstattet"],
                nulls_distinct=False,
                name="%(app_label)s_%(class)s_en_gjeldende",
            ),
            models.CheckConstraint(
                condition=models.Q(erstattet__isnull=True) | models.Q(erstattet__gte=models.F("registrert")),
                name="%(app_label)s_%(class)s_erstattet_etter_registrert",
            ),
            models.UniqueConstraint(
                fields=["virksomhet", "noekkel"],
                condition=models.Q(erstattet__isnull=True) & ~models.Q(noekkel=""),
                name="%(app_label)s_%(class)s_en_per_noekkel",
            ),
        ]


def toklokker_operasjoner(tabell: str) -> list[migrations.RunSQL]:
    """Return the migration steps that let the database hold the two clocks of a table."""
    return [
        migrations.RunSQL(
            f"""
            CREATE TRIGGER a_registrert BEFORE INSERT ON {tabell}
                FOR EACH ROW EXECUTE FUNCTION toklokker_registrert();
            CREATE TRIGGER b_kun_erstattet BEFORE UPDATE ON {tabell}
                FOR EACH ROW EXECUTE FUNCTION toklokker_kun_erstattet();
            CREATE TRIGGER c_aldri_slettet BEFORE DELETE ON {tabell}
                FOR EACH ROW EXECUTE FUNCTION toklokker_aldri_slettet();
            CREATE TRIGGER d_aldri_toemt BEFORE TRUNCATE ON {tabell}
                FOR EACH STATEMENT EXECUTE FUNCTION toklokker_aldri_slettet();
            CREATE TRIGGER d_kjede AFTER INSERT ON {tabell} REFERENCING NEW TABLE AS nye
                FOR EACH STATEMENT EXECUTE FUNCTION toklokker_kjede();
            CREATE CONSTRAINT TRIGGER d_har_neste AFTER UPDATE ON {tabell} DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION toklokker_har_neste();
            """,
            reverse_sql=migrations.RunSQL.noop,
        )
    ]


def toklokker_funksjoner() -> migrations.RunSQL:
    """Return the migration step that creates the trigger functions, once per database."""
    return migrations.RunSQL(les_sql("integrering.grunnmur", "toklokker"), reverse_sql=migrations.RunSQL.noop)
