"""Reads one tab-separated table of schema/ and fails with file and line; shared by the generators."""

import sys


def fail(path, line, message):
    sys.exit(f"{path}:{line}: {message}")


def read_table(path, columns):
    """Rows as dictionaries, with their line number under '#'. The header must name exactly `columns`."""
    rows = []
    with open(path, encoding="utf-8") as file:
        for number, text in enumerate(file, start=1):
            cells = text.rstrip("\n").split("\t")
            if number == 1:
                if cells != columns:
                    fail(path, 1, f"the header must be: {' '.join(columns)}")
                continue
            if len(cells) != len(columns):
                fail(path, number, f"{len(cells)} cells where the header names {len(columns)}")
            if any(cell != cell.strip() for cell in cells):
                fail(path, number, "a cell begins or ends with white space")
            rows.append({"#": number, **dict(zip(columns, cells))})
    return rows
