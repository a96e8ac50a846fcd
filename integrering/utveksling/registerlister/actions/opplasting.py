"""Take a file in, and say which of its columns are ours. The columns are asked only once for each heading."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import start_jobb
from integrering.nir.actions.roller import krev_registrering
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.importering.actions import krev_stoerrelse
from integrering.utveksling.importering.les import Tabell, krev_plasser, krev_rader, les_tabell
from integrering.utveksling.importering.models import Kolonnekart
from integrering.utveksling.importering.rules import avtrykk, foreslaa
from integrering.utveksling.registerlister.actions.felles import krev_vaar
from integrering.utveksling.registerlister.kodeverk import Tilstand
from integrering.utveksling.registerlister.models import Registerfil, Registerliste
from integrering.utveksling.registerlister.rules.felt import DUF, ETTERNAVN, FORNAVN, Felt, Slag, kolonner

JOBB = "registerlister.sammenlign"
LEVETID = timedelta(days=365)
MAKS_RADER = 50_000
_EKSEMPLER, _VISES = 3, 60


@dataclass(frozen=True)
class Listedata:
    """What is said of a list when it is uploaded: which one, its day, and what it covers."""

    slag: Slag
    dato: date
    avsluttet_fra: date | None = None
    kommune_id: int | None = None
    spoer_om_kolonner: bool = False


@transaction.atomic
def last_opp(*, data: Listedata, innhold: bytes, innsending: UUID, av: Aktoer) -> Registerliste:
    """Keep a register's list. Sent twice (same `innsending`), it is the same list.

    When its columns are known (by our own headings, or those chosen last time), it is read at once.

    Raises:
        IkkeTilgang: the role may not register.
        Regelbrudd: the file is too large or cannot be read; its day has not come.
    """
    krev_registrering(av)
    krev_stoerrelse(len(innhold))
    if finnes := Registerliste.objects.filter(innsending=innsending).first():
        return finnes
    if data.dato > timezone.localdate():
        raise Regelbrudd({"dato": [_("Listen kan ikke være fra en dag som ikke har vært.")]})
    tabell = les_tabell(innhold, kjente=kolonner(data.slag))
    krev_rader(tabell)
    if len(tabell.rader) > MAKS_RADER:
        raise Regelbrudd(_("Listen har mer enn %(n)s rader. Del den i flere filer.") % {"n": MAKS_RADER})
    try:
        with transaction.atomic():
            liste = _ny_liste(data, innhold, tabell, innsending, av)
    except IntegrityError:  # the same form twice at the same time, or a key that is someone else's
        raise Regelbrudd(_("Filen ble ikke tatt imot. Last siden på nytt og prøv igjen.")) from None
    Registerfil.objects.create(liste=liste, innhold=innhold, eksempler=_eksempler(tabell))
    kjent = None if data.spoer_om_kolonner else _kjente_plasser(liste, av)
    if kjent is None:
        liste.plasser = foreslaa(tabell.overskrift, kolonner(data.slag))
        liste.save(update_fields=["plasser"])
        return liste
    _les(liste, kjent, av)
    return liste


def _ny_liste(data: Listedata, innhold: bytes, tabell: Tabell, innsending: UUID, av: Aktoer) -> Registerliste:
    return Registerliste.objects.create(
        innsending=innsending,
        slag=data.slag.value,
        dato=data.dato,
        avsluttet_fra=data.avsluttet_fra if data.slag is Slag.AVSLUTTEDE else None,
        kommune_id=av.virksomhet_id if av.er_kommune else data.kommune_id,
        virksomhet_id=av.virksomhet_id,
        fylkets=av.er_fylke,
        bruker_id=av.bruker_id,
        slettes=timezone.localdate() + LEVETID,
        sha256=hashlib.sha256(innhold).hexdigest(),
        stoerrelse=len(innhold),
        overskrifter=[o.strip() for o in tabell.overskrift],
    )


def _eksempler(tabell: Tabell) -> list[list[str]]:
    return [
        [rad.celler[i][:_VISES] for rad in tabell.rader[:_EKSEMPLER] if i < len(rad.celler)]
        for i in range(len(tabell.overskrift))
    ]


def kartslag(slag: Slag) -> str:
    """Return the kind under which the columns of a list are remembered."""
    return f"registerliste_{slag.value}"


def _kjente_plasser(liste: Registerliste, av: Aktoer) -> dict[str, int] | None:
    """Return the columns chosen last time for these headings, or those of headings that are all ours."""
    kjente = kolonner(Slag(liste.slag))
    kart = Kolonnekart.objects.filter(
        virksomhet_id=av.virksomhet_id, slag=kartslag(Slag(liste.slag)), avtrykk=avtrykk(liste.overskrifter)
    ).first()
    if kart:
        return {k: p for k, p in kart.plasser.items() if k in kjente}
    forslag = foreslaa(liste.overskrifter, kjente)
    alt_kjent = DUF in forslag and len(forslag) == sum(1 for o in liste.overskrifter if o)
    return forslag if alt_kjent else None


@transaction.atomic
def velg_kolonner(*, liste: Registerliste, plasser: Mapping[str, int], av: Aktoer) -> Registerliste:
    """Say what the columns are, remember it for the organisation, and read the list.

    Raises:
        IkkeTilgang: another organisation's list, or a role that may not register.
        Regelbrudd: no column for the number, one chosen twice, or the list is read already.
    """
    krev_vaar(liste, av)
    liste = Registerliste.objects.select_for_update().get(pk=liste.pk)
    if liste.tilstand != Tilstand.KOLONNER:
        raise Regelbrudd(_("Listen er alt lest."))
    krev_plasser(plasser, len(liste.overskrifter), kolonner(Slag(liste.slag)), (DUF,))
    if Felt.NAVN in plasser and {FORNAVN, ETTERNAVN} & set(plasser):
        raise Regelbrudd(_("Velg enten navnet i én kolonne, eller fornavn og etternavn hver for seg."))
    _husk(liste, liste.overskrifter, plasser, av)
    _les(liste, plasser, av)
    return liste


def _husk(liste: Registerliste, overskrifter: Sequence[str], plasser: Mapping[str, int], av: Aktoer) -> None:
    merke = avtrykk(overskrifter)
    Kolonnekart.objects.update_or_create(
        virksomhet_id=av.virksomhet_id,
        slag=kartslag(Slag(liste.slag)),
        avtrykk=merke,
        defaults={"plasser": dict(plasser), "endret_av_id": av.bruker_id, "endret": timezone.now()},
        create_defaults={
            "navn": f"{liste.get_slag_display()} {merke[:6]}",
            "overskrifter": list(overskrifter),
            "plasser": dict(plasser),
            "endret_av_id": av.bruker_id,
        },
    )


def _les(liste: Registerliste, plasser: Mapping[str, int], av: Aktoer) -> None:
    liste.plasser = dict(plasser)
    sett_i_gang(liste, av)


def sett_i_gang(liste: Registerliste, av: Aktoer) -> None:
    """Start the job that reads the list (when it is not read) and compares it. Raises Regelbrudd."""
    liste.tilstand = Tilstand.LESES
    liste.jobb = start_jobb(
        slag=JOBB,
        tittel=_("Sammenligner en registerliste"),
        parametre={"liste": liste.pk, "rolle": av.rolle.value},
        bruker_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        noekkel=f"{JOBB}:{liste.pk}",
        resultat_url=reverse("registerliste", args=[liste.noekkel]),
    )
    liste.save(update_fields=["plasser", "tilstand", "jobb"])
