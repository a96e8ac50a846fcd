"""What a kind of registration is: one declaration that forms, pages, history, files and the API read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Gruppe(StrEnum):
    """The page of a person that a kind stands on; the value is its name in addresses."""

    OVERSIKT = "oversikt"
    INTRO = "introduksjonsprogram"
    OPPLAERING = "opplaering"
    KOMPETANSE = "kompetanse"


GRUPPENAVN: dict[Gruppe, Promise] = {
    Gruppe.OVERSIKT: gettext_lazy("Oversikt"),
    Gruppe.INTRO: gettext_lazy("Introduksjonsprogram"),
    Gruppe.OPPLAERING: gettext_lazy("Norsk og samfunnskunnskap"),
    Gruppe.KOMPETANSE: gettext_lazy("Kompetanse"),
}


@dataclass(frozen=True, kw_only=True)
class Faktatype:
    """One kind of registration about a person.

    Attributes:
        slug: its name in addresses, files and the API.
        modell: a two-clock model with `person`.
        felter: the columns that carry the fact, in the order people read them.
        startfelt: the date it is sorted by, and the one a person's birth is compared with.
        navn: as inside a sentence, indefinite: «vedtak om norskopplæring».
        gruppe: the page it stands on.
        hjemmel: the paragraph that lets it be stored.
        faste: columns with one value for this kind, where several kinds share a table.
        unike: the columns that tell two registrations of the kind apart.
        fortid: dates that cannot lie ahead: what they tell has happened.
        kjent: the date the two-month deadline runs from (forskriften §§ 58, 59); empty: `startfelt`.
        i_tittelen: columns the heading of its card already tells.
        kan_annulleres: False where the person cannot be without it.
    """

    slug: str
    modell: type[Any]
    felter: tuple[str, ...]
    startfelt: str
    navn: Promise
    gruppe: Gruppe
    hjemmel: str
    faste: tuple[tuple[str, str], ...] = ()
    unike: tuple[str, ...] = ()
    fortid: tuple[str, ...] = ()
    kjent: str = ""
    i_tittelen: tuple[str, ...] = ()
    kan_annulleres: bool = True

    def __str__(self) -> str:
        return str(self.navn)

    @property
    def registrert(self) -> str:
        """The receipt: «Vedtak registrert»."""
        return _("%(hva)s registrert") % {"hva": capfirst(str(self.navn))}

    @property
    def kjentfelt(self) -> str:
        """The date the two-month deadline runs from."""
        return self.kjent or self.startfelt

    @property
    def rader(self) -> QuerySet[Any]:
        """All versions of the kind that the one who asks may see."""
        alle: QuerySet[Any] = self.modell._default_manager.filter(**dict(self.faste))
        return alle

    @property
    def gjeldende(self) -> QuerySet[Any]:
        """The versions of the kind that hold now."""
        return self.rader.filter(erstattet__isnull=True, annullert=False)

    def felt(self, navn: str) -> Any:
        """Return the column by name."""
        return self.modell._meta.get_field(navn)
