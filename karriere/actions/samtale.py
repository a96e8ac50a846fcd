"""Sessions: agreed, moved, called off, and who came. Each keeps the case's next session true."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.grunnmur.kodelister import kan_velges
from integrering.grunnmur.samtidighet import vent_paa_tur
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from karriere.actions.felles import oppdater_oppgaver, skriv_hendelse
from karriere.actions.sak import paa_tur
from karriere.kodeverk import IKKE_TOLK, Oppmoete, Sakshendelsestype, Samtaleform, Samtaleslag
from karriere.models import Deltakelse, Oppleggsforslag, Sak, Samtale
from karriere.queries.saker import veiledere_ved
from karriere.queries.samtale import ledige_plasser, personens_andre, veilederens_andre
from karriere.queries.sentre import er_ved
from karriere.roller import VEILEDER
from karriere.rules.samtale import feil_i_tid, feil_i_tolk, uten_det_som_ikke_gjelder
from karriere.tekstvern import brudd_i_tekster

H = Sakshendelsestype


@dataclass(frozen=True)
class Samtaledata:
    """What the form gives. Times are instants; `tolk` and `tolkeform` are codes of the kodeverk."""

    senter_id: int
    veileder_id: int
    slag: str
    start: datetime
    slutt: datetime
    tolk: str
    form: str = Samtaleform.STED
    sted: str = ""
    videolenke: str = ""
    andre: str = ""
    tolkespraak: str = ""
    tolkeform: str = ""
    ikke_tolk_grunn: str = ""
    plasser: int = 1
    spraak: list[str] = field(default_factory=list)


@transaction.atomic
def ny_samtale(*, data: Samtaledata, saker: Collection[Sak], innsending: UUID, av: Aktoer) -> Samtale:
    """Agree on a session with these persons (a group may begin empty). Sent twice, it is one.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: another centre, a time that has been or is taken, an interpreter half told.
    """
    rader = paa_tur(saker, av)
    if finnes := Samtale.objects.filter(innsending=innsending).first():
        return finnes
    _krev(data, rader, av)
    felt = uten_det_som_ikke_gjelder(vars(data))
    samtale = Samtale.objects.create(innsending=innsending, endret_av_id=av.bruker_id, **felt)
    _gi_plass(samtale, rader, av)
    return samtale


@transaction.atomic
def endre_samtale(*, samtale: Samtale, data: Samtaledata, versjon: int, av: Aktoer) -> None:
    """Change anything but the time: place, who guides, interpreter, seats.

    Raises:
        IkkeTilgang, Regelbrudd: as `ny_samtale`; a session that is called off; fewer seats than are taken.
        Konflikt: somebody saved meanwhile.
    """
    rad = _laast(samtale, av)
    tatt = rad.plasser - ledige_plasser(rad)
    if rad.slag == Samtaleslag.GRUPPE and data.plasser < tatt:
        raise Regelbrudd({"plasser": [_("%(n)s plasser er tatt. Ta noen ut først.") % {"n": tatt}]})
    _krev(data, [], av, unntatt=rad, tid=False)
    felt = uten_det_som_ikke_gjelder(vars(data)) | {"start": rad.start, "slutt": rad.slutt, "slag": rad.slag}
    rad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, sekvens=rad.sekvens + 1, **felt)


@transaction.atomic
def flytt_samtale(
    *, samtale: Samtale, start: datetime, slutt: datetime, innsending: UUID, av: Aktoer
) -> Samtale:
    """Move a session to another time: the old one stands as moved, and everyone gets a place in the new.

    Sent twice, it is moved once.

    Raises:
        IkkeTilgang, Regelbrudd: as `ny_samtale`; a session that is called off, or where who came is noted.
    """
    rad = _krev_min(samtale, av)
    if finnes := Samtale.objects.filter(innsending=innsending).first():
        return finnes
    _krev_kan_endres(rad)
    plasser = list(rad.deltakelser.select_related("sak__person").filter(oppmoete=""))
    saker = _vent_paa_sakene([d.sak for d in plasser])
    felt = {navn: getattr(rad, navn) for navn in Samtaledata.__dataclass_fields__}
    data = Samtaledata(**felt | {"start": start, "slutt": slutt})
    _krev(data, saker, av, unntatt=rad)
    ny = Samtale.objects.create(innsending=innsending, endret_av_id=av.bruker_id, **vars(data))
    _avslutt(rad, plasser, Oppmoete.FLYTTET, av, flyttet_til=ny)
    _la_forslaget_foelge(rad, ny, av)
    Deltakelse.objects.bulk_create(Deltakelse(samtale=ny, sak=sak) for sak in saker)
    _skriv(saker, H.FLYTTET, av, ny)
    return ny


@transaction.atomic
def avlys_samtale(*, samtale: Samtale, tolk_avlyste: bool, av: Aktoer) -> None:
    """Call a session off. Again: no change.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: another centre's, or one where who came is noted.
    """
    av.krev(*VEILEDER)
    if samtale.avlyst is not None:
        return
    rad = _laast(samtale, av)
    plasser = list(rad.deltakelser.select_related("sak__person").filter(oppmoete=""))
    _avslutt(rad, plasser, Oppmoete.AVLYST, av, tolk_avlyst=tolk_avlyste)
    _skriv([d.sak for d in plasser], H.AVLYST, av, rad)


@transaction.atomic
def foer_oppmoete(
    *, samtale: Samtale, oppmoete: Mapping[int, str], tolk_avlyste: bool, versjon: int, av: Aktoer
) -> None:
    """Note who came: case → code. Noted again, the last counts.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: before the session begins; called off; somebody who has no place; no answer for someone.
        Konflikt: somebody saved meanwhile.
    """
    rad = _krev_min(samtale, av)
    if rad.avlyst is not None:
        raise Regelbrudd(_("Samtalen er avlyst."))
    if rad.start > timezone.now():
        raise Regelbrudd(_("Samtalen har ikke begynt. Avlys den eller flytt den i stedet."))
    plasser = {d.sak_id: d for d in _med_plass(rad)}
    kjente = {Oppmoete.MOETT, Oppmoete.IKKE_MOETT, Oppmoete.AVLYST}
    if set(oppmoete) != set(plasser) or not set(oppmoete.values()) <= kjente:
        raise Regelbrudd(_("Svar for hver av dem som hadde plass."))
    naa = timezone.now()
    rad.lagre_over(
        versjon=versjon, bruker_id=av.bruker_id, tolk_avlyst=tolk_avlyste,
        holdt=naa if Oppmoete.MOETT in oppmoete.values() else None,
    )  # fmt: skip
    hva = {Oppmoete.MOETT: H.MOETT, Oppmoete.IKKE_MOETT: H.IKKE_MOETT, Oppmoete.AVLYST: H.AVLYST}
    endret = [d for d in plasser.values() if d.oppmoete != oppmoete[d.sak_id]]
    for deltakelse in endret:
        deltakelse.oppmoete, deltakelse.foert = oppmoete[deltakelse.sak_id], naa
        deltakelse.foert_av_id = av.bruker_id
        skriv_hendelse(deltakelse.sak, hva[Oppmoete(deltakelse.oppmoete)], av, dag=_dag(rad))
    Deltakelse.objects.bulk_update(endret, ["oppmoete", "foert", "foert_av"])
    regn_neste_samtale([d.sak_id for d in endret])


@transaction.atomic
def legg_til_i_gruppe(*, samtale: Samtale, saker: Collection[Sak], av: Aktoer) -> int:
    """Give persons a place in a group; return how many. One who has a place already, keeps it.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: another centre's, no free place, somebody busy at the time.
    """
    rader = paa_tur(saker, av)
    rad = _laast(samtale, av)
    har = set(_med_plass(rad).values_list("sak", flat=True))
    nye = [sak for sak in rader if sak.pk not in har]
    if len(nye) > (ledige := ledige_plasser(rad)):
        raise Regelbrudd(_for_faa_plasser(ledige, len(nye)))
    _krev_personene_ledige(nye, rad.start, rad.slutt, rad.pk)
    _gi_plass(rad, nye, av)
    return len(nye)


@transaction.atomic
def ta_ut_av_gruppe(*, samtale: Samtale, sak: Sak, av: Aktoer) -> None:
    """Take a person out of a group before it is held. Again: no change. Raises as `legg_til_i_gruppe`."""
    rad = _laast(samtale, av)
    plasser = list(rad.deltakelser.select_related("sak__person").filter(sak=sak, oppmoete=""))
    _sett(plasser, Oppmoete.AVLYST, av)
    _skriv([d.sak for d in plasser], H.AVLYST, av, rad)


def regn_neste_samtale(sak_ider: Collection[int]) -> None:
    """Let the cases say when the next session is: the first to come, or one that has been and is not noted.

    As the jobs' role, in one statement; and the tasks follow.
    """
    with kontekst(motor_kontekst()), connection.cursor() as peker:
        peker.execute(
            """
            UPDATE karriere_sak s SET neste_samtale = n.start
            FROM unnest(%s::bigint[]) AS hvem (id)
            LEFT JOIN LATERAL (
                SELECT t.start FROM karriere_deltakelse d JOIN karriere_samtale t ON t.id = d.samtale_id
                WHERE d.sak_id = hvem.id AND d.oppmoete = '' AND t.avlyst IS NULL
                ORDER BY t.start < now(), abs(extract(epoch FROM t.start - now())) LIMIT 1
            ) n ON true
            WHERE s.id = hvem.id AND s.neste_samtale IS DISTINCT FROM n.start
            """,
            [list(sak_ider)],
        )
    oppdater_oppgaver(sak_ider)


# --- What is asked of a session ---


def _krev_min(samtale: Samtale, av: Aktoer) -> Samtale:
    """Return the session as it stands, locked. Raises for another centre's."""
    av.krev(*VEILEDER)
    _krev_senter(samtale.senter_id, av)
    return Samtale.objects.select_for_update().get(pk=samtale.pk)


