"""What waits, what the municipalities have been asked for, and what is expected."""

from tilskudd.utsikter.models.paa_vent import PaaVent, PaaVentKvartal
from tilskudd.utsikter.models.paaminnelse import Paaminnelse
from tilskudd.utsikter.models.prognose import Gruppe, Prognose

__all__ = ["Gruppe", "PaaVent", "PaaVentKvartal", "Paaminnelse", "Prognose"]
