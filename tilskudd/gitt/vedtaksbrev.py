"""What the letters say of this case, in the active language. `**` is bold, a blank line a paragraph."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.kroner import formater
from tilskudd.gitt.models import Soeknad, Utbetalingsregel, Utfall

if TYPE_CHECKING:
    from tilskudd.gitt.actions.vedtak import Vedtaksdata


def vedtaksteksten(s: Soeknad, d: Vedtaksdata) -> str:
    """Return outcome, reasons, conditions and what comes next."""
    er = {"tiltak": _rent(s.tittel), "soekt": formater(s.beloep or 0), "kr": formater(d.beloep)}
    utfall = {
        Utfall.INNVILGET: _("**Dere får %(kr)s til «%(tiltak)s».**"),
        Utfall.DELVIS: _("**Dere får %(kr)s til «%(tiltak)s».** Dere søkte om %(soekt)s."),
        Utfall.AVSLAG: _("**Dere får ikke tilskudd til «%(tiltak)s».** Dere søkte om %(soekt)s."),
        Utfall.AVVIST: _("**Søknaden om tilskudd til «%(tiltak)s» er avvist.** Den kan ikke behandles."),
    }[Utfall(d.utfall)] % er
    deler = [utfall, "**" + _("Begrunnelse") + "**", _rent(d.begrunnelse)]
    if d.vilkaar:
        deler += ["**" + _("Vilkår") + "**", _rent(d.vilkaar)]
    if d.beloep:
        deler.append(_videre(s))
    return "\n\n".join(deler)


def _videre(s: Soeknad) -> str:
    u = s.utlysning
    betales = {
        Utbetalingsregel.FOER: _("Tilskuddet betales til kontoen dere oppga."),
        Utbetalingsregel.DELT: _("%(del)s prosent betales nå, resten når rapporten er godkjent.")
        % {"del": u.foerste_del},
        Utbetalingsregel.ETTER: _("Tilskuddet betales når rapporten er godkjent."),
    }[Utbetalingsregel(u.utbetaling)]
    rapport = _("Send rapport og regnskap innen %(dato)s. Penger som ikke blir brukt, kreves tilbake.")
    return f"{betales} {rapport % {'dato': visning.dato(u.rapportfrist)}}"


def kravteksten(s: Soeknad, beloep: int, grunn: str, frist: date) -> str:
    """Return amount, reason and due date."""
    er = {"tiltak": _rent(s.tittel), "kr": formater(beloep), "frist": visning.dato(frist)}
    tekst = _("**Dere må betale tilbake %(kr)s av tilskuddet til «%(tiltak)s» innen %(frist)s.**") % er
    return "\n\n".join([tekst, "**" + _("Begrunnelse") + "**", _rent(grunn)])


def _rent(tekst: str) -> str:
    """Return what somebody wrote, without what would be read as bold."""
    return tekst.replace("**", "").strip()
