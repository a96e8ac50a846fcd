"""Every change of the regional work."""

from regionalt.actions.kontakt import avslutt_kontakt, sett_kontakt

__all__ = ["avslutt_kontakt", "sett_kontakt"]
