"""Send: from draft to message, once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kan_velges
from integrering.grunnmur.personnummer import har_nummer, har_siffer_i_tittel
from integrering.grunnmur.samtidighet import Konflikt
from integrering.nir.models import Person
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.meldinger.actions.saksnummer import neste_saksnummer
from integrering.utveksling.meldinger.actions.utkast import Innhold, fjern_raden, laas_noekkel, skjermet_tekst
from integrering.utveksling.meldinger.kodeverk import EMNE
from integrering.utveksling.meldinger.models import (
    Deltaker,
    Melding,
    Meldingsvedlegg,
    Mottak,
    Samtale,
    Utkast,
)
from integrering.utveksling.meldinger.queries import adressater
from integrering.utveksling.meldinger.rules.adressater import Hinder, har_personen
from integrering.utveksling.meldinger.rules.oppfoelging import KVITTERINGSFRIST_DAGER
from integrering.utveksling.vedlegg import actions as vedleggsactions
from integrering.utveksling.vedlegg.models import Vedlegg

KILDE = "meldinger"
KILDE_AVSENDER = "meldinger_sendt"


@transaction.atomic
def send(*, noekkel: UUID, versjon: int, av: Aktoer) -> Melding:
    """Send the draft with this key. Once: sent before, the same message is returned.

    Args:
        versjon: the version of the draft that was checked before sending.

    Raises:
        Konflikt: a colleague has changed the draft since it was checked.
        Regelbrudd: it is not complete, the draft is gone, or a recipient may not have it.
        IkkeTilgang: a role without messages.
    """
    av.krev(*ARBEIDSROLLER)
    laas_noekkel(noekkel)
    sendt = Melding.objects.filter(idempotens=noekkel, virksomhet_id=av.virksomhet_id).first()
    if sendt is not None:
        return sendt
    utkast = (
        Utkast.objects.select_related("samtale", "endret_av")
        .filter(noekkel=noekkel, virksomhet_id=av.virksomhet_id)
        .first()
    )
    if utkast is None:
        raise Regelbrudd(_("Utkastet finnes ikke lenger."))
    if utkast.versjon != versjon:
        raise Konflikt(utkast)
    mottakere = kontroller(utkast=utkast, av=av)
    samtale = utkast.samtale or _ny_samtale(utkast, mottakere, av)
    melding = _ny_melding(utkast, samtale, mottakere, av)
    fjern_raden(utkast, av)
    meld_endret(list(melding.mottak.values_list("pk", flat=True)))
    return melding


def meld_endret(mottak_ider: list[int]) -> None:
    """Let the tasks of recipients and senders be computed again."""
    oppdater_kilde(KILDE, mottak_ider)
    oppdater_kilde(KILDE_AVSENDER, mottak_ider)


def hindre_for_sending(
    *, innhold: Innhold, av: Aktoer, person: Person | None, samtale: Samtale | None
) -> Regelbrudd:
    """Return what `kontroller` would raise of something that is not saved; empty when nothing hinders."""
    utkast = Utkast(samtale=samtale, person_id=person.pk if person else None, **innhold.felter())
    try:
        kontroller(utkast=utkast, av=av)
    except Regelbrudd as brudd:
        return brudd
    return Regelbrudd({})


def kontroller(*, utkast: Utkast, av: Aktoer) -> list[Virksomhet]:
    """Return who will get the draft. Raises Regelbrudd with everything that is missing or not allowed."""
    brudd: dict[str, list[str]] = {}
    if not utkast.tekst.strip():
        brudd["tekst"] = [_("Skriv en melding.")]
    if har_nummer(utkast.tekst):
        brudd["tekst"] = [_("Ta ut fødselsnummer og DUF-nummer. Knytt heller personen til meldingen.")]
    if har_siffer_i_tittel(utkast.tittel):
        brudd["tittel"] = [_("Ikke skriv fødselsdato eller nummer på personer i tittelen.")]
    i_dag = timezone.localdate()
    if utkast.krever_kvittering and utkast.kvitteringsfrist and utkast.kvitteringsfrist < i_dag:
        brudd["kvitteringsfrist"] = [_("Fristen for kvittering kan ikke være passert.")]
    person = Person.objects.filter(pk=utkast.person_id).first() if utkast.person_id else None
    if utkast.person_id and (person is None or person.skjermet):
        raise Regelbrudd(
            skjermet_tekst() if person else _("Dere har ikke lenger personen meldingen gjelder.")
        )
    if utkast.samtale is not None:
        mottakere = _i_samtalen(utkast.samtale, person, av, brudd)
    else:
        mottakere = _nye(utkast, person, av, brudd)
    if brudd:
        raise Regelbrudd(brudd)
    return mottakere


def _i_samtalen(
    samtale: Samtale, person: Person | None, av: Aktoer, brudd: dict[str, list[str]]
) -> list[Virksomhet]:
    """Return the others of a thread: all of them get what is said in it, or nothing is said."""
    andre = [
        d.virksomhet for d in samtale.deltakere.select_related("virksomhet").order_by("virksomhet__navn")
    ]
    andre = [v for v in andre if v.pk != av.virksomhet_id]
    om = adressater.om_person(person)
    if om is not None:
        fylke = {v.pk for v in andre if v.type == "fylkeskommune"} or {av.virksomhet_id}
        uten = [v.navn for v in andre if not har_personen(adressater.part(v), min(fylke), om)]
        if uten:
            brudd[""] = [
                _("%(hvem)s har ikke lenger personen. Start en ny samtale med dem som har.")
                % {"hvem": ", ".join(uten)}
            ]
    return andre


def _nye(utkast: Utkast, person: Person | None, av: Aktoer, brudd: dict[str, list[str]]) -> list[Virksomhet]:
    mottakere = list(Virksomhet.objects.filter(pk__in=utkast.mottakere, aktiv=True).order_by("navn"))
    if not mottakere:
        brudd["mottakere"] = [_("Velg minst én mottaker.")]
    if not utkast.emne:
        brudd["emne"] = [_("Velg emne.")]
    elif not kan_velges(EMNE, utkast.emne):
        brudd["emne"] = [_("Emnet er ikke i bruk lenger. Velg et annet emne.")]
    for virksomhet, hva in adressater.hindre(av=av, mottakere=mottakere, person=person):
        brudd.setdefault("mottakere", []).append(_hinder(virksomhet, hva))
    return mottakere


def _hinder(virksomhet: Virksomhet, hva: Hinder) -> str:
    navn = {"navn": virksomhet.navn}
    if hva is Hinder.IKKE_PERSONEN:
        return _("%(navn)s har ikke personen. Skriv uten å knytte meldingen til personen.") % navn
    return _("Dere kan ikke skrive til %(navn)s.") % navn


def _ny_samtale(utkast: Utkast, mottakere: Sequence[Virksomhet], av: Aktoer) -> Samtale:
    samtale = Samtale.objects.create(
        saksnummer=neste_saksnummer(bruker_id=av.bruker_id), emne=utkast.emne, tittel=utkast.tittel,
        person_id=utkast.person_id, referanse=utkast.referanse, virksomhet_id=av.virksomhet_id,
        opprettet_av_id=av.bruker_id,
    )  # fmt: skip
    for virksomhet_id in (av.virksomhet_id, *(v.pk for v in mottakere)):
        Deltaker.objects.create(samtale=samtale, virksomhet_id=virksomhet_id)
    return samtale


def _ny_melding(utkast: Utkast, samtale: Samtale, mottakere: Sequence[Virksomhet], av: Aktoer) -> Melding:
    frist = utkast.kvitteringsfrist or timezone.localdate() + timedelta(days=KVITTERINGSFRIST_DAGER)
    melding = Melding.objects.create(
        samtale=samtale, tekst=utkast.tekst.strip(), virksomhet_id=av.virksomhet_id, avsender_id=av.bruker_id,
        idempotens=utkast.noekkel, krever_kvittering=utkast.krever_kvittering,
        kvitteringsfrist=frist if utkast.krever_kvittering else None,
    )  # fmt: skip
    vedlegg = list(Vedlegg.objects.filter(pk__in=utkast.vedlegg.values("vedlegg_id")).order_by("pk"))
    for fil in vedlegg:
        Meldingsvedlegg.objects.create(melding=melding, vedlegg=fil, virksomhet_id=av.virksomhet_id)
    vedleggsactions.laas(vedlegg=vedlegg, av=av)
    Mottak.objects.bulk_create(
        Mottak(melding=melding, samtale=samtale, virksomhet=v, sendt=melding.sendt) for v in mottakere
    )
    return melding
