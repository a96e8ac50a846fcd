"""Who took part, in numbers, and the methods others can use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from tilskudd.soekt.actions.felles import krev, laast, lagre, mangler, uten_nummer
from tilskudd.soekt.models import Metode, Resultat, Soeknad, Tilstand
from tilskudd.soekt.roller import SKRIVER

_T = Tilstand


@dataclass(frozen=True)
class Metodedata:
    """What the form of a method gives."""

    tittel: str
    beskrivelse: str
    passer_for: str = ""


def lagre_resultater(
    *, soeknad: Soeknad, versjon: int, tall: Mapping[tuple[str, str], tuple[int, int]], av: Aktoer
) -> None:
    """Make the counts be these: (level, sex) → (participants, completed).

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    for deltakere, fullfoert in tall.values():
        if fullfoert > deltakere:
            raise Regelbrudd(_("Flere kan ikke ha fullført enn de som deltok."))
    with laast(soeknad, av, SKRIVER, _T.INNVILGET, _T.I_GANG) as denne:
        lagre(denne, versjon, av)
        denne.resultater.all().delete()
        Resultat.objects.bulk_create(
            Resultat(soeknad=denne, nivaa=nivaa, kjoenn=kjoenn, deltakere=deltakere, fullfoert=fullfoert)
            for (nivaa, kjoenn), (deltakere, fullfoert) in tall.items()
            if deltakere
        )


def lagre_metode(
    *, soeknad: Soeknad, data: Metodedata, av: Aktoer, metode: Metode | None = None, versjon: int = 0
) -> Metode:
    """Write down a method, or change one. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev(
        uten_nummer(**asdict(data)),
        mangler(_("Skriv hva metoden heter."), tittel=data.tittel),
        mangler(_("Skriv hvordan det gjøres."), beskrivelse=data.beskrivelse),
    )
    with laast(soeknad, av, SKRIVER, _T.INNVILGET, _T.I_GANG, _T.RAPPORTERT) as denne:
        if metode is not None:
            metode.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **asdict(data))
            return metode
        return Metode.objects.create(soeknad=denne, endret_av_id=av.bruker_id, **asdict(data))
