"""The first administrator."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang import queries
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Rolletildeling
from integrering.tilgang.roller import Rolle


def opprett_foerste_administrator(*, brukernavn: str, passord: str) -> Bruker:
    """Make the administrator of a new installation, who makes all other users. Nobody is asked who they are.

    Raises:
        Regelbrudd: there is an administrator, the name is taken or no name, or the password is too weak.
    """
    with kontekst(motor_kontekst()), connection.cursor() as peker:
        peker.execute("SELECT pg_advisory_xact_lock(hashtext('tilgang.foerste_administrator'))")
        if queries.administratorer().exists():
            raise Regelbrudd(
                _("Det finnes alt en administrator. Nye brukere lages på administrasjonssidene.")
            )
        bruker = Bruker(username=brukernavn, is_staff=True)
        bruker.set_password(passord)
        try:
            bruker.full_clean()
        except ValidationError as feil:
            raise Regelbrudd(feil.message_dict) from feil
        try:
            validate_password(passord, bruker)
        except ValidationError as feil:
            raise Regelbrudd({"password": feil.messages}) from feil
        bruker.save()
        Rolletildeling.objects.create(
            bruker=bruker,
            virksomhet=queries.vaart_fylke(),
            rolle=Rolle.ADMINISTRATOR,
            fra=timezone.localdate(),
        )
        return bruker
