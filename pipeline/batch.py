"""Many documents: find them, convert them, tell equal ids apart, publish the results together."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.contract.records import (
    DocumentReport,
    Program,
    Report,
    Summary,
    WrittenFile,
    finding_record,
    ledger_record,
    record_to_plain,
)
from pipeline.conversion import MAX_BYTES, Conversion, convert, file_bytes
from pipeline.core.diagnostics import Diagnostic, Place, Severity
from pipeline.core.errors import DocumentError, OutputError, UsageError
from pipeline.core.version import VERSION
from pipeline.profile.codec import encode
from pipeline.profile.model import SCHEMA_VERSION
from pipeline.writers import WRITERS, Writer
from pipeline.writers.json_profile import json_bytes

REPORT_FILE = "report.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source file: a conversion, or the error that made it impossible.

    `file` is its path below the folder that all files of the run share, so that a
    report does not depend on where that folder is.
    """

    path: Path
    file: str
    sha256: str | None
    conversion: Conversion | None
    findings: tuple[Diagnostic, ...]

    def count(self, severity: Severity) -> int:
        """Number of findings of a severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)


def source_files(paths: Sequence[Path]) -> list[Path]:
    """The files that the arguments name; a folder stands for all files below it.

    Hidden files are passed over. Raises UsageError for a path that does not
    exist and where nothing is left to convert.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(sorted(_below(path))))
        elif path.exists():
            found[path] = None
        else:
            raise UsageError(f"{path} does not exist; name a file or a folder")
    if not found:
        named = ", ".join(map(str, paths))
        raise UsageError(
            f"nothing to convert in {named}; put profiles there (text, HTML, Markdown)"
        )
    return list(found)


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path


def writers_named(names: Sequence[str]) -> list[Writer]:
    """The writers of these names. Raises UsageError for a name that does not exist."""
    known = {writer.name: writer for writer in WRITERS}
    for name in names:
        if name not in known:
            raise UsageError(f"there is no format {name!r}; there are {', '.join(known)}")
    return [known[name] for name in dict.fromkeys(names)]


def convert_all(
    paths: Sequence[Path],
    jobs: int = 1,
    max_bytes: int = MAX_BYTES,
    done: Callable[[Outcome], None] | None = None,
) -> list[Outcome]:
    """An outcome for each file, in the order of the paths; `done` is told of each as it comes."""
    outcomes: list[Outcome] = []
    names = _names(paths)
    for outcome in _outcomes(paths, names, jobs, max_bytes):
        if done is not None:
            done(outcome)
        outcomes.append(outcome)
    return _told_apart(outcomes)


def _names(paths: Sequence[Path]) -> list[str]:
    """The paths below the folder that all files share, with forward slashes."""
    whole = [path.absolute() for path in paths]
    shared = os.path.commonpath([path.parent for path in whole])
    return [path.relative_to(shared).as_posix() for path in whole]


def _outcomes(
    paths: Sequence[Path], names: Sequence[str], jobs: int, max_bytes: int
) -> Iterator[Outcome]:
    limits = [max_bytes] * len(paths)
    if jobs == 1 or len(paths) == 1:
        yield from map(_outcome, paths, names, limits)
        return
    with ProcessPoolExecutor(max_workers=min(jobs, len(paths))) as pool:
        yield from pool.map(_outcome, paths, names, limits)


def _outcome(path: Path, file: str, max_bytes: int) -> Outcome:
    """Convert one file; whatever goes wrong concerns this file alone."""
    try:
        found = convert(path, max_bytes)
    except DocumentError as error:
        place = Place(line=error.line, column=1) if error.line else None
        return Outcome(
            path, file, _digest(path), None, (Diagnostic(error.code, error.message, place),)
        )
    except Exception as error:  # the other documents must still be done
        where = traceback.extract_tb(error.__traceback__)[-1]
        message = f"{type(error).__name__} in {Path(where.filename).name}:{where.lineno}: {error}"
        return Outcome(path, file, _digest(path), None, (Diagnostic("BCP901", message),))
    return Outcome(path, file, found.profile.source.sha256, found, found.findings)


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(file_bytes(path)).hexdigest()
    except DocumentError:
        # The outcome's finding says already that the file cannot be read.
        return None


