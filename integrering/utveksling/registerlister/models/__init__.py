"""Lists, their rows, what each field came to, what was put right, and what the register's codes mean."""

from integrering.utveksling.registerlister.models.kodekobling import Kodekobling
from integrering.utveksling.registerlister.models.liste import Registerfil, Registerliste
from integrering.utveksling.registerlister.models.rad import Feltsammenligning, Registerrad
from integrering.utveksling.registerlister.models.rettelse import Rettelse

__all__ = ["Feltsammenligning", "Kodekobling", "Registerfil", "Registerliste", "Registerrad", "Rettelse"]
