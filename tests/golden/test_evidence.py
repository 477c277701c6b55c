"""What is read of one document by each kind of evidence: its blocks, its reasons, its findings.

Each of them says the same; where a golden file changes, another reading was taken.
After a change that is meant: `UPDATE_GOLDEN=1 make test`, and read the diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.conversion import convert_bytes
from pipeline.document.model import Document
from pipeline.inspection import inspection_lines
from pipeline.profile.codec import profile_to_plain
from pipeline.readers.pdf.reader import stages
from tests.golden.evidence import PROFILE, evidence
from tests.golden.test_golden import compared
from tests.habits.profiles import expected
from tests.profiles import content_of

FOLDER = Path(__file__).parent / "evidence"
EVIDENCE = evidence()


@pytest.mark.parametrize("kind", EVIDENCE)
def test_the_reader_goes_by_the_evidence_of_the_golden_file(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    path.write_bytes(EVIDENCE[kind]())

    compared(FOLDER / f"{kind}.txt", [*_told(path.read_bytes()), *_blocks(path)])


@pytest.mark.parametrize("kind", EVIDENCE)
def test_each_kind_of_evidence_gives_the_same_profile(kind: str) -> None:
    found = convert_bytes(EVIDENCE[kind](), "profile.pdf")
    wanted = expected(PROFILE)
    plain = content_of(profile_to_plain(found.profile))

    assert {key: plain.get(key) for key in wanted} == wanted
    assert found.ledger.closed


def _told(data: bytes) -> Iterator[str]:
    """What the tables were read by, page by page, and what is remarkable."""
    document: Document = stages(data).document
    yield f"STRUCTURE {', '.join(document.structure)}"
    for reason in document.reasons.of_stage("tables"):
        yield f"  {reason}"
    for finding in document.findings:
        yield f"  {finding.code} [{finding.place or ''}] {finding.message}"


def _blocks(path: Path) -> Iterator[str]:
    for line in inspection_lines(path):
        if line.startswith("LAYOUT"):
            return
        yield line