def _told_apart(outcomes: list[Outcome]) -> list[Outcome]:
    """Outcomes with ids that differ: of several with one id each gets a suffix, and a finding."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, outcome in enumerate(outcomes):
        if outcome.conversion is not None:
            groups[outcome.conversion.profile.id].append(number)
    told = list(outcomes)
    for shared, numbers in groups.items():
        if len(numbers) > 1:
            for number, outcome in _suffixed(shared, [(n, outcomes[n]) for n in numbers]):
                told[number] = outcome
    return told


def _suffixed(shared: str, outcomes: list[tuple[int, Outcome]]) -> Iterator[tuple[int, Outcome]]:
    """The outcomes with suffixed ids: the file's ending where those differ, else its digest.

    The suffixes depend on the files alone, not on their order.
    """
    endings = [outcome.path.suffix.lstrip(".").lower() for _, outcome in outcomes]
    by_ending = all(endings) and len(set(endings)) == len(endings)
    contents = [_content(outcome) for _, outcome in outcomes]
    same = all(content == contents[0] for content in contents)
    ranked = sorted(outcomes, key=lambda item: (item[1].sha256 or "", item[1].file))
    for (number, outcome), ending in zip(outcomes, endings, strict=True):
        copies = [n for n, other in ranked if other.sha256 == outcome.sha256]
        digest = (outcome.sha256 or "")[:8] + (
            f"-{copies.index(number) + 1}" if len(copies) > 1 else ""
        )
        suffix = ending if by_ending else digest
        others = ", ".join(sorted(o.file for n, o in outcomes if n != number))
        yield number, _renamed(outcome, f"{shared}-{suffix}", others, same)


def _content(outcome: Outcome) -> object:
    """What a profile says, whatever file it came from."""
    conversion = outcome.conversion
    if conversion is None:
        return None
    plain = encode(conversion.profile)
    return {key: value for key, value in plain.items() if key not in ("id", "source")}


def _renamed(outcome: Outcome, new_id: str, others: str, same: bool) -> Outcome:
    if outcome.conversion is None:
        return outcome
    code = "BCP420" if same else "BCP417"
    relation = "says the same" if same else "has the same name and version but says otherwise"
    finding = Diagnostic(code, f"{others} {relation}; this one got the id {new_id}", pointer="/id")
    conversion = replace(outcome.conversion, profile=replace(outcome.conversion.profile, id=new_id))
    return replace(outcome, conversion=conversion, findings=(*outcome.findings, finding))


# Publishing.


def publish(outcomes: Sequence[Outcome], writers: Sequence[Writer], folder: Path) -> Report:
    """Write the results of a run, all or none of them, and the report last.

    Raises OutputError where the folder cannot be written; then what was there stays.
    """
    per_profile = [_profile_files(outcome, writers) for outcome in outcomes]
    shared = _run_files(outcomes, writers)
    report = _report(outcomes, per_profile)
    report_bytes = json_bytes(record_to_plain(report))
    everything: dict[str, bytes] = {}
    for files in (*per_profile, shared):
        everything.update(files)
    try:
        _write(folder, {**everything, REPORT_FILE: report_bytes})
    except OSError as error:
        raise OutputError(_output_problem(folder, error)) from error
    return report


def _profile_files(outcome: Outcome, writers: Sequence[Writer]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    if outcome.conversion is not None:
        for writer in writers:
            if writer.scope == "profile":
                files.update(writer.write(outcome.conversion.profile, outcome.conversion.trace))
    return files


def _run_files(outcomes: Sequence[Outcome], writers: Sequence[Writer]) -> dict[str, bytes]:
    profiles = sorted(
        (o.conversion.profile for o in outcomes if o.conversion is not None), key=lambda p: p.id
    )
    files: dict[str, bytes] = {}
    for writer in writers:
        if writer.scope == "run" and profiles:
            files.update(writer.write(profiles))
    return files


def _report(outcomes: Sequence[Outcome], files: Sequence[dict[str, bytes]]) -> Report:
    pairs = sorted(zip(outcomes, files, strict=True), key=lambda pair: pair[0].file)
    return Report(
        schema_version=SCHEMA_VERSION,
        program=Program(name="bcp-pipeline", version=VERSION),
        documents=tuple(_document_report(outcome, written) for outcome, written in pairs),
        summary=Summary(
            documents=len(outcomes),
            converted=sum(1 for outcome in outcomes if outcome.conversion is not None),
            errors=sum(outcome.count(Severity.ERROR) for outcome in outcomes),
            warnings=sum(outcome.count(Severity.WARNING) for outcome in outcomes),
        ),
    )


def _document_report(outcome: Outcome, files: dict[str, bytes]) -> DocumentReport:
    conversion = outcome.conversion
    return DocumentReport(
        file=outcome.file,
        sha256=outcome.sha256,
        reader=conversion.reader if conversion else None,
        structure=(conversion.structure or None) if conversion else None,
        layout=conversion.layout if conversion else None,
        profile=conversion.profile.id if conversion else None,
        ledger=ledger_record(conversion.ledger) if conversion else None,
        findings=tuple(finding_record(finding) for finding in outcome.findings),
        files=tuple(
            WrittenFile(path=path, size=len(data), sha256=hashlib.sha256(data).hexdigest())
            for path, data in sorted(files.items())
        ),
    )


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write all files beside their places, then rename each into its place.

    The staging folder lies inside the output folder: renaming is atomic only
    within one file system.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".staging-", dir=folder) as name:
        staging = Path(name)
        for path, data in files.items():
            target = staging / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        for path in files:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(staging / path, folder / path)


def _output_problem(folder: Path, error: OSError) -> str:
    advice = {
        errno.ENOSPC: "the disk is full; free some space",
        errno.EACCES: "you may not write there; choose another folder with --output",
        errno.EROFS: "the disk is read-only; choose another folder with --output",
        errno.ENOTDIR: "a file stands where a folder is needed; choose another with --output",
        errno.EEXIST: "a file stands where a folder is needed; choose another with --output",
    }.get(error.errno or 0, "choose another folder with --output")
    return f"cannot write to {folder}: {error.strerror or error}; {advice}"


def exit_code(outcomes: Iterable[Outcome], strict: bool) -> int:
    """0 clean, 1 where a finding is an error (or, if strict, a warning)."""
    blamed = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    found = any(f.severity in blamed for outcome in outcomes for f in outcome.findings)
    return int(found)