def _laast(samtale: Samtale, av: Aktoer) -> Samtale:
    """Return a session that may still be changed."""
    rad = _krev_min(samtale, av)
    _krev_kan_endres(rad)
    return rad


def _krev_kan_endres(rad: Samtale) -> None:
    if rad.avlyst is not None:
        raise Regelbrudd(_("Samtalen er avlyst."))
    if rad.deltakelser.filter(oppmoete__in=[Oppmoete.MOETT, Oppmoete.IKKE_MOETT]).exists():
        raise Regelbrudd(_("Oppmøtet er ført, så samtalen kan ikke endres."))


def _vent_paa_sakene(saker: list[Sak]) -> list[Sak]:
    """Return the cases when nobody else agrees on, or moves, a session with the same persons.

    As the jobs' role: one who has moved is another centre's, and has a place here still.
    """
    with kontekst(motor_kontekst()):
        list(Sak.objects.select_for_update().filter(pk__in=[s.pk for s in saker]).order_by("pk"))
    return saker


def _for_faa_plasser(ledige: int, valgt: int) -> str:
    if not ledige:
        return _("Gruppen er full. Ta noen ut først, eller lag en ny gruppe.")
    melding = ngettext(
        "Det er %(ledige)s ledig plass, og du valgte %(n)s.",
        "Det er %(ledige)s ledige plasser, og du valgte %(n)s.",
        ledige,
    )
    return melding % {"ledige": ledige, "n": valgt}


