"""The supervision pack: what the county shows the statsforvalter of §§ 11 and 30 (integreringsloven § 48)."""
