"""Who may do what with rates, books and statements. Pages and actions ask the same."""

from __future__ import annotations

from integrering.tilgang.roller import Rolle

SATSVEDTAR = (Rolle.TILSKUDDSGODKJENNER, Rolle.TILSKUDDSRAADGIVER, Rolle.ADMINISTRATOR)
BOKKONTROLLERER = (Rolle.TILSKUDDSRAADGIVER, Rolle.TILSKUDDSGODKJENNER, Rolle.ADMINISTRATOR)
OPPGAVESENDER = (Rolle.TILSKUDDSRAADGIVER, Rolle.TILSKUDDSGODKJENNER)
