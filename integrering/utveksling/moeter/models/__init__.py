"""Meetings, their points, and fixed weekly slots, one noun a file."""

from integrering.utveksling.moeter.models.abonnement import Kalenderabonnement
from integrering.utveksling.moeter.models.fast_tid import FastDeltaker, FastTid, FastUnntak
from integrering.utveksling.moeter.models.moete import (
    Deltaker,
    Moete,
    Moetekommune,
    Moeteperson,
    Moetevedlegg,
    Referatrettelse,
)
from integrering.utveksling.moeter.models.punkt import Moetepunkt, Punktplass

__all__ = [
    "Deltaker",
    "FastDeltaker",
    "FastTid",
    "FastUnntak",
    "Kalenderabonnement",
    "Moete",
    "Moetekommune",
    "Moeteperson",
    "Moetepunkt",
    "Moetevedlegg",
    "Punktplass",
    "Referatrettelse",
]
