"""What the jobs do with a draft: try the import, or do it. In one transaction: done once, or not at all."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.utveksling.importering.actions.angre import angre_import
from integrering.utveksling.importering.actions.importer import (
    NY_VERSJON,
    UENDRET,
    Framdrift,
    Utfall,
    importer_fil,
    uten_framdrift,
)
from integrering.utveksling.importering.actions.utkast import toem_utkast
from integrering.utveksling.importering.models import (
    AAPNE,
    Angring,
    Import,
    Importutkast,
    Svarart,
    Svarfil,
    Utkastavvik,
    Utkastinnhold,
    Utkasttilstand,
)
from integrering.utveksling.importering.queries import aktoer_i_rolle
from integrering.utveksling.importering.svar import AVVIST, NY

# So many are shown in the preview; all of them are in the file of errors.
VISTE_AVVIK = 5000
SVAR_BEHOLDES = timedelta(days=7)
UTKAST_BEHOLDES = timedelta(days=30)
_FORBI_PROEVEN = (Utkasttilstand.PROEVD, Utkasttilstand.IMPORTERES, Utkasttilstand.FERDIG)


def gjoer_proeve(*, utkast_id: UUID, framdrift: Framdrift = uten_framdrift) -> dict[str, int]:
    """Try the import of a draft, and keep what would have become of it. Returns rows per outcome.

    Tried before, it is left as it is.

    Raises:
        Regelbrudd: the draft has moved on, the file cannot be used, or the role is gone.
    """
    with kontekst(motor_kontekst()):
        utkast = Importutkast.objects.select_for_update().get(pk=utkast_id)
        if utkast.tilstand in _FORBI_PROEVEN:
            return {}
        _krev_tilstand(utkast, Utkasttilstand.PROEVES)
        with _paa_brukerens_spraak(utkast.bruker_id):
            utfall = _les(utkast, framdrift, proev=True)
            _behold_avvik(utkast, utfall)
        utkast.tilstand = Utkasttilstand.PROEVD
        utkast.resultat = _antall(utfall) | {
            "rader": len(utfall.fil.rader),
            "avvik": len(utfall.avvik),
            "felt": _per_felt(utfall),
            "ukjente": len(utfall.fil.ukjente),
        }
        utkast.save(update_fields=["tilstand", "resultat"])
    return _antall(utfall)


def gjoer_import(*, utkast_id: UUID, framdrift: Framdrift = uten_framdrift) -> dict[str, int]:
    """Import a draft, keep the answers, and delete its file. Done before, it only says so.

    Raises:
        Regelbrudd: the draft has been closed, the file cannot be used, or the role is gone.
    """
    with kontekst(motor_kontekst()):
        # Locked to the end: a second worker waits here, and then finds it done.
        utkast = Importutkast.objects.select_for_update().get(pk=utkast_id)
        if utkast.tilstand == Utkasttilstand.FERDIG:
            return {}
        _krev_tilstand(utkast, Utkasttilstand.IMPORTERES)
        with _paa_brukerens_spraak(utkast.bruker_id):
            utfall = _les(utkast, framdrift, proev=False)
            _behold_svar(utkast, utfall)
        toem_utkast(utkast)
        utkast.tilstand, utkast.kvittering = Utkasttilstand.FERDIG, utfall.kvittering
        utkast.plasser, utkast.resultat = {}, {}
        utkast.save(update_fields=["tilstand", "kvittering", "plasser", "resultat"])
    return _antall(utfall)


def gjoer_angring(*, kvittering: UUID, bruker_id: int, virksomhet_id: int, rolle: str,
                  framdrift: Framdrift = uten_framdrift) -> Angring:  # fmt: skip
    """Undo an import as the user who asked for it. Raises Regelbrudd, IkkeTilgang."""
    with kontekst(motor_kontekst()):
        importen = Import.objects.get(noekkel=kvittering)
        av = aktoer_i_rolle(bruker_id, virksomhet_id, rolle)
        with _paa_brukerens_spraak(bruker_id):
            return angre_import(kvittering=importen, av=av, framdrift=framdrift)


def rydd() -> int:
    """Close drafts that are a day old, and delete answers that are a week old. Returns how many it was."""
    naa = timezone.now()
    with kontekst(motor_kontekst()):
        gamle = list(
            Importutkast.objects.select_for_update(skip_locked=True).filter(
                utloeper__lt=naa, tilstand__in=AAPNE
            )
        )
        for utkast in gamle:
            toem_utkast(utkast)
            Importutkast.objects.filter(pk=utkast.pk).update(tilstand=Utkasttilstand.LUKKET)
        Importutkast.objects.filter(utloeper__lt=naa - UTKAST_BEHOLDES).delete()
        svar, _per_modell = Svarfil.objects.filter(slettes__lt=naa).delete()
    return len(gamle) + svar


def _krev_tilstand(utkast: Importutkast, tilstand: Utkasttilstand) -> None:
    if utkast.tilstand != tilstand:
        raise Regelbrudd(_("Utkastet er lukket. Last opp filen på nytt."))


def _paa_brukerens_spraak(bruker_id: int) -> translation.override:
    return translation.override(Bruker.objects.values_list("maalform", flat=True).get(pk=bruker_id))


def _les(utkast: Importutkast, framdrift: Framdrift, *, proev: bool) -> Utfall:
    innhold = Utkastinnhold.objects.get(utkast=utkast)
    return importer_fil(
        slag=utkast.slag,
        innhold=bytes(innhold.fil),
        av=aktoer_i_rolle(utkast.bruker_id, utkast.virksomhet_id, utkast.rolle),
        historisk=utkast.historisk,
        plasser=utkast.plasser,
        ark=innhold.ark,
        proev=proev,
        framdrift=framdrift,
    )


def _antall(utfall: Utfall) -> dict[str, int]:
    return {
        "nye": utfall.antall[NY],
        "nye_versjoner": utfall.antall[NY_VERSJON],
        "uendrede": utfall.antall[UENDRET],
        "avviste": utfall.antall[AVVIST],
    }


def _per_felt(utfall: Utfall) -> dict[str, int]:
    """Return how much is wrong in each column, the worst first."""
    antall: dict[str, int] = {}
    for avvik in utfall.avvik:
        antall[avvik.felt] = antall.get(avvik.felt, 0) + 1
    return dict(sorted(antall.items(), key=lambda felt: -felt[1]))


def _behold_avvik(utkast: Importutkast, utfall: Utfall) -> None:
    Utkastavvik.objects.filter(utkast=utkast).delete()
    viste = sorted(utfall.avvik, key=lambda a: (a.merk, a.linje))[:VISTE_AVVIK]
    Utkastavvik.objects.bulk_create(
        (Utkastavvik(utkast=utkast, **a._asdict()) for a in sorted(viste)), batch_size=1000
    )
    feilfil = utfall.svarfil(bare_avviste=True)[1] if utfall.antall[AVVIST] else None
    Utkastinnhold.objects.filter(utkast=utkast).update(feilfil=feilfil)


def _behold_svar(utkast: Importutkast, utfall: Utfall) -> None:
    av: Aktoer = aktoer_i_rolle(utkast.bruker_id, utkast.virksomhet_id, utkast.rolle)
    arter = [Svarart.SVAR, *([Svarart.FEIL] if utfall.antall[AVVIST] else [])]
    for art in arter:
        endelse, innhold = utfall.svarfil(bare_avviste=art == Svarart.FEIL)
        Svarfil.objects.create(
            kvittering=utfall.kvittering,
            virksomhet_id=utkast.virksomhet_id,
            bruker_id=utkast.bruker_id,
            skjermede=av.skjermede,
            art=art,
            endelse=endelse,
            innhold=innhold,
            slettes=timezone.now() + SVAR_BEHOLDES,
        )
