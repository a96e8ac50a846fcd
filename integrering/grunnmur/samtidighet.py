"""Two people at the same thing: the second sees the first's change and loses nothing of their own."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.db import connection, models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.feil import Regelbrudd


class Konflikt(Regelbrudd):
    """Somebody else saved meanwhile. `naa` is the row as it stands now.

    The door answers 409 with `komponenter/konflikt.html`: who and when, their values beside one's own, and
    the form as it was typed, with the new version number, so that one may save over or take theirs.
    """

    def __init__(self, naa: Versjonert) -> None:
        super().__init__(_("Noen andre endret dette mens du skrev. Se over og lagre på nytt."))
        self.naa = naa


class Versjonert(models.Model):
    """A row that people edit: it counts its versions, and knows who saved last. Not for two-clock rows."""

    versjon = models.PositiveIntegerField(gettext_lazy("versjon"), default=1, editable=False)
    endret = models.DateTimeField(gettext_lazy("endret"), default=timezone.now, editable=False)
    endret_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=gettext_lazy("endret av"),
    )

    class Meta:
        abstract = True

    def lagre_over(self, *, versjon: int, bruker_id: int, **felter: Any) -> None:
        """Save `felter` if the row still is the version that was read; in one statement.

        Args:
            versjon: the version the form was made from (a hidden field in it).
            bruker_id: who saves.

        Raises:
            Konflikt: somebody saved meanwhile; nothing is changed.
        """
        rader = type(self)._default_manager.filter(pk=self.pk)
        endret = timezone.now()
        if not rader.filter(versjon=versjon).update(
            **felter, versjon=F("versjon") + 1, endret=endret, endret_av_id=bruker_id
        ):
            raise Konflikt(rader.select_related("endret_av").get())
        self.refresh_from_db()


def vent_paa_tur(hva: str, ider: Collection[int] | None) -> None:
    """Wait, to the end of the transaction, for those who compute the same about the same subjects.

    What is read after this holds what they wrote: the last to come sees it all. A list of numbers is locked
    one by one, so that others go on; a `range` or None waits for all, and all for it.

    Args:
        hva: the name of the computation.
    """
    with connection.cursor() as peker:
        if ider is None or isinstance(ider, range):
            peker.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [hva])
            return
        peker.execute("SELECT pg_advisory_xact_lock_shared(hashtext(%s))", [hva])
        peker.execute(
            "SELECT pg_advisory_xact_lock(hashtext(%s), (id %% 2147483647)::int)"
            " FROM (SELECT unnest(%s::bigint[]) AS id ORDER BY 1) emner",
            [hva, list(ider)],
        )
