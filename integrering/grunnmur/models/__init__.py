"""What the ground floor stores: jobs, and the codes of all code lists."""

from integrering.grunnmur.models.jobb import EN_PER_NOEKKEL, LEVENDE, Jobb, Tilstand
from integrering.grunnmur.models.kode import Kode, Sikkerhet

__all__ = ["EN_PER_NOEKKEL", "LEVENDE", "Jobb", "Kode", "Sikkerhet", "Tilstand"]
