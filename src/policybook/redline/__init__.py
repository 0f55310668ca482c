"""The marked difference between two texts: exact, by provision and then by word, as one list of operations."""

from policybook.redline.between import between, of_units
from policybook.redline.units import units
from policybook.redline.values import Op, Part, Redline, Row, Run, Unit, Untrue

__all__ = ["Op", "Part", "Redline", "Row", "Run", "Unit", "Untrue", "between", "of_units", "units"]
