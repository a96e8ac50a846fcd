"""What a person is found by: one row for each word of the name."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Soekeord(models.Model):
    """A word of a person's name as the search compares it; kept by trigger (see `sql/soekeord.sql`).

    C collation: the prefix of a word is a range of the index, by operators that are leakproof.
    """

    pk = models.CompositePrimaryKey("ord", "person")
    # no constraint: only the trigger writes here, no person is ever deleted, and each row would cost time
    person = models.ForeignKey(
        "nir.Person",
        models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="soekeord",
        verbose_name=_("person"),
    )
    ord = models.TextField(_("ord"), db_collation="C")

    class Meta:
        verbose_name = _("søkeord")
        verbose_name_plural = _("søkeord")

    def __str__(self) -> str:
        return self.ord
