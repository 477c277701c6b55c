"""A progress bar on standard error, where somebody looks and the work takes a while."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from pipeline.core.text import one_line

# Shorter work needs no progress bar.
_PATIENCE = 1.0


class Progress:
    """A progress bar on a terminal, once the work has taken more than a moment."""

    def __init__(self, total: int, what: str = "converting") -> None:
        self._total = total
        self._what = what
        self._count = 0
        self._started = time.monotonic()
        self._advance: Callable[[str], None] | None = None
        self._stop: Callable[[], None] = lambda: None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def step(self, name: str) -> None:
        """One more is done, that of this name."""
        self._count += 1
        if self._advance is None and self._is_due():
            self._show()
        if self._advance is not None:
            self._advance(name)

    def _is_due(self) -> bool:
        return sys.stderr.isatty() and time.monotonic() - self._started > _PATIENCE

    def _show(self) -> None:
        from rich.console import Console
        from rich.markup import escape
        from rich.progress import Progress as Bar
        from rich.progress import TextColumn

        # Without a thread of its own: processes are forked meanwhile.
        bar = Bar(
            *Bar.get_default_columns(),
            TextColumn("{task.fields[rate]}"),
            console=Console(stderr=True),
            transient=True,
            auto_refresh=False,
        )
        task = bar.add_task(
            self._what, total=self._total, completed=self._count - 1, rate=self._rate()
        )
        bar.start()

        def advance(name: str) -> None:
            bar.update(task, advance=1, description=escape(one_line(name)), rate=self._rate())
            bar.refresh()

        self._advance = advance
        self._stop = bar.stop

    def _rate(self) -> str:
        seconds = max(time.monotonic() - self._started, 0.001)
        return f"{self._count / seconds:.1f} a second"
