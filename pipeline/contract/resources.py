"""The schema files that ship with the program, of all versions: their names and their text."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pipeline.core.versions import ARTEFACTS, UNCLEAR, Artefact, VersionError, parsed

DICTIONARY = "README.md"

SCHEMAS = {artefact.name: artefact.file for artefact in ARTEFACTS}
"""The schema files of what is written, by what they describe."""

# What a run writes into its folder beside the formats: its report, at last, and until then a folder
# that tells what is published.
REPORT_FILE = "report.json"
UNFINISHED = ".unfinished"
# The format that all others are projections of, and its folder.
CANONICAL = "json"

CHECKOUT_FOLDER = Path(__file__).resolve().parents[2] / "schemas"


def unfinished_run(folder: Path) -> str:
    """What to say of a folder whose last run is not at its end."""
    return (
        f"a run into {folder} has not come to its end; let it go on, or give the same "
        "`bcp convert` again"
    )


def schema_text(name: str) -> str:
    """The text of a schema file: from the installed package, else from the checkout."""
    packaged = _packaged() / name
    source = packaged if packaged.is_file() else CHECKOUT_FOLDER / name
    return source.read_text(encoding="utf-8")


def _packaged() -> Traversable:
    return files("pipeline") / "schemas"


def released(artefact: Artefact) -> tuple[str, ...]:
    """The versions of an artefact of which the schema is there, in order."""
    folder = _packaged() if _packaged().is_dir() else CHECKOUT_FOLDER
    found = []
    for name in (entry.name for entry in folder.iterdir()):
        if name.startswith(f"{artefact.stem}-") and name.endswith(artefact.ending):
            version = name.removeprefix(f"{artefact.stem}-").removesuffix(artefact.ending)
            found.append(version)
    return tuple(sorted(found, key=parsed))


def all_schemas() -> list[str]:
    """The schema files of all versions, by artefact: stored files keep to any of them."""
    return [artefact.file_of(one) for artefact in ARTEFACTS for one in released(artefact)]


def released_after(artefact: Artefact, version: str) -> tuple[str, ...]:
    """Those of them that came after one."""
    return tuple(one for one in released(artefact) if parsed(one) > parsed(version))


@cache
def schema_version_for(artefact: Artefact, version: str) -> str:
    """The released version whose schema holds for files of a version that is read.

    It is that version, or where only its documentation was another one, the last one of the same
    two first numbers. Raises VersionError where none is there.
    """
    known = released(artefact)
    if version in known:
        return version
    alike = [one for one in known if parsed(one)[:2] == parsed(version)[:2]]
    if not alike:
        artefact.require_read(version)
        message = f"there is no version {version} of the {artefact.name}"
        raise VersionError(UNCLEAR, f"{message}; expected one of {', '.join(known)}")
    return alike[-1]
