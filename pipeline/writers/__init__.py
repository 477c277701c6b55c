"""Writers: profiles in, bytes out, the same bytes every time.

A new format is one value in `WRITERS`. A writer of scope `profile` is called with an `Edition` (a
profile, its trace, its tree of statements), one of scope `run` with those of all profiles of the
run, sorted by id. It returns the files by their path within the output folder, and touches no disk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

from pipeline.core.versions import PROFILE, XML

Files = Mapping[str, bytes]
EXTRA = "bcp-pipeline[exports]"


@dataclass(frozen=True, slots=True)
class Writer:
    """One output format: name, media type, scope, and the module that makes its files.

    `contract` names what its files keep to and by which version, `drops` what of a profile they
    do not hold (empty: nothing), `needs` the package that must be installed, by module.
    """

    name: str
    media_type: str
    description: str
    scope: Literal["profile", "run"]
    module: str
    contract: str
    drops: str = ""
    needs: str = ""

    @property
    def is_available(self) -> bool:
        """Whether the package that it needs is installed."""
        return not self.needs or find_spec(self.needs) is not None

    def load(self) -> Callable[..., Files]:
        """The function that makes its files; the others' modules need not be loaded for it."""
        write: Callable[..., Files] = import_module(f"pipeline.writers.{self.module}").write
        return write

    def write(self, given: Any) -> Files:
        """The files of an edition, or of those of a run."""
        return self.load()(given)


_NOT_A_STATEMENT = (
    "all but statements (roles, core tasks, and what stands below them or beside them): no trends, "
    "NLQF prose, sources, competency matrix, consequences of error"
)
_NOT_READ = "codes and parsed forms of texts that are shown: dimensions, years, bodies, dates"

WRITERS: tuple[Writer, ...] = (
    Writer(
        "json",
        "application/json",
        "The profile as JSON, canonical, and its trace.",
        "profile",
        "json_profile",
        f"schemas/{PROFILE.file}",
    ),
    Writer(
        "xml",
        "application/xml",
        "The profile as XML, valid against the XSD.",
        "profile",
        "xml_profile",
        f"schemas/{XML.file}",
    ),
    Writer(
        "csv",
        "text/csv",
        "All profiles of the run as tables, with Frictionless and CSVW descriptions.",
        "run",
        "csv_tables",
        "Data Package 2.0, CSVW, RFC 4180",
    ),
    Writer(
        "sqlite",
        "application/vnd.sqlite3",
        "All profiles of the run as one database, with keys and a full-text index.",
        "run",
        "sqlite_database",
        "SQLite 3, FTS5",
    ),
    Writer(
        "markdown",
        "text/markdown",
        "The profile to read, as Markdown.",
        "profile",
        "markdown",
        "CommonMark 0.31",
        f"{_NOT_READ}; headings below the sixth level are lines in bold",
    ),
    Writer(
        "html",
        "text/html",
        "The profile to read and to print, as a web page of one file.",
        "profile",
        "web_page",
        "HTML 5, WCAG 2.2 AA",
        _NOT_READ,
    ),
    Writer(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "The profile as an Excel workbook for people: to read, to filter, to print.",
        "profile",
        "spreadsheet",
        "Office Open XML (ECMA-376)",
        needs="xlsxwriter",
    ),
    Writer(
        "itslearning",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Learning objectives for itslearning, as its import sheet.",
        "profile",
        "itslearning",
        "itslearning objectives import (support article 7000030664)",
        _NOT_A_STATEMENT,
        needs="xlsxwriter",
    ),
    Writer(
        "moodle",
        "text/csv",
        "A competency framework for Moodle.",
        "profile",
        "moodle",
        "Moodle tool_lpimportcsv (4.2), 14 columns",
        _NOT_A_STATEMENT,
    ),
    Writer(
        "canvas",
        "text/csv",
        "Outcomes for Canvas.",
        "profile",
        "canvas",
        "Canvas outcomes CSV",
        _NOT_A_STATEMENT,
    ),
    Writer(
        "case",
        "application/json",
        "A competency framework as a 1EdTech CASE package.",
        "profile",
        "case",
        "1EdTech CASE 1.1 (CFPackage)",
        _NOT_A_STATEMENT,
    ),
    Writer(
        "skos",
        "text/turtle",
        "Linked data as Turtle and JSON-LD.",
        "profile",
        "skos",
        "SKOS in NL-SBB (Geonovum)",
        "all but statements and sources: no trends, NLQF prose, competency matrix, consequences of "
        "error",
        needs="rdflib",
    ),
    Writer(
        "oeapi",
        "application/json",
        "Learning outcomes of the Open Education API.",
        "profile",
        "oeapi",
        "OEAPI v6 (LearningOutcome)",
        _NOT_A_STATEMENT,
    ),
)
