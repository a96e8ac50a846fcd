"""Every change of the prevention work."""

from regionalt.forebygging.actions.katalog import lagre_raadgiver, lagre_tjeneste

__all__ = ["lagre_raadgiver", "lagre_tjeneste"]
