"""The trace file and the report of a run as plain frozen values, documented like the model.

The schemas of `<id>.trace.json` and `report.json` are derived from these
classes; `record_to_plain` gives the JSON values that they describe. Here a
required field may be `None`: it is then written as null.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal

from pipeline.core.diagnostics import Diagnostic, Place, Severity
from pipeline.core.versions import REPORT
from pipeline.profile.model import (
    PROFILE_ID_PATTERN,
    Profile,
    Source,
    described,
)
from pipeline.profile.trace import Ledger, Trace, TraceEntry

SHA256_PATTERN = r"^[0-9a-f]{64}$"
POINTER_PATTERN = r"^(/[^/]+)+$"
FINDING_CODE_PATTERN = r"^BCP\d{3}$"
KEPT_WHY = (
    "superseded", "gone", "unseen", "unreadable", "failed", "pending", "format", "edited",
    "blocked", "exported",
)  # fmt: skip
EXAMPLE_SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPlace:
    """Plaats in tekst: a stretch of a text file."""

    line: int = described("Regel", "First line, counted from 1.", 12, required=True, minimum=1)
    column: int | None = described("Kolom", "First column, counted from 1.", 5, minimum=1)
    end_line: int | None = described("Eindregel", "Last line.", 12, minimum=1)
    end_column: int | None = described("Eindkolom", "The column after the last one.", 48, minimum=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlace:
    """Plaats op een pagina: a box on a page of a paged document."""

    page: int = described("Pagina", "The page, counted from 1.", 4, required=True, minimum=1)
    box: tuple[float, float, float, float] | None = described(
        "Kader", "Left, top, right and bottom in points, origin top left.", 72.0, 90.5, 310.2, 104.0
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPlace:
    """Plaats in een pakket: an element of a part of a packaged document."""

    part: str = described("Onderdeel", "The part.", "word/document.xml", required=True)
    path: str | None = described("Pad", "The element within the part.", "/body/tbl[2]/tr[3]/tc[2]")


PlaceRecord = TextPlace | PagePlace | PartPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceLeaf:
    """Herkomst van een waarde: the history of one value of the profile."""

    places: tuple[PlaceRecord, ...] = described(
        "Plaatsen", "Where the value stood, in reading order.", required=True
    )
    raw: str = described(
        "Ruwe tekst",
        "The text as it stood, line ends kept.",
        "Bestuur Waterraad op\n25 maart '26",
        required=True,
    )
    label: str | None = described("Label", "The label as found.", "Legitimering door:")
    steps: tuple[str, ...] = described(
        "Stappen", "What was done to the text, in order.", "joined", "date", required=True
    )
    derived: Literal[True] | None = described(
        "Afgeleid", "Present where the value is a conclusion, not a reading.", True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceFile:
    """Herkomst van een profiel: where each value of a profile stood and how it was read."""

    profile: str = described(
        "Profiel",
        "Identifier of the profile.",
        "havenmeester-v3",
        required=True,
        pattern=PROFILE_ID_PATTERN,
    )
    source: Source = described("Bronbestand", "The file that was read.", required=True)
    leaves: dict[str, TraceLeaf] = described(
        "Waarden",
        "JSON Pointer of a value in the profile -> its history, in the order of the profile.",
        {"/name": {"places": [{"line": 12}], "raw": "Havenmeester", "steps": []}},
        required=True,
        pattern=POINTER_PATTERN,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Programma: what made the report."""

    name: str = described("Naam", "Name of the program.", "bcp-pipeline", required=True)
    version: str = described("Versie", "Version of the program.", "1.0.0", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRecord:
    """Kasboek: where every character of the source went (white space is not counted)."""

    source: int = described(
        "Bron", "Characters of the decoded source.", 9120, required=True, minimum=0
    )
    markup: dict[str, int] = described(
        "Opmaak",
        "Characters that the reader took as syntax, by kind.",
        {"tag": 1120},
        required=True,
        minimum=0,
    )
    content: int = described(
        "Inhoud", "Characters that are not markup.", 8000, required=True, minimum=0
    )
    accounts: dict[str, int] = described(
        "Rekeningen",
        "Where the content ended, by account.",
        {"fields": 7200, "labels": 700, "furniture": 100},
        required=True,
        minimum=0,
    )
    missing: int = described(
        "Ontbrekend", "Characters of the content in no account.", 0, required=True, minimum=0
    )
    invented: int = described(
        "Verzonnen",
        "Characters of verbatim values that were not in the source.",
        0,
        required=True,
        minimum=0,
    )
    closed: bool = described(
        "Sluitend",
        "Whether nothing is missing, nothing is invented and the sums agree.",
        True,
        required=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Bevinding: what is amiss in a document, where, and what to do about it."""

    code: str = described(
        "Code",
        "What `bcp explain` explains.",
        "BCP501",
        required=True,
        pattern=FINDING_CODE_PATTERN,
    )
    severity: str = described(
        "Ernst",
        "How much it matters.",
        "warning",
        required=True,
        choices=tuple(severity.value for severity in Severity),
    )
    message: str = described(
        "Melding", "What was found.", "the key 'name' is missing", required=True
    )
    remedy: str = described(
        "Remedie", "What the user can do.", "Add the key or convert again.", required=True
    )
    pointer: str | None = described(
        "Vindplaats", "JSON Pointer to the value in the profile.", "/roles/0/name"
    )
    place: PlaceRecord | None = described("Plaats", "The place in the source.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """Geschreven bestand: one file of the results."""

    path: str = described(
        "Pad",
        "Path within the output folder, with forward slashes.",
        "json/havenmeester-v3.json",
        required=True,
    )
    size: int = described("Omvang", "Number of bytes.", 20480, required=True, minimum=0)
    sha256: str = described(
        "Controlegetal",
        "SHA-256 of the bytes, in lower-case hexadecimal digits.",
        EXAMPLE_SHA256,
        required=True,
        pattern=SHA256_PATTERN,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """Document: what became of one source file."""

    file: str = described(
        "Bestand",
        "The source file: its path below the input that was given.",
        "2026/havenmeester.html",
        required=True,
    )
    source: str | None = described(
        "Vindplaats",
        "Where the source file lies, seen from the output folder.",
        "../input/2026/havenmeester.html",
    )
    sha256: str | None = described(
        "Controlegetal",
        "SHA-256 of the source file; null where it could not be read.",
        EXAMPLE_SHA256,
        required=True,
        pattern=SHA256_PATTERN,
    )
    reader: str | None = described(
        "Lezer", "The reader; null where none fits.", "html", required=True
    )
    structure: tuple[str, ...] | None = described(
        "Structuur",
        "What the tables of each page were read by (tags, rules, shading, alignment); null where "
        "the source has no pages.",
        "tags",
        required=True,
    )
    layout: str | None = described(
        "Lay-out", "The layout family; null where none fits.", "waterraad", required=True
    )
    profile: str | None = described(
        "Profiel",
        "Identifier of the profile; null where there is none.",
        "havenmeester-v3",
        required=True,
        pattern=PROFILE_ID_PATTERN,
    )
    base_id: str | None = described(
        "Eigen identificatie",
        "The identifier before what tells it apart from another one; null where there is none.",
        "havenmeester-v3",
        required=True,
        pattern=PROFILE_ID_PATTERN,
    )
    content_sha256: str | None = described(
        "Controlegetal van de inhoud",
        "SHA-256 of what the profile says, whatever file it came from; null where there is none.",
        EXAMPLE_SHA256,
        required=True,
        pattern=SHA256_PATTERN,
    )
    ledger: LedgerRecord | None = described(
        "Kasboek", "The sum of the characters; null where there is no profile.", required=True
    )
    findings: tuple[Finding, ...] = described(
        "Bevindingen", "In the order of the stages.", required=True
    )
    files: tuple[WrittenFile, ...] = described(
        "Bestanden", "The files of this profile that were written.", required=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """Bewaard bestand: a file of the results that this run did not write and left in place."""

    path: str = described(
        "Pad",
        "Path within the output folder, with forward slashes.",
        "json/havenmeester-v2.json",
        required=True,
    )
    size: int = described(
        "Omvang", "Number of bytes as it was written.", 20480, required=True, minimum=0
    )
    sha256: str = described(
        "Controlegetal",
        "SHA-256 of the bytes as they were written; those of an edited file differ.",
        EXAMPLE_SHA256,
        required=True,
        pattern=SHA256_PATTERN,
    )
    why: str = described(
        "Reden",
        "Why it is kept: its source gives another profile now (superseded), is gone, was not "
        "looked for (unseen), could not be looked for (unreadable), or not be converted (failed); "
        "the run was stopped before its source (pending); its format was not asked for (format); "
        "it was changed by hand (edited), or stands beside one that was (blocked); `bcp export` "
        "made it of a profile that is there (exported).",
        "superseded",
        required=True,
        choices=KEPT_WHY,
    )
    file: str | None = described("Bestand", "The source file that it was made of.", "haven.html")
    source: str | None = described(
        "Vindplaats", "Where that file was, seen from the output folder.", "../input/haven.html"
    )
    profile: str | None = described(
        "Profiel", "Identifier of its profile.", "havenmeester-v2", pattern=PROFILE_ID_PATTERN
    )
    base_id: str | None = described(
        "Eigen identificatie",
        "The identifier before what tells it apart from another one.",
        "havenmeester-v2",
        pattern=PROFILE_ID_PATTERN,
    )
    made_of: str | None = described(
        "Gemaakt van",
        "What an exported file was made of: a digest of the profile, the program and the setting.",
        EXAMPLE_SHA256,
        pattern=SHA256_PATTERN,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOverFile:
    """Overgeslagen: what lies in an input and is no document."""

    file: str = described(
        "Bestand", "Its path below the input; empty for the input itself.", "~$haven.docx",
        required=True,
    )  # fmt: skip
    why: str = described(
        "Reden",
        "Why: hidden, a link, a pipe or device (special), left by the system or by Word (system), "
        "a folder of results, or unreadable.",
        "system",
        required=True,
        choices=("hidden", "link", "special", "system", "results", "unreadable"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Samenvatting: the run in numbers."""

    documents: int = described("Documenten", "Number of source files.", 3, required=True, minimum=0)
    converted: int = described(
        "Omgezet", "Number of profiles that were written.", 2, required=True, minimum=0
    )
    errors: int = described(
        "Fouten", "Number of findings of severity error.", 1, required=True, minimum=0
    )
    warnings: int = described(
        "Waarschuwingen", "Number of findings of severity warning.", 4, required=True, minimum=0
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Verslag: what became of each document of a run."""

    schema_version: str = described(
        "Schemaversie",
        "Version of this format (semantic versioning).",
        REPORT.version,
        required=True,
        const=REPORT.version,
    )
    program: Program = described("Programma", "What made the report.", required=True)
    fingerprint: str = described(
        "Vingerafdruk",
        "SHA-256 of the program and of its setting: what is unchanged under an equal one is not "
        "converted again.",
        EXAMPLE_SHA256,
        required=True,
        pattern=SHA256_PATTERN,
    )
    interrupted: bool = described(
        "Onderbroken", "Whether the run was stopped before its end.", False, required=True
    )
    documents: tuple[DocumentReport, ...] = described(
        "Documenten", "One entry per source file.", required=True
    )
    files: tuple[WrittenFile, ...] = described(
        "Bestanden", "The files of the run that hold all profiles.", required=True
    )
    kept: tuple[KeptFile, ...] = described(
        "Bewaard",
        "The other files that this program wrote into the folder, and why they stand there.",
        required=True,
    )
    passed_over: tuple[PassedOverFile, ...] = described(
        "Overgeslagen", "What was no document.", required=True
    )
    findings: tuple[Finding, ...] = described(
        "Bevindingen", "What is amiss in the run as a whole: folders, tables.", required=True
    )
    summary: Summary = described("Samenvatting", "The run in numbers.", required=True)


def place_record(place: Place) -> PlaceRecord | None:
    """The place in the shape of the schemas; None for a place that says nothing."""
    if place.line is not None:
        return TextPlace(
            line=place.line,
            column=place.column,
            end_line=place.end_line,
            end_column=place.end_column,
        )
    if place.page is not None:
        return PagePlace(page=place.page, box=place.box)
    if place.part is not None:
        return PartPlace(part=place.part, path=place.path)
    return None


def trace_record(profile: Profile, trace: Trace) -> TraceFile:
    """The trace of a profile in the shape of the trace schema."""
    leaves = {pointer: _trace_leaf(entry) for pointer, entry in trace.items()}
    return TraceFile(profile=profile.id, source=profile.source, leaves=leaves)


def _trace_leaf(entry: TraceEntry) -> TraceLeaf:
    places = (place_record(place) for place in entry.places)
    return TraceLeaf(
        places=tuple(place for place in places if place is not None),
        raw=entry.raw,
        label=entry.label,
        steps=entry.steps,
        derived=True if entry.derived else None,
    )


def finding_record(diagnostic: Diagnostic) -> Finding:
    """A diagnostic in the shape of the report schema."""
    return Finding(
        code=diagnostic.code,
        severity=diagnostic.severity.value,
        message=diagnostic.message,
        remedy=diagnostic.remedy,
        pointer=diagnostic.pointer,
        place=place_record(diagnostic.place) if diagnostic.place else None,
    )


def ledger_record(ledger: Ledger) -> LedgerRecord:
    """A ledger in the shape of the report schema, with its sums."""
    return LedgerRecord(
        source=ledger.source,
        markup=ledger.markup,
        content=ledger.content,
        accounts=ledger.accounts,
        missing=ledger.missing,
        invented=ledger.invented,
        closed=ledger.closed,
    )


# Most values are one of these, and are what they are.
_ATOMS = frozenset((str, int, float))


@cache
def _fields(cls: Any) -> tuple[tuple[str, bool], ...]:
    """The names of the fields of a record, with whether each is required."""
    return tuple((f.name, f.metadata["required"]) for f in fields(cls))


def record_to_plain(value: Any) -> Any:
    """A record as plain JSON values; None is left out, but null where the field is required."""
    if isinstance(value, tuple):
        return [m if type(m) in _ATOMS else record_to_plain(m) for m in value]
    if isinstance(value, dict):
        return {key: record_to_plain(member) for key, member in value.items()}
    if not is_dataclass(value):
        return value
    cls: Any = type(value)
    parts = [(name, required, getattr(value, name)) for name, required in _fields(cls)]
    return {
        name: part if type(part) in _ATOMS else record_to_plain(part)
        for name, required, part in parts
        if required or part is not None
    }
