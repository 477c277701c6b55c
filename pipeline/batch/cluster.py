"""The same work on a Dask cluster: an executor for those who have one (`bcp-pipeline[cluster]`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.conversion import file_bytes
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError, UsageError
from pipeline.core.text import shown_name
from pipeline.families import Family
from pipeline.isolation.alone import parcel_of
from pipeline.isolation.faults import CRASH
from pipeline.isolation.limits import Limits
from pipeline.isolation.parcels import Parcel, received
from pipeline.writers.order import Order

_PATIENCE = 15  # seconds until a scheduler that does not answer is not there
# A worker that dies takes a document along; it is given to others so many times.
_RETRIES = 3


class Cluster:
    """Sends files to the workers of a scheduler; each runs its document in a program of its own."""

    def __init__(
        self,
        address: str,
        order: Order,
        limits: Limits,
        families: tuple[Family, ...] | None = None,
    ) -> None:
        self.address = address
        self.order = order
        self.limits = limits
        self.families = families

    def run(self, paths: Sequence[Path]) -> Iterator[tuple[int, Parcel]]:
        """(number of the path, its parcel), as they come.

        Raises UsageError where Dask is not installed or no scheduler answers.
        """
        distributed = _distributed()
        try:
            client = distributed.Client(self.address, timeout=_PATIENCE)
        except (OSError, ValueError) as error:
            raise UsageError(
                f"no scheduler answers at {self.address} ({error}); start one with "
                "`dask scheduler`, and workers with `dask worker ADDRESS`"
            ) from error
        with client:
            futures: dict[Any, int] = {}
            for number, path in enumerate(paths):
                try:
                    data = file_bytes(path, self.limits.source_bytes)
                except DocumentError as error:
                    yield number, Parcel(None, (Diagnostic(error.code, error.message),))
                    continue
                future = client.submit(
                    parcel_of,
                    shown_name(path.name),
                    data,
                    self.order,
                    self.limits,
                    self.families,
                    key=f"bcp-{number}",
                    pure=False,
                    retries=_RETRIES,
                )
                futures[future] = number
            for future in distributed.as_completed(futures):
                yield futures[future], _parcel(future)


def _parcel(future: Any) -> Parcel:
    error = future.exception()
    if error is not None:
        message = f"the workers that read it died or failed: {type(error).__name__}: {error}"
        return Parcel(None, (Diagnostic(CRASH, message),))
    return received(future.result())


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise UsageError(
            "--cluster needs Dask; install it with `pip install bcp-pipeline[cluster]`"
        ) from error
    return distributed
