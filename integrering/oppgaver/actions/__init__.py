"""Every change to the queue."""

from integrering.oppgaver.actions.utregning import oppdater_kilde, personer_endret, regn_ut_i_bakgrunnen

__all__ = ["oppdater_kilde", "personer_endret", "regn_ut_i_bakgrunnen"]
