"""A file on its way in, step by step: uploaded, columns chosen, tried, imported. Each step happens once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.jobber import avbryt_jobb, start_jobb
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.importering.actions.importer import (
    kjente_kolonner,
    krev_import,
    krev_stoerrelse,
    paakrevde_kolonner,
)
from integrering.utveksling.importering.actions.kolonnekart import husk_kolonner
from integrering.utveksling.importering.format import finn_format
from integrering.utveksling.importering.les import Tabell, krev_plasser, krev_rader, les_tabell
from integrering.utveksling.importering.models import (
    Importutkast,
    Kolonnekart,
    Utkastavvik,
    Utkastinnhold,
    Utkasttilstand,
)
from integrering.utveksling.importering.rules import avtrykk, foreslaa, normaliser

PROEV, IMPORTER = "utveksling.proev", "utveksling.importer"
LEVETID = timedelta(hours=24)
EKSEMPLER = 3
_VISES = 60  # characters of an example


def last_opp(
    *, slag: str, innhold: bytes, noekkel: UUID, av: Aktoer, historisk: bool = False
) -> Importutkast:
    """Keep a file that is to be imported. Sent twice (same `noekkel`), it is the same draft.

    When its headings are ours, or a saved mapping knows them, it is tried at once.

    Raises:
        IkkeTilgang: the role may not import this.
        Regelbrudd: the file is too large, or cannot be read.
    """
    format_ = finn_format(slag)
    krev_import(format_, av=av, historisk=historisk)
    krev_stoerrelse(len(innhold))
    if finnes := Importutkast.objects.filter(noekkel=noekkel).first():
        return finnes
    historisk = historisk and format_.historisk
    tabell = les_tabell(innhold, kjente=kjente_kolonner(format_, historisk=historisk))
    if len(tabell.arknavn) < 2:  # of several sheets another one may be meant
        krev_rader(tabell)
    try:
        with transaction.atomic():
            utkast = Importutkast.objects.create(
                noekkel=noekkel,
                slag=slag,
                bruker_id=av.bruker_id,
                virksomhet_id=av.virksomhet_id,
                rolle=av.rolle.value,
                historisk=historisk,
                utloeper=timezone.now() + LEVETID,
                stoerrelse=len(innhold),
            )
    except IntegrityError:
        # The same form, sent twice at the same time; or a key that is someone else's.
        return _mitt(noekkel)
    Utkastinnhold.objects.create(utkast=utkast, fil=innhold, **_beskriv(tabell))
    _bruk_kjente_kolonner(utkast, tabell, av)
    return utkast


def _mitt(noekkel: UUID) -> Importutkast:
    utkast = Importutkast.objects.filter(noekkel=noekkel).first()
    if utkast is None:
        raise Regelbrudd(_("Filen ble ikke tatt imot. Last siden på nytt og prøv igjen."))
    return utkast


def _beskriv(tabell: Tabell) -> dict[str, Any]:
    """Return what a draft keeps of a table beside the file: the headings, and some values under each."""
    return {
        "endelse": tabell.endelse,
        "ark": tabell.ark,
        "arknavn": tabell.arknavn,
        "overskrifter": [o.strip() for o in tabell.overskrift],
        "eksempler": [
            [rad.celler[i][:_VISES] for rad in tabell.rader[:EKSEMPLER] if i < len(rad.celler)]
            for i in range(len(tabell.overskrift))
        ],
    }


def _bruk_kjente_kolonner(utkast: Importutkast, tabell: Tabell, av: Aktoer) -> None:
    """Go on with what is known about these headings; else only suggest."""
    format_ = finn_format(utkast.slag)
    kjente = kjente_kolonner(format_, historisk=utkast.historisk)
    paakrevde = paakrevde_kolonner(format_, historisk=utkast.historisk)
    navn = [normaliser(o) for o in tabell.overskrift]
    forslag = foreslaa(tabell.overskrift, kjente)
    med_navn = {k: navn.index(k) for k in kjente if navn.count(k) == 1}
    if set(forslag) - set(med_navn):  # one that may stand there under another name is asked about
        med_navn = {}
    kart = Kolonnekart.objects.filter(
        virksomhet_id=av.virksomhet_id, slag=utkast.slag, avtrykk=avtrykk(tabell.overskrift)
    ).first()
    husket: dict[str, int] = {k: p for k, p in kart.plasser.items() if k in kjente} if kart else {}
    for plasser in (husket, med_navn):
        if set(paakrevde) <= set(plasser):
            utkast.plasser = plasser
            utkast.save(update_fields=["plasser"])
            _start_proeve(utkast, av)
            return
    utkast.plasser = forslag | husket
    utkast.save(update_fields=["plasser"])


def velg_ark(*, utkast: Importutkast, ark: str, av: Aktoer) -> Importutkast:
    """Read another sheet of the spreadsheet. Raises IkkeTilgang, Regelbrudd."""
    _krev(utkast, av)
    _krev_i_ro(utkast)
    format_ = finn_format(utkast.slag)
    innhold = Utkastinnhold.objects.get(utkast=utkast)
    tabell = les_tabell(
        bytes(innhold.fil), kjente=kjente_kolonner(format_, historisk=utkast.historisk), ark=ark
    )
    Utkastinnhold.objects.filter(utkast=utkast).update(**_beskriv(tabell))
    _flytt(utkast, Utkasttilstand.KOLONNER, plasser={})
    _bruk_kjente_kolonner(utkast, tabell, av)
    return utkast


def velg_kolonner(*, utkast: Importutkast, plasser: Mapping[str, int], navn: str, av: Aktoer) -> Importutkast:
    """Say what the columns are, remember it under the name (unless it is empty), and try the import.

    Raises:
        IkkeTilgang: someone else's draft.
        Regelbrudd: a column is missing or chosen twice; the name is taken; the draft is closed or at work.
    """
    _krev(utkast, av)
    _krev_i_ro(utkast)
    format_ = finn_format(utkast.slag)
    overskrifter: list[str] = Utkastinnhold.objects.values_list("overskrifter", flat=True).get(utkast=utkast)
    krev_plasser(
        plasser,
        len(overskrifter),
        kjente_kolonner(format_, historisk=utkast.historisk),
        paakrevde_kolonner(format_, historisk=utkast.historisk),
    )
    if navn:
        husk_kolonner(slag=utkast.slag, navn=navn, overskrifter=overskrifter, plasser=plasser, av=av)
    _flytt(utkast, Utkasttilstand.KOLONNER, plasser=dict(plasser))
    _start_proeve(utkast, av)
    return utkast


def proev_utkast(*, utkast: Importutkast, av: Aktoer) -> Importutkast:
    """Try again, after a try that failed or was stopped. Raises IkkeTilgang, Regelbrudd."""
    _krev(utkast, av)
    if not (utkast.jobb and utkast.jobb.lever):
        _krev_i_ro(utkast)
        _start_proeve(utkast, av)
    return utkast


def bekreft_utkast(*, utkast: Importutkast, av: Aktoer) -> Importutkast:
    """Import what was tried. A second time, while it is under way or done, nothing happens.

    Raises:
        IkkeTilgang: someone else's draft.
        Regelbrudd: the draft is closed, or has not been tried.
    """
    _krev(utkast, av)
    # The job is read after the lock: joined, it would be the one from before we waited.
    laast = Importutkast.objects.select_for_update().get(pk=utkast.pk)
    if laast.tilstand == Utkasttilstand.FERDIG or _er_i_gang(laast, Utkasttilstand.IMPORTERES):
        return laast
    if laast.tilstand not in (Utkasttilstand.PROEVD, Utkasttilstand.IMPORTERES):
        raise Regelbrudd(_("Filen må kontrolleres før den kan importeres."))
    _start(laast, IMPORTER, _("Importerer %(slag)s"), Utkasttilstand.IMPORTERES, av)
    return laast


def avbryt_utkast(*, utkast: Importutkast, av: Aktoer) -> None:
    """Stop the work that is under way; nothing of it is kept. Raises IkkeTilgang."""
    _krev(utkast, av)
    if utkast.jobb:
        avbryt_jobb(jobb=utkast.jobb)


def slett_utkast(*, utkast: Importutkast, av: Aktoer) -> None:
    """Close a draft and delete its file. Raises IkkeTilgang, Regelbrudd (while it is at work)."""
    _krev(utkast, av)
    _krev_i_ro(utkast)
    # As the jobs: users' roles delete nothing.
    with kontekst(motor_kontekst(av.bruker_id)):
        toem_utkast(utkast)
        _flytt(utkast, Utkasttilstand.LUKKET)


def toem_utkast(utkast: Importutkast) -> None:
    """Delete the file of a draft and what was found in it."""
    Utkastavvik.objects.filter(utkast=utkast).delete()
    Utkastinnhold.objects.filter(utkast=utkast).delete()


def _krev(utkast: Importutkast, av: Aktoer) -> None:
    krev_import(finn_format(utkast.slag), av=av, historisk=utkast.historisk)
    if (utkast.bruker_id, utkast.virksomhet_id) != (av.bruker_id, av.virksomhet_id):
        raise IkkeTilgang(_("Bare den som lastet opp filen, kan importere den."))


def _krev_i_ro(utkast: Importutkast) -> None:
    """Raise Regelbrudd for a draft that is done, closed, or at work."""
    if not utkast.er_aapent:
        raise Regelbrudd(_("Utkastet er lukket. Last opp filen på nytt."))
    if utkast.jobb and utkast.jobb.lever:
        raise Regelbrudd(_("Filen er under arbeid. Vent til den er ferdig, eller avbryt."))


def _er_i_gang(utkast: Importutkast, tilstand: Utkasttilstand) -> bool:
    return utkast.tilstand == tilstand and utkast.jobb is not None and utkast.jobb.lever


def _start_proeve(utkast: Importutkast, av: Aktoer) -> None:
    _start(utkast, PROEV, _("Kontrollerer %(slag)s"), Utkasttilstand.PROEVES, av)


def _start(utkast: Importutkast, jobbslag: str, tittel: str, tilstand: Utkasttilstand, av: Aktoer) -> None:
    jobb = start_jobb(
        slag=jobbslag,
        tittel=tittel % {"slag": str(finn_format(utkast.slag).tittel).lower()},
        parametre={"utkast": str(utkast.pk)},
        bruker_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        noekkel=f"{jobbslag}:{utkast.pk}",
        resultat_url=reverse("import_utkast", args=[utkast.pk]),
    )
    _flytt(utkast, tilstand, jobb=jobb)


def _flytt(utkast: Importutkast, tilstand: Utkasttilstand, **felt: Any) -> None:
    utkast.tilstand = tilstand
    for navn, verdi in felt.items():
        setattr(utkast, navn, verdi)
    utkast.save(update_fields=["tilstand", *felt])
