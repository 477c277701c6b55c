"""Many documents: find them, convert what changed, tell equal ids apart, publish each when done."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.batch.executors import Executor, InThisProcess, all_cores, local
    from pipeline.batch.exporting import Exported, export, previous_versions, stored_files
    from pipeline.batch.keeping import by_reason
    from pipeline.batch.outcomes import Outcome, exit_code
    from pipeline.batch.pruning import Pruned, kept_by_name, prune
    from pipeline.batch.publishing import Finished
    from pipeline.batch.run import convert_all, outcomes_of
    from pipeline.batch.searching import passed_over_in_words
    from pipeline.batch.sources import Sources, sources_in
    from pipeline.batch.staging import locked, write_files
    from pipeline.batch.stored import Means
    from pipeline.batch.versions import Differences, differences, side_files, versions_of

__all__ = [
    "Differences",
    "Executor",
    "Exported",
    "Finished",
    "InThisProcess",
    "Means",
    "Outcome",
    "Pruned",
    "Sources",
    "all_cores",
    "by_reason",
    "convert_all",
    "differences",
    "exit_code",
    "export",
    "kept_by_name",
    "local",
    "locked",
    "outcomes_of",
    "passed_over_in_words",
    "previous_versions",
    "prune",
    "side_files",
    "sources_in",
    "stored_files",
    "versions_of",
    "write_files",
]

_HOMES = {
    "Differences": "pipeline.batch.versions",
    "Executor": "pipeline.batch.executors",
    "Exported": "pipeline.batch.exporting",
    "Finished": "pipeline.batch.publishing",
    "InThisProcess": "pipeline.batch.executors",
    "Means": "pipeline.batch.stored",
    "Outcome": "pipeline.batch.outcomes",
    "Pruned": "pipeline.batch.pruning",
    "Sources": "pipeline.batch.sources",
    "all_cores": "pipeline.batch.executors",
    "by_reason": "pipeline.batch.keeping",
    "convert_all": "pipeline.batch.run",
    "differences": "pipeline.batch.versions",
    "exit_code": "pipeline.batch.outcomes",
    "export": "pipeline.batch.exporting",
    "kept_by_name": "pipeline.batch.pruning",
    "local": "pipeline.batch.executors",
    "locked": "pipeline.batch.staging",
    "outcomes_of": "pipeline.batch.run",
    "passed_over_in_words": "pipeline.batch.searching",
    "previous_versions": "pipeline.batch.exporting",
    "prune": "pipeline.batch.pruning",
    "side_files": "pipeline.batch.versions",
    "sources_in": "pipeline.batch.sources",
    "stored_files": "pipeline.batch.exporting",
    "versions_of": "pipeline.batch.versions",
    "write_files": "pipeline.batch.staging",
}


def __getattr__(name: str) -> Any:
    # A conversion compares no versions and exports nothing: what it does not use is not loaded.
    if name not in _HOMES:
        raise AttributeError(f"module 'pipeline.batch' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
