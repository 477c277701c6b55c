"""One thread at a time is in an engine, and it may enter again."""

from __future__ import annotations

import threading

from pipeline.readers.pdf.engines import guarded


@guarded
def twice(number: int, *, plus: int = 0) -> int:
    """Enters again below itself."""
    return twice(number - 1, plus=plus) if number else plus


def test_a_guarded_function_gives_what_it_gives_and_may_enter_again() -> None:
    assert twice(3, plus=7) == 7
    assert twice.__name__ == "twice"


def test_no_other_thread_is_in_an_engine_meanwhile() -> None:
    inside, ready = threading.Event(), threading.Event()
    entered: list[str] = []

    @guarded
    def first() -> None:
        inside.set()
        ready.wait()
        entered.append("first")

    @guarded
    def second() -> None:
        entered.append("second")

    one = threading.Thread(target=first)
    one.start()
    inside.wait()
    other = threading.Thread(target=second)
    other.start()
    # The second stands before the guard, or is on its way there: it cannot be through.
    assert entered == []
    ready.set()
    one.join()
    other.join()

    assert entered == ["first", "second"]
