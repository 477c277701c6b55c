"""An outcome in the shape of the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.batch.outcomes import Outcome
from pipeline.batch.state import KnownFile
from pipeline.contract.records import DocumentReport, finding_record, ledger_record
from pipeline.core.diagnostics import Diagnostic


def document_report(
    outcome: Outcome, findings: Iterable[Diagnostic], files: Sequence[KnownFile]
) -> DocumentReport:
    """What became of a document, with all findings about it and the files that it has."""
    found = outcome.found
    return DocumentReport(
        file=outcome.file,
        source=outcome.source or None,
        sha256=outcome.sha256,
        reader=found.reader if found else None,
        structure=(found.structure or None) if found else None,
        layout=found.layout if found else None,
        profile=outcome.profile_id,
        base_id=found.profile_id if found else None,
        content_sha256=found.content if found else None,
        ledger=ledger_record(found.ledger) if found else None,
        findings=tuple(finding_record(finding) for finding in findings),
        files=tuple(known.written for known in sorted(files, key=lambda known: known.path)),
    )
