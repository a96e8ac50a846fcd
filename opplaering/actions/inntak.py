"""Take in a new pupil that a school has told of."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from opplaering.actions.skolegang import Skolegangdata, registrer_skolegang
from opplaering.actions.skolemelding import behandle
from opplaering.models import Skolegang, Skolemelding
from opplaering.queries.skolemeldinger import personen_i
from opplaering.roller import FYLKET


@transaction.atomic
def ta_inn_elev(*, melding: Skolemelding, maalgruppe: str, laereplan: str, av: Aktoer) -> Skolegang:
    """Register the period the school told of. The person must be in the register.

    Raises Regelbrudd, IkkeTilgang.
    """
    av.krev(*FYLKET)
    person = personen_i(melding)
    if person is None:
        raise Regelbrudd(_("Ingen du ser, har DUF-nummeret. Registrer personen først, eller svar skolen."))
    klasse = melding.klasse
    data = Skolegangdata(
        skole_id=melding.skole_id, klasse_id=melding.klasse_id, fra=melding.fra,
        tilbud_id=klasse.tilbud_id if klasse else None, timer_per_uke=melding.timer_per_uke,
        maalgruppe=maalgruppe, laereplan=laereplan,
    )  # fmt: skip
    behandle(melding, Skolemelding.Utfall.TATT_INN, av)
    return registrer_skolegang(person=person, data=data, av=av)
