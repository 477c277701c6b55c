"""What a row was taken for, and what it might have been, stands in the trace of its values."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.reasons import Reason, Reasons, Verdict
from pipeline.interpret.interpret import interpret
from tests.unit.interpret.specimens import GENERAL, LAYOUT, ROLE, TITLE, tabs

SOURCE = f"{TITLE}\n\n{GENERAL}\tHavendienst\nHoofdtaak\tHij beheert de haven.{ROLE}"


def test_a_row_that_might_have_been_another_tells_so_in_its_values() -> None:
    trace = interpret(tabs(SOURCE), (LAYOUT,)).trace

    assert trace["/developed_by/1"].steps[0] == (
        "shape: the value goes on, by 45.0 ranks (not: label and value)"
    )


def test_a_row_that_can_be_but_one_thing_tells_nothing() -> None:
    trace = interpret(tabs(SOURCE), (LAYOUT,)).trace

    assert not any(step.startswith("shape") for step in trace["/developed_by/0"].steps)


def test_what_the_reader_decided_stands_before_what_the_interpreter_did() -> None:
    document = tabs(SOURCE)
    start = document.blocks[0].text.origins[0]  # type: ignore[union-attr]
    end = start + document.source_chars
    reason = Reason("tables", "table", start, end, Verdict(True, "by tabs"))
    trace = interpret(replace(document, reasons=Reasons.of([reason])), (LAYOUT,)).trace

    assert trace["/developed_by/1"].steps[0] == "table: by tabs"
    assert trace["/developed_by/1"].steps[1].startswith("shape: the value goes on")
    assert trace["/date"].steps == (
        "table: by tabs", "date read from '2 maart 2026', precision day",
    )  # fmt: skip
