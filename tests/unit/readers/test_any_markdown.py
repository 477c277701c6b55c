"""Whatever lines stand together in Markdown, each character has an account, and nothing fails."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers import markdown
from pipeline.readers.source import SourceText
from tests.suites import examples
from tests.unit.readers.notation import content_count

LINES = (
    *("", "  ", "Tekst  ", "Tekst\\", "*Tekst* **a****b**", "| a | b |", "| a |", "|  |  |"),
    *("|---|---|", "---|---", "a | b  ", "+---+---+", "+===+===+", "+---+", "|   +---+", "|   | c"),
    *("  --- ----", "  a   b", "  --------", "---", "===", ": b", ":   c", "term", "    d"),
    *("- a", "    - **b**", "- **c**", "1. a", "4) b", "# Kop {#a}", "::: x", "[a]{.b} ^1^ ~x~"),
    *("<table><tr><td>a", "</td></tr></table>", "<http://a.b>", "[^1]", "[^1]: noot", "title: 'a"),
    *(
        "b'",
        "> c",
        "[a](/b)",
        "|Col1|Col2|",
        "| Taak een | Taak een |",
        "**A b** C",
        "'a' -- \"b\"",
    ),
    *("| a | x   * b * c  d |", "if !supportLists·  endifa", "`a -- b`", "ka\u00adas | b", "\\"),
)


@examples(fast=60, slow=1500)
@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_every_character_of_any_lines_is_accounted_for(lines: list[str]) -> None:
    document = markdown.read(SourceText("\n".join(lines), "utf-8"))
    assert content_count(document) + sum(document.markup.values()) == document.source_chars