def _krev_senter(senter_id: int, av: Aktoer) -> None:
    if not er_ved(senter_id, av):
        raise Regelbrudd(_("Samtalen hører til et annet karrieresenter."))


def _krev(
    data: Samtaledata, saker: Collection[Sak], av: Aktoer, *, unntatt: Samtale | None = None, tid: bool = True
) -> None:
    _krev_senter(data.senter_id, av)
    krev_gyldig(_brudd(data, tid=tid))
    vent_paa_tur("karriere_samtale", [data.veileder_id])
    unntatt_id = unntatt.pk if unntatt else None
    if opptatt := veilederens_andre(data.veileder_id, data.start, data.slutt, unntatt_id):
        raise Regelbrudd(
            {"veileder": [_("Veilederen har en annen samtale %(naar)s.") % {"naar": _tidsrom(opptatt)}]}
        )
    _krev_personene_ledige(saker, data.start, data.slutt, unntatt_id)


def _krev_personene_ledige(
    saker: Collection[Sak], start: datetime, slutt: datetime, unntatt_id: int | None
) -> None:
    if any(sak.takket_nei for sak in saker):
        raise Regelbrudd(_("Personen har takket nei. Angre det på saken før dere avtaler samtale."))
    if opptatt := personens_andre(saker, start, slutt, unntatt_id):
        ord_ = {"navn": opptatt.sak.person.navn, "naar": _tidsrom(opptatt.samtale)}
        raise Regelbrudd({"fra": [_("%(navn)s har en annen samtale %(naar)s.") % ord_]})


