"""Compare two texts exactly, by provision and then by word."""

from policybook.redline.build import between, of_units
from policybook.redline.operations import End, Ends, Op, Part, Redline, Row, Run, Unit, Untrue
from policybook.redline.origins import Elsewhere, elsewhere
from policybook.redline.segments import units

__all__ = [
    "Elsewhere",
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
