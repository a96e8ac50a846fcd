"""Tables: imports and their files, figures, and judgements."""

from regionalt.kunnskap.models.tall import Tall, Tallfil, Tallimport
from regionalt.kunnskap.models.vurdering import Vurdering

__all__ = ["Tall", "Tallfil", "Tallimport", "Vurdering"]
