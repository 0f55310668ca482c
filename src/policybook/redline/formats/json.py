"""Write a redline as JSON, as `schemas/published/redline.schema.json` describes it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from policybook.redline.operations import Ends, Op, Part, Redline, Unit
from policybook.redline.summary import entries, numbers
from policybook.text.i18n import ENGLISH, Say

Data = dict[str, Any]


def render(redline: Redline, ends: Ends, say: Say = ENGLISH) -> str:
    """Return the redline as JSON."""
    found = entries(redline, say)
    number = numbers(found)
    value = {
        "schema": 1,
        "kind": "redline",
        "policy": ends.code,
        "from": asdict(ends.old) if ends.old else None,
        "to": asdict(ends.new),
        "changes": [{"number": entry.number, "words": entry.words, "operations": list(entry.ops)} for entry in found],
        "operations": [_op(op, number.get(at)) for at, op in enumerate(redline.ops)],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _op(op: Op, number: int | None) -> Data:
    value: Data = {
        "change": op.change,
        "number": number,
        "old": _unit(op.old) if op.old else None,
        "new": _unit(op.new) if op.new else None,
        "label": _part(op.label),
        "heading": _part(op.heading),
        "text": _part(op.text),
        "table": [{"mark": row.mark, "cells": [_part(cell) for cell in row.cells]} for row in op.table],
    }
    if op.other:
        value["other"] = _unit(op.other)
    if op.relation:
        value["relation"] = {"kind": op.relation, "with": [_unit(unit) for unit in op.kin]}
    return value


def _unit(unit: Unit) -> Data:
    value: Data = {"at": unit.at, "kind": unit.kind, "depth": unit.depth, "level": unit.level}
    value.update((key, part) for key, part in (("id", unit.id), ("mark", unit.mark), ("was", unit.was)) if part)
    return value


def _part(part: Part) -> list[Data]:
    return [{"mark": run.mark, "text": run.text} for run in part]
