"""The tasks of grants given: the applicant's, the adviser's and the decider's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel
from tilskudd.gitt.actions.logg import KILDE
from tilskudd.gitt.models import Soeknad
from tilskudd.gitt.queries.saken import med_vedtak, til_vurdering
from tilskudd.gitt.roller import GODKJENNER, RAADGIVER, SOEKER
from tilskudd.gitt.rules.oppgaver import Gjoeremaal, Sak, gjoeremaal


def les(ider: Collection[int] | None) -> Iterator[tuple[Emne, Sak]]:
    """Yield the applications that are sent and not over (see `oppgaver.regelverk`)."""
    rader = med_vedtak(Soeknad.objects.select_related("utlysning")).filter(sendt__isnull=False)
    rader = rader.exclude(tilstand__in=["trukket", "avsluttet"])
    if ider is not None:
        rader = rader.filter(pk__in=ider)
    for s in rader.order_by("pk"):
        yield (
            Emne(
                id=s.pk,
                virksomhet_id=s.virksomhet_id,
                url=reverse("gitt:soeknad", args=[s.noekkel]),
                tekst=s.tittel,
            ),
            _sak(s),
        )


def _sak(s: Soeknad) -> Sak:
    # a case has a handful of reports and payments; what is sent and not over is some hundreds
    rapport = s.rapporter.order_by("-nummer").first()
    runde_vurdert = s.vurderinger.filter(habil=True, runde=s.vedtak.count() + 1).count()
    return Sak(
        tilstand=s.tilstand,
        utlysning_lukket=s.utlysning.frist is None or s.utlysning.tilstand != "utlyst",
        rapportfrist=s.utlysning.rapportfrist,
        komplett_frist=s.komplett_frist,
        til_vurdering=til_vurdering(s),
        vurdert=runde_vurdert,
        vedtatt=getattr(s, "vedtatt", 0),
        skal_rapportere=s.tilstand == "avgjort" and (rapport is None or rapport.godkjent is False),
        rapport=timezone.localdate(rapport.sendt) if rapport and rapport.godkjent is None else None,
        venter_godkjenning=s.utbetalinger.filter(godkjent__isnull=True, forkastet=False).exists(),
    )


def _finn(hva: Gjoeremaal) -> Callable[[Sak, date], Iterable[Forslag]]:
    def finn(sak: Sak, i_dag: date) -> Iterable[Forslag]:
        for funnet, frist in gjoeremaal(sak, i_dag):
            if funnet == hva:
                yield Forslag(frist=frist)

    return finn


_TEKSTER = {
    Gjoeremaal.KOMPLETTER: (
        _("Kompletter søknaden om tilskudd"),
        _("Det mangler noe for å behandle søknaden."),
    ),
    Gjoeremaal.RAPPORTER: (
        _("Send rapport og regnskap"),
        _("Dere har fått tilskudd og skal rapportere."),
    ),
    Gjoeremaal.VURDER: (
        _("Vurder søknaden om tilskudd"),
        _("To skal vurdere søknaden, hver for seg."),
    ),
    Gjoeremaal.VEDTA: (
        _("Avgjør søknaden om tilskudd"),
        _("To har vurdert søknaden. En tredje avgjør den."),
    ),
    Gjoeremaal.GODKJENN: (
        _("Godkjenn utbetaling av tilskudd"),
        _("En annen har registrert utbetalingen."),
    ),
    Gjoeremaal.KONTROLLER: (
        _("Kontroller rapporten om tilskudd"),
        _("Søkeren har sendt rapport og regnskap."),
    ),
    Gjoeremaal.ETTERLYS: (
        _("Rapport om tilskudd er ikke kommet"),
        _("Fristen for rapport og regnskap er ute."),
    ),
}
_HOS_SOEKEREN = (Gjoeremaal.KOMPLETTER, Gjoeremaal.RAPPORTER)
_HOS_GODKJENNEREN = (Gjoeremaal.VEDTA, Gjoeremaal.GODKJENN)


def _roller(hva: Gjoeremaal) -> tuple[str, ...]:
    if hva in _HOS_SOEKEREN:
        return SOEKER
    return GODKJENNER if hva in _HOS_GODKJENNEREN else RAADGIVER


def _regel(hva: Gjoeremaal) -> Oppgaveregel[Sak]:
    tittel, hvorfor = _TEKSTER[hva]
    return Oppgaveregel(
        kode=hva.value,
        tittel=tittel,
        hvorfor=hvorfor,
        handling=_("Åpne søknaden"),
        hjemmel=_("Vilkårene i utlysningen"),
        roller=frozenset(_roller(hva)),  # type: ignore[arg-type]
        finn=_finn(hva),
        for_fylket=hva not in _HOS_SOEKEREN,
        snart_dager=30 if hva is Gjoeremaal.RAPPORTER else 14,
    )


OPPGAVEKILDE: Oppgavekilde[Sak] = Oppgavekilde(
    navn=KILDE, les=les, regler=tuple(_regel(h) for h in Gjoeremaal)
)