_TIDSFEIL: dict[str, tuple[str, Callable[[], str]]] = {
    "slutt": ("til", lambda: _("Samtalen må slutte etter at den begynner.")),
    "lengde": ("til", lambda: _("Samtalen kan ikke vare mer enn ti timer. Se på klokkeslettene.")),
    "fortid": ("dag", lambda: _("Tidspunktet har vært. Velg et som kommer.")),
}


def brudd_i_tid(start: datetime, slutt: datetime) -> dict[str, list[str]]:
    """Return what is wrong with a planned time, by the field to mend."""
    feil = feil_i_tid(start, slutt, timezone.now())
    if feil is None:
        return {}
    navn, melding = _TIDSFEIL[feil]
    return {navn: [melding()]}


def _brudd(data: Samtaledata, *, tid: bool) -> dict[str, list[str]]:
    felt = vars(data)
    brudd = brudd_i_tekster(**felt)
    if tid:
        brudd |= brudd_i_tid(data.start, data.slutt)
    brudd |= {navn: [_("Dette må stå når det er behov for tolk.")] for navn in feil_i_tolk(felt)}
    if data.ikke_tolk_grunn and not kan_velges(IKKE_TOLK, data.ikke_tolk_grunn):
        brudd["ikke_tolk_grunn"] = [_("Velg fra listen.")]
    if data.form == Samtaleform.VIDEO and not data.videolenke.startswith("https://"):
        brudd["videolenke"] = [_("Skriv lenken til videomøtet. Den begynner med https://.")]
    if data.form == Samtaleform.STED and not data.sted.strip():
        brudd["sted"] = [_("Skriv hvor dere møtes.")]
    if data.veileder_id not in veiledere_ved(data.senter_id, timezone.localdate()).values_list(
        "pk", flat=True
    ):
        brudd["veileder"] = [_("Velg en som arbeider ved karrieresenteret nå.")]
    return brudd


# --- What becomes of the places ---


def _med_plass(samtale: Samtale) -> Any:
    """Return the places that are not called off or moved away."""
    rader = samtale.deltakelser.select_related("sak__person")
    ute = rader.filter(oppmoete=Oppmoete.FLYTTET) | rader.filter(oppmoete=Oppmoete.AVLYST, foert__isnull=True)
    return rader.exclude(pk__in=ute.values("pk"))


def _gi_plass(samtale: Samtale, saker: Collection[Sak], av: Aktoer) -> None:
    Deltakelse.objects.bulk_create(Deltakelse(samtale=samtale, sak=sak) for sak in saker)
    _skriv(saker, H.AVTALT, av, samtale)


def _avslutt(
    samtale: Samtale, plasser: Collection[Deltakelse], hva: Oppmoete, av: Aktoer, **felt: Any
) -> None:
    """Call the session off, with what became of the places in it."""
    samtale.lagre_over(
        versjon=samtale.versjon, bruker_id=av.bruker_id, avlyst=timezone.now(), sekvens=samtale.sekvens + 1,
        **felt,
    )  # fmt: skip
    _sett(plasser, hva, av)


def _la_forslaget_foelge(rad: Samtale, ny: Samtale, av: Aktoer) -> None:
    """Let the proposal a group came of, lead to where it is now: so the municipality still sees it."""
    for forslag in Oppleggsforslag.objects.select_for_update().filter(samtale=rad):
        forslag.lagre_over(versjon=forslag.versjon, bruker_id=av.bruker_id, samtale=ny)


def _sett(plasser: Collection[Deltakelse], hva: Oppmoete, av: Aktoer) -> None:
    for plass in plasser:
        plass.oppmoete, plass.foert_av_id = hva, av.bruker_id
    Deltakelse.objects.bulk_update(plasser, ["oppmoete", "foert_av"])


def _skriv(saker: Collection[Sak], hva: H, av: Aktoer, samtale: Samtale) -> None:
    for sak in saker:
        skriv_hendelse(sak, hva, av, dag=_dag(samtale))
    regn_neste_samtale([sak.pk for sak in saker])


def _dag(samtale: Samtale) -> str:
    return visning.lokal_dato(samtale.start).isoformat()


def _tidsrom(samtale: Samtale) -> str:
    return _("%(naar)s til %(slutt)s") % {
        "naar": visning.tidspunkt(samtale.start),
        "slutt": f"{timezone.localtime(samtale.slutt):%H.%M}",
    }
