"""List the words that carry a rule's meaning: negations, modal verbs, scope, order and numbers, in English and Spanish."""

from __future__ import annotations

_NEGATION = "no not nor none never neither cannot without unless except excluding exempt"
_MODAL = "shall must may might will would should can could ought need needs required permitted prohibited optional"
_SCOPE = "and or only all any each every either both some most more less least fewer"
_ORDER = "before after until within under above below if when while always sometimes"
_SPANISH = (
    "ni nunca sin salvo excepto debe deben deberá deberán puede pueden podrá podrán y o solo sólo todo todos toda todas cada "
    "antes después hasta"
)
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million first second third "
    "fourth fifth sixth seventh eighth ninth tenth half quarter once twice dozen daily weekly monthly annually yearly quarterly"
)
_SPANISH_NUMBERS = "dos tres cuatro cinco seis siete ocho nueve diez doce quince veinte treinta cien mil primera primero segundo tercero"

MEANING = frozenset(" ".join((_NEGATION, _MODAL, _SCOPE, _ORDER, _SPANISH)).split())
"""Negations, modal verbs and words of scope and order."""
NUMBERS = frozenset(" ".join((_NUMBERS, _SPANISH_NUMBERS)).split())
"""Numbers in words, and how often."""
