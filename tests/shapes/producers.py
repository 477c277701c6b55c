"""The producers: what each can say, and its function from documents to bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.machine import message_of
from tests.shapes.compose import Document
from tests.shapes.draw import Form
from tests.shapes.web import html_divs, html_tables
from tests.shapes.wordfile import docx_of

Printed = Callable[[list[Document]], list[bytes]]


@dataclass(frozen=True, slots=True)
class Producer:
    """How one program prints. `needs`: of the machine, by their names in tests.machine."""

    name: str
    ending: str
    form: Form
    printed: Printed
    needs: tuple[str, ...] = ()
    program: str = ""  # that must be on the machine besides

    def missing(self) -> str:
        """What is not installed."""
        import shutil

        if self.program and shutil.which(self.program) is None:
            return f"{self.program} is not on this machine"
        return message_of(self.needs)


def _each(printed_one: Callable[[Document], bytes]) -> Printed:
    return lambda documents: [printed_one(one) for one in documents]


_RICH = Form()

PRODUCERS: dict[str, Producer] = {
    one.name: one
    for one in (
        Producer("html-tables", "html", _RICH, _each(html_tables)),
        Producer("html-divs", "html", _RICH, _each(html_divs)),
        Producer("docx-python", "docx", _RICH, _each(docx_of)),
    )
}
