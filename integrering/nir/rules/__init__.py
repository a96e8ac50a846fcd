"""Rules about persons and registrations, pure: dates and numbers in, results out."""

from integrering.nir.rules.duf import DUF_VEKTER, duf_kontroll, duf_kontroll_ok

__all__ = ["DUF_VEKTER", "duf_kontroll", "duf_kontroll_ok"]
