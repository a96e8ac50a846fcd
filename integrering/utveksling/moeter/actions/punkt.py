"""Points: agree on one, change it, finish it, carry it over. Each change recomputes its task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd, krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.actions.punkt import avslutt, gjenaapne
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.moeter.actions import felles
from integrering.utveksling.moeter.actions.felles import KILDE, krev_aapent, krev_eier
from integrering.utveksling.moeter.kodeverk import Moetetilstand
from integrering.utveksling.moeter.models import Moete, Moetepunkt, Punktplass
from integrering.utveksling.moeter.queries.punkter import aapne_i, ansvarlige_for, siste_moete


@dataclass(frozen=True)
class Punktdata:
    """What the form of a point gives: text, who does it (organisation, perhaps a user), due date."""

    tekst: str
    virksomhet_id: int
    bruker_id: int | None = None
    frist: date | None = None


@transaction.atomic
def nytt_punkt(*, moete: Moete, data: Punktdata, innsending: UUID, av: Aktoer) -> Moetepunkt:
    """Agree on a point. The same form sent twice gives the same point. Raises Regelbrudd, IkkeTilgang."""
    krev_eier(av, moete)
    krev_aapent(moete)
    kontroller(moete, data)
    try:
        with transaction.atomic():
            punkt = Moetepunkt.objects.create(
                moete=moete,
                innkaller_id=moete.eier_id,
                innsending=innsending,
                endret_av_id=av.bruker_id,
                **_felter(data),
            )
    except IntegrityError:
        # sent twice: the first one stands
        return Moetepunkt.objects.get(innsending=innsending)
    Punktplass.objects.create(moete=moete, punkt=punkt)
    oppdater_kilde(KILDE, [punkt.pk])
    return punkt


@transaction.atomic
def endre_punkt(*, punkt: Moetepunkt, versjon: int, data: Punktdata, av: Aktoer) -> None:
    """Change an open point, as the one who called the meeting. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev_innkaller(av, punkt)
    if not punkt.aapen:
        raise Regelbrudd(_("Punktet er avsluttet. Åpne det på nytt for å endre det."))
    kontroller(siste_moete(punkt), data, hadde_frist=punkt.frist)
    punkt.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **_felter(data))
    oppdater_kilde(KILDE, [punkt.pk])


@transaction.atomic
def avslutt_punkt(
    *, punkt: Moetepunkt, versjon: int, tilstand: Punkttilstand, grunn: str = "", av: Aktoer
) -> None:
    """Say that a point is done, or falls away with a reason: the one who called the meeting, or who does it.

    What is already so stays as it is. Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    krev_ansvar(av, punkt)
    krev_gyldig(felles.brudd_i_tekst(grunn=grunn))
    avslutt(punkt, versjon=versjon, tilstand=tilstand, grunn=grunn, bruker_id=av.bruker_id, kilde=KILDE)


@transaction.atomic
def gjenaapne_punkt(*, punkt: Moetepunkt, versjon: int, av: Aktoer) -> None:
    """Open a point again; an open one stays as it is. Raises Konflikt, IkkeTilgang."""
    krev_ansvar(av, punkt)
    gjenaapne(punkt, versjon=versjon, bruker_id=av.bruker_id, kilde=KILDE)


@transaction.atomic
def viderefoer(*, fra: Moete, til: Moete, av: Aktoer) -> int:
    """Carry the open points over to a planned meeting of one's own. Return how many; again: none.

    Raises Regelbrudd, IkkeTilgang.
    """
    krev_eier(av, fra)
    krev_eier(av, til)
    if til.tilstand != Moetetilstand.PLANLAGT:
        raise Regelbrudd(_("Punkter føres bare videre til et planlagt møte."))
    return flytt_aapne(fra=fra, til=til)


def flytt_aapne(*, fra: Moete, til: Moete) -> int:
    """Put the open points of one meeting in the other too; whose owner is not there must be there."""
    punkter = list(aapne_i(fra))
    virksomheter = {a.virksomhet_id for a in ansvarlige_for(til)}
    borte = next((p for p in punkter if p.eier_virksomhet_id not in virksomheter), None)
    if borte:
        tekst = _("%(navn)s har åpne punkter og må inviteres til neste møte.")
        raise Regelbrudd({"virksomheter": [tekst % {"navn": borte.eier_virksomhet}]})
    finnes = set(til.plasser.values_list("punkt_id", flat=True))
    nye = [p for p in punkter if p.pk not in finnes]
    Punktplass.objects.bulk_create(Punktplass(moete=til, punkt=p) for p in nye)
    return len(nye)


def kan_avslutte(av: Aktoer, punkt: Moetepunkt) -> bool:
    """Return True for those who called the meeting and those who have the point."""
    return av.har(*ARBEIDSROLLER) and (kan_endre(av, punkt) or punkt.eier_virksomhet_id == av.virksomhet_id)


def kan_endre(av: Aktoer, punkt: Moetepunkt) -> bool:
    """Return True for those who called the meeting."""
    return felles.er_innkaller(av) and punkt.innkaller_id == av.virksomhet_id


def krev_innkaller(av: Aktoer, punkt: Moetepunkt) -> None:
    """Raise IkkeTilgang unless `kan_endre`."""
    if not kan_endre(av, punkt):
        raise IkkeTilgang(_("Bare den som kalte inn til møtet, kan endre punktet."))


def krev_ansvar(av: Aktoer, punkt: Moetepunkt) -> None:
    """Raise IkkeTilgang unless `kan_avslutte`."""
    if not kan_avslutte(av, punkt):
        raise IkkeTilgang(_("Bare den ansvarlige eller den som kalte inn, kan avslutte punktet."))


def kontroller(moete: Moete, data: Punktdata, hadde_frist: date | None = None) -> None:
    """Raise Regelbrudd for what cannot be a point of the meeting; a deadline that has passed may stay."""
    brudd = {}
    kjente = {(a.virksomhet_id, a.bruker_id) for a in ansvarlige_for(moete)}
    if (data.virksomhet_id, data.bruker_id) not in kjente:
        brudd["ansvarlig"] = [_("Velg en ansvarlig som er med på møtet.")]
    if data.frist and data.frist < timezone.localdate() and data.frist != hadde_frist:
        brudd["frist"] = [_("Fristen kan ikke være passert. Skriv i dag eller en senere dag.")]
    krev_gyldig(brudd, felles.brudd_i_tekst(tekst=data.tekst))


def _felter(data: Punktdata) -> dict[str, object]:
    return {
        "tekst": data.tekst,
        "eier_virksomhet_id": data.virksomhet_id,
        "eier_bruker_id": data.bruker_id,
        "frist": data.frist,
    }
