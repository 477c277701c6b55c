"""What a row was taken for, and where lines go on, stands in the trace of its values."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.model import Paragraph
from pipeline.document.reasons import Reason, Reasons, Verdict
from pipeline.document.text import plain
from pipeline.interpret.claims import Claims
from pipeline.interpret.interpret import interpret
from pipeline.interpret.passage_maker import PassageMaker
from pipeline.interpret.passages import ValueCell
from pipeline.interpret.proposals import Shape, reasons_of, strongest
from tests.unit.interpret.specimens import GENERAL, LAYOUT, MEANT, ROLE, TITLE, located, tabs

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


def seams(*cells: str) -> list[tuple[str, int, int]]:
    """What was done at each seam, between which characters; a page may end between the cells."""
    maker = PassageMaker(MEANT, Claims())
    blocks = [Paragraph(located(chars, 100 * n)) for n, chars in enumerate(cells)]
    maker.make(ValueCell((block,), n > 0) for n, block in enumerate(blocks))
    return [(reason.act, reason.first, reason.last) for reason in maker.reasons]


def test_what_becomes_of_a_page_end_is_on_record() -> None:
    assert seams("Zij zijn open en", "eerlijk.") == [("joined", 15, 100)]
    assert seams("Zij zijn open.", "- eerlijk.") == [("parted", 13, 102)]


def test_what_becomes_of_a_line_end_is_on_record() -> None:
    assert seams("Zij zijn open en\nook eerlijk.") == [("joined", 15, 17)]
    assert seams("Zij zijn open.\nZij zijn eerlijk.") == [("parted", 13, 15)]


def test_a_seam_between_texts_that_stand_nowhere_is_none() -> None:
    maker = PassageMaker(MEANT, Claims())
    maker.make([ValueCell((Paragraph(plain("Open en\nook eerlijk.")),))])

    assert maker.reasons == []


def test_the_rule_of_a_seam_is_a_step_of_the_value() -> None:
    source = SOURCE.replace(
        "Hoofdtaak\tHij beheert de haven.",
        "Attitude\t<p>Hij is open en<br>eerlijk.</p>",
    )
    trace = interpret(tabs(source), (LAYOUT,)).trace

    assert trace["/description/attitude/0/text"].steps == (
        "joined: an open sentence goes on in lower case",
    )


def test_the_runner_up_is_named_and_not_the_weakest_rival() -> None:
    shapes = [Shape(str(strength), strength, list) for strength in (70, 90, 50)]
    best, verdict = strongest([None, *shapes])

    assert best is shapes[1]
    (reason,) = reasons_of(verdict, [located("Rol")])
    assert (reason.verdict.rival, reason.verdict.margin) == ("70", 20)
    assert (reason.first, reason.last) == (0, 2)


def test_what_the_reader_could_not_decide_is_told_of_the_value_that_it_is_about() -> None:
    document = tabs(SOURCE)
    start = document.blocks[0].text.origins[0]  # type: ignore[union-attr]
    at = start + SOURCE.index("beheert")
    sure = Reason("seams", "parted", at, at + 1, Verdict(False, "the lines stand apart"))
    doubtful = sure._replace(verdict=sure.verdict._replace(doubt="they are alike"))

    def told(*reasons: Reason) -> list[tuple[str | None, str]]:
        found = interpret(replace(document, reasons=Reasons.of(reasons)), (LAYOUT,)).findings
        return [(f.pointer, f.message) for f in found if f.code == "BCP315"]

    ((pointer, message),) = told(doubtful)
    assert pointer == "/unplaced/0/text/0/text"
    assert message == "parted: the lines stand apart; but they are alike"
    assert told(sure) == []
    # What stands in no value is told by other findings.
    assert told(doubtful._replace(first=-7, last=-8)) == []
