"""Training in Norwegian and social studies within upper secondary education (integreringsloven § 30)."""
