"""What comes out of a child's pipe, in whatever pieces, and whatever a broken child writes."""

from __future__ import annotations

import pytest

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.isolation.messages import BEAT, Answer, Inbox, message

RESULT = b"...F\x00R"
FINDING = Diagnostic("BCP160", "it took long", Place(page=3, box=(1.0, 2.0, 3.0, 4.0)), "/name")


@pytest.mark.parametrize("answer", [RESULT, b"", FINDING])
def test_an_answer_arrives_in_pieces_after_signs_of_life(answer: Answer) -> None:
    sent = BEAT * 3 + b"".join(message(answer))
    inbox = Inbox()

    for at in range(len(sent)):
        assert inbox.answer() is None
        inbox.add(sent[at : at + 1])

    assert inbox.answer() == answer


def test_signs_of_life_fill_no_memory() -> None:
    assert len(Inbox(BEAT * 1000)) == 0


@pytest.mark.parametrize(
    "sent",
    [
        b"?" + bytes(7) + b"\x01x",
        b"F" + bytes(7) + b"\x05[1,2]",
        b'F\x00\x00\x00\x00\x00\x00\x00\x15["BCP999","",null,null]',
        b"F" + bytes(7) + b"\x04\x80\x04..",
    ],
)
def test_an_answer_that_is_none_is_a_crash_of_whoever_sent_it(sent: bytes) -> None:
    answer = Inbox(sent).answer()

    assert isinstance(answer, Diagnostic)
    assert answer.code == "BCP162"
