"""The schema files that ship with the program: their names and their text."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from pipeline.contract.records import REPORT_VERSION
from pipeline.profile.model import SCHEMA_VERSION

PROFILE_SCHEMA = f"bcp-profile-{SCHEMA_VERSION}.schema.json"
TRACE_SCHEMA = f"bcp-trace-{SCHEMA_VERSION}.schema.json"
REPORT_SCHEMA = f"bcp-report-{REPORT_VERSION}.schema.json"
COMPARISON_SCHEMA = f"bcp-comparison-{SCHEMA_VERSION}.schema.json"
PROFILE_XSD = f"bcp-profile-{SCHEMA_VERSION}.xsd"
TABLES = f"bcp-tables-{SCHEMA_VERSION}.json"
DICTIONARY = "README.md"

SCHEMAS = {
    "profile": PROFILE_SCHEMA,
    "xml": PROFILE_XSD,
    "tables": TABLES,
    "trace": TRACE_SCHEMA,
    "report": REPORT_SCHEMA,
    "comparison": COMPARISON_SCHEMA,
}
"""The schema files by what they describe."""

# What a run writes into its folder beside the formats: its report, at last, and until then a folder
# that tells what is published.
REPORT_FILE = "report.json"
UNFINISHED = ".unfinished"

CHECKOUT_FOLDER = Path(__file__).resolve().parents[2] / "schemas"


def schema_text(name: str) -> str:
    """The text of a schema file: from the installed package, else from the checkout."""
    packaged = files("pipeline") / "schemas" / name
    source = packaged if packaged.is_file() else CHECKOUT_FOLDER / name
    return source.read_text(encoding="utf-8")
