"""The marked difference between two texts: exact, by provision and then by word, as one list of operations."""

from policybook.redline.between import between, of_units
from policybook.redline.origins import elsewhere
from policybook.redline.units import units
from policybook.redline.values import End, Ends, Op, Part, Redline, Row, Run, Unit, Untrue

__all__ = [
    "End",
    "Ends",
    "Op",
    "Part",
    "Redline",
    "Row",
    "Run",
    "Unit",
    "Untrue",
    "between",
    "elsewhere",
    "of_units",
    "units",
]
