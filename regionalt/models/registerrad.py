"""What the rows of the regional registers share."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert


class Registerrad(Versjonert):
    """Base: named by a key in addresses, and by the form it came from, so that sent twice it is one."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
