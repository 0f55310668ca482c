"""Read an index of a manual from a spreadsheet: a row for each policy, a column for each fact."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from policybook.errors import PolicybookError
from policybook.importing.document import Label
from policybook.importing.labels import field_of

_MOST_ROWS = 20_000
_FILES = ("file", "file name", "filename", "document", "path", "link")


def read(data: bytes, suffix: str) -> list[tuple[Label, ...]]:
    """Return the rows, each as labels. Raises PolicybookError where no row of headings is found."""
    rows = list(_xlsx(data) if suffix == ".xlsx" else _csv(data, "\t" if suffix == ".tsv" else ""))
    for at, row in enumerate(rows[:10]):
        known = [field_of(cell) or cell.lower() in _FILES for cell in row]
        if sum(map(bool, known)) >= 2:
            return [
                tuple(Label(name, cell, "index") for name, cell in zip(row, later, strict=False) if name and cell)
                for later in rows[at + 1 :]
                if any(later)
            ]
    raise PolicybookError("It has no row of headings such as Code, Title and Adopted.")


def file_of(row: tuple[Label, ...]) -> str:
    """Return the file that a row names, or an empty text."""
    return next((label.value for label in row if label.name.lower() in _FILES), "")


def _csv(data: bytes, delimiter: str) -> Iterator[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if not delimiter:
        delimiter = max(",;\t", key=text.partition("\n")[0].count)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter)):
            if number > _MOST_ROWS:
                raise PolicybookError(f"It has more than {_MOST_ROWS} rows.")
            yield [" ".join(cell.split()) for cell in row]
    except csv.Error as error:
        raise PolicybookError("It can't be read as a table.") from error


def _xlsx(data: bytes) -> Iterator[list[str]]:
    try:
        import openpyxl
    except ImportError as error:
        raise PolicybookError("Spreadsheets need one more part: pip install 'policybook[import]'.") from error
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=True)):
            if number > _MOST_ROWS:
                break
            yield [_cell(value) for value in row]
    except Exception as error:  # whatever a broken workbook makes the library stumble over
        raise PolicybookError("It can't be read as a spreadsheet: it is damaged, or another kind of file.") from error


def _cell(value: Any) -> str:
    if isinstance(value, (datetime, date)):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else " ".join(str(value).split())
