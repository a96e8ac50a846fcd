"""Who acts, and for whom. Every action takes one; every door makes one from its user."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang
from integrering.tilgang.roller import DBROLLE, FYLKETS_DBROLLER, DbRolle, Rolle


@dataclass(frozen=True)
class Aktoer:
    """A user in one role for one organisation."""

    bruker_id: int
    navn: str
    virksomhet_id: int
    virksomhet_navn: str
    rolle: Rolle
    rollenavn: str
    skjermede: bool = False
    kan_bytte: bool = False

    @property
    def dbrolle(self) -> DbRolle:
        """The database role that decides what this one sees."""
        return DBROLLE[self.rolle]

    @property
    def er_fylke(self) -> bool:
        """True for those who represent the county."""
        return self.dbrolle in FYLKETS_DBROLLER

    @property
    def er_kommune(self) -> bool:
        """True for those who represent a municipality."""
        return self.dbrolle in (DbRolle.ENHET, DbRolle.OPPLAERING)

    def har(self, *roller: Rolle) -> bool:
        """Return True when the role is one of these."""
        return self.rolle in roller

    def krev(self, *roller: Rolle) -> None:
        """Raise IkkeTilgang unless the role is one of these."""
        if self.rolle not in roller:
            raise IkkeTilgang(_("Rollen din kan ikke gjøre dette."))
