"""Writers: profiles in, bytes out, the same bytes every time.

A new format is one value in `WRITERS`. A writer of scope `profile` is called
with a profile and its trace, one of scope `run` with all profiles of the run,
sorted by id. It returns the files by their path within the output folder, and
touches no disk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.writers import csv_tables, json_profile, xml_profile

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Writer:
    """One output format: its name, media type, scope, and the function that makes its files."""

    name: str
    media_type: str
    description: str
    scope: Literal["profile", "run"]
    write: Callable[..., Files]


WRITERS: tuple[Writer, ...] = (
    Writer(
        "json",
        "application/json",
        "The profile as JSON, canonical, and its trace.",
        "profile",
        json_profile.write,
    ),
    Writer(
        "xml",
        "application/xml",
        "The profile as XML, valid against the XSD.",
        "profile",
        xml_profile.write,
    ),
    Writer(
        "csv",
        "text/csv",
        "All profiles of the run as tables, with Frictionless and CSVW descriptions.",
        "run",
        csv_tables.write,
    ),
)
