"""Career guidance for newly arrived refugees, before the programme is decided (integreringsloven § 11)."""
