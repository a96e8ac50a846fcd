"""What the rows of the regional work share."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert


class Innsendt(Versjonert):
    """A row that comes from a form: named by a key that says nothing; sent twice it is one row."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
