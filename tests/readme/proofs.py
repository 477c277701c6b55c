"""What each format is proved by: the tests, and what they hold its files against."""

from __future__ import annotations

PROOFS: dict[str, tuple[str, str]] = {
    "json": ("tests/standards/test_validators.py", "jsonschema and jsonschema-rs; round trips"),
    "xml": ("tests/standards/test_validators.py", "libxml2 and xmlschema; round trips"),
    "csv": (
        "tests/standards/test_databases.py",
        "frictionless, csvw, PostgreSQL `COPY ... HEADER MATCH`, DuckDB, pandas, SQLite",
    ),
    "sqlite": ("tests/unit/writers/test_sqlite_database.py", "SQLite's own checks; round trip"),
    "markdown": ("tests/unit/writers/test_markdown_file.py", "a CommonMark parser, all texts"),
    "html": ("tests/e2e/test_web_page_in_a_browser.py", "Chromium, axe-core, all texts in order"),
    "xlsx": ("tests/unit/writers/test_workbooks.py", "openpyxl and LibreOffice, cell by cell"),
    "itslearning": (
        "tests/unit/writers/test_workbooks.py",
        "the documented sheet, rule by rule (its importer cannot be run); LibreOffice",
    ),
    "moodle": ("tests/unit/writers/test_moodle.py", "its importer's rules, node by node"),
    "canvas": ("tests/unit/writers/test_canvas.py", "its importer's rules, node by node"),
    "case": ("tests/standards/test_case.py", "1EdTech's schema in two validators, node by node"),
    "skos": ("tests/standards/test_skos.py", "the official shapes by pyshacl: no result at all"),
    "oeapi": ("tests/standards/test_oeapi.py", "the official description in two validators"),
}
