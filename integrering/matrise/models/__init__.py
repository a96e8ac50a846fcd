"""Who registers what, frozen snapshots, and what was decided about them."""

from integrering.matrise.models.ansvar import Ansvar
from integrering.matrise.models.bilde import Bildelinje, Bildeperson, Oeyeblikksbilde
from integrering.matrise.models.vedtakspunkt import Vedtakspunkt, Vedtaksvedlegg

__all__ = [
    "Ansvar",
    "Bildelinje",
    "Bildeperson",
    "Oeyeblikksbilde",
    "Vedtakspunkt",
    "Vedtaksvedlegg",
]
