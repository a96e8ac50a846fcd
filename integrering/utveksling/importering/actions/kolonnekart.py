"""Saved mappings of columns: made when someone chooses columns, changed and deleted on their own pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.importering.actions.importer import (
    kjente_kolonner,
    krev_import,
    paakrevde_kolonner,
)
from integrering.utveksling.importering.format import finn_format
from integrering.utveksling.importering.les import krev_plasser
from integrering.utveksling.importering.models import Kolonnekart
from integrering.utveksling.importering.rules import avtrykk


@transaction.atomic
def husk_kolonner(
    *, slag: str, navn: str, overskrifter: Sequence[str], plasser: Mapping[str, int], av: Aktoer
) -> Kolonnekart:
    """Save what the columns of files with these headings are: over what was saved for the same headings.

    Raises:
        IkkeTilgang: the role may not import this.
        Regelbrudd: another mapping has the name.
    """
    krev_import(finn_format(slag), av=av, historisk=False)
    mine = Kolonnekart.objects.filter(virksomhet_id=av.virksomhet_id, slag=slag)
    funnet = mine.filter(avtrykk=avtrykk(overskrifter)).first()
    felter = {"navn": _ledig(navn, mine, funnet), "plasser": dict(plasser)}
    if funnet:
        funnet.lagre_over(versjon=funnet.versjon, bruker_id=av.bruker_id, **felter)
        return funnet
    return Kolonnekart.objects.create(
        virksomhet_id=av.virksomhet_id,
        slag=slag,
        avtrykk=avtrykk(overskrifter),
        overskrifter=list(overskrifter),
        endret_av_id=av.bruker_id,
        **felter,
    )


def endre_kolonnekart(
    *, kart: Kolonnekart, versjon: int, navn: str, plasser: Mapping[str, int], av: Aktoer
) -> Kolonnekart:
    """Change the name or the columns of a mapping.

    Raises:
        IkkeTilgang: another organisation's, or a role that may not import this.
        Regelbrudd: a column is missing or chosen twice; another mapping has the name.
        Konflikt: somebody saved meanwhile.
    """
    _krev(kart, av)
    format_ = finn_format(kart.slag)
    krev_plasser(
        plasser,
        len(kart.overskrifter),
        kjente_kolonner(format_, historisk=True),
        paakrevde_kolonner(format_, historisk=False),
    )
    mine = Kolonnekart.objects.filter(virksomhet_id=av.virksomhet_id, slag=kart.slag)
    kart.lagre_over(
        versjon=versjon, bruker_id=av.bruker_id, navn=_ledig(navn, mine, kart), plasser=dict(plasser)
    )
    return kart


def slett_kolonnekart(*, kart: Kolonnekart, av: Aktoer) -> None:
    """Delete a mapping: the next file with its headings is asked about again. Raises IkkeTilgang."""
    _krev(kart, av)
    kart.delete()


def _krev(kart: Kolonnekart, av: Aktoer) -> None:
    krev_import(finn_format(kart.slag), av=av, historisk=False)
    if kart.virksomhet_id != av.virksomhet_id:
        raise IkkeTilgang(_("Kolonneoppsettet hører til en annen virksomhet."))


def _ledig(navn: str, mine: QuerySet[Kolonnekart], funnet: Kolonnekart | None) -> str:
    """Return the name, or raise Regelbrudd when another mapping has it."""
    andre = mine.filter(navn=navn)
    if funnet:
        andre = andre.exclude(pk=funnet.pk)
    if andre.exists():
        raise Regelbrudd({"navn": [_("Et annet kolonneoppsett heter det samme. Velg et annet navn.")]})
    return navn
