"""Profiles as a strategy: natural content, in the shape of `expected.json`."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st

from tests.roundtrip import dutch

Content = dict[str, Any]

_DESCRIPTORS = (
    "knowledge",
    "applying_knowledge",
    "problem_solving_skills",
    "learning_and_development_skills",
    "information_skills",
    "communication_skills",
)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """A whole profile; facts and sections that a profile may lack are sometimes absent."""
    name, short, plural = draw(st.sampled_from(dutch.OCCUPATIONS))
    words = _Words(short, plural)
    found: Content = {"document_type": "beroepscompetentieprofiel", "name": name}
    if draw(st.booleans()):
        found["short_name"] = short
    if draw(st.booleans()):
        found["sector"] = draw(st.sampled_from(dutch.SECTORS))
    found["language"] = "nl"
    _maybe(draw, found, "nlqf_level", st.sampled_from(("1", "2", "3", "4", "4+", "5", "6")))
    _maybe(draw, found, "version", st.sampled_from(("1", "3", "2.1", "01", "1.0")))
    _maybe(draw, found, "date", _dates())
    found["developed_by"] = draw(_some(dutch.ISSUERS, 1, 3))
    _maybe(draw, found, "source_documents", _some(dutch.SOURCES, 2, 5).map(_sources))
    _maybe(draw, found, "legitimations", _some(dutch.LEGITIMATIONS, 1, 2).map(_legitimations))
    _maybe(draw, found, "job_titles", _titles())
    _maybe(draw, found, "related_occupations", _some(dutch.RELATED, 2, 5))
    _maybe(draw, found, "career_prospects", words.blocks())
    found["description"] = draw(_descriptions(words))
    _maybe(draw, found, "trends", _trends(words))
    found["roles"] = draw(_roles(words))
    _maybe(draw, found, "unplaced", _unplaced(words))
    return found


def _maybe(draw: st.DrawFn, found: Content, key: str, values: st.SearchStrategy[Any]) -> None:
    if draw(st.integers(0, 4)):
        found[key] = draw(values)


def _some(values: tuple[Any, ...], least: int, most: int) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True)


def _titles() -> st.SearchStrategy[list[str]]:
    """Job titles as written in a row, or each with a capital as in a list."""
    titles = _some(dutch.JOB_TITLES, 2, 6)
    return titles | titles.map(lambda found: [title[0].upper() + title[1:] for title in found])


def _dates() -> st.SearchStrategy[str]:
    span = st.dates(datetime.date(2004, 1, 1), datetime.date(2026, 12, 31))
    days = span.map(lambda day: day.isoformat())
    return days | days.map(lambda iso: iso[:7])


def _sources(values: list[tuple[str, int | None]]) -> list[Content]:
    return [
        {"text": text} if year is None else {"text": text, "year": year} for text, year in values
    ]


def _legitimations(values: list[tuple[str, str | None, str | None]]) -> list[Content]:
    found = []
    for text, body, date in values:
        # Without a body of its own: what stands before the link word.
        shown = body or text.replace(" d.d. ", " op ").rsplit(" op ", 1)[0]
        item = {"text": text, "body": shown}
        found.append(item if date is None else {**item, "date": date})
    return found


class _Words:
    """The prose of one occupation."""

    def __init__(self, short: str, plural: str) -> None:
        self.short = short
        self.plural = plural

    def _fill(self, text: str) -> str:
        return text.format(P=self.plural, p=self.plural[0].lower() + self.plural[1:])

    def paragraph(self) -> st.SearchStrategy[Content]:
        """One to three sentences."""
        return _some(dutch.SENTENCES, 1, 3).map(
            lambda found: {"type": "paragraph", "text": self._fill(" ".join(found))}
        )

    def list_with_lead_in(self) -> st.SearchStrategy[list[Content]]:
        """A line that introduces a list, and the list."""
        lower = _some(dutch.LOWER_ITEMS, 2, 5).map(_phrases)
        return st.builds(
            lambda lead, items, ordered: [
                {"type": "paragraph", "text": self._fill(lead)},
                {"type": "list", "ordered": ordered, "items": items},
            ],
            st.sampled_from(dutch.LEAD_INS),
            lower | _some(dutch.UPPER_ITEMS, 2, 4),
            st.booleans(),
        )

    def blocks(self) -> st.SearchStrategy[list[Content]]:
        """Paragraphs, now and then with a list among them."""
        paragraphs = st.lists(self.paragraph(), min_size=1, max_size=3, unique_by=str)
        mixed = st.builds(
            lambda before, middle, after: [*before, *middle, *after],
            st.lists(self.paragraph(), max_size=1),
            self.list_with_lead_in(),
            st.lists(self.paragraph(), max_size=1),
        )
        return paragraphs | paragraphs | mixed


def _phrases(items: list[str]) -> list[str]:
    return [*(f"{item};" for item in items[:-1]), f"{items[-1]}."]


@st.composite
def _descriptions(draw: st.DrawFn, words: _Words) -> Content:
    found: Content = {"work_environment": draw(words.blocks())}
    found["attitude"] = draw(words.list_with_lead_in())
    _maybe(draw, found, "responsibility_and_autonomy", words.blocks())
    _maybe(draw, found, "knowledge_and_skills", _descriptors(words))
    _maybe(draw, found, "complexity", words.blocks())
    return found


def _descriptors(words: _Words) -> st.SearchStrategy[Content]:
    return st.fixed_dictionaries(
        {"knowledge": words.blocks()},
        optional={key: words.blocks() for key in _DESCRIPTORS[1:]},
    ).map(lambda found: {key: found[key] for key in _DESCRIPTORS if key in found})


@st.composite
def _trends(draw: st.DrawFn, words: _Words) -> Content:
    market: Content = {"text": draw(words.blocks())}
    if draw(st.booleans()):
        market["source"] = draw(st.sampled_from(dutch.MARKET_SOURCES))
    titles = draw(_some(dutch.TRENDS, 2, 4))
    numbered = draw(st.booleans())
    developments = [
        {
            **({"number": n} if numbered else {}),
            "dimension": dimension,
            "title": title,
            "text": draw(words.blocks()),
        }
        for n, (title, dimension) in enumerate(titles, 1)
    ]
    return {"labour_market": market, "developments": developments}


@st.composite
def _roles(draw: st.DrawFn, words: _Words) -> list[Content]:
    names = draw(_some(dutch.ROLES, 1, 3))
    numbered = draw(st.booleans())
    return [
        {**({"number": n} if numbered else {}), **draw(_role(words, name))}
        for n, name in enumerate(names, 1)
    ]


@st.composite
def _role(draw: st.DrawFn, words: _Words, name: str) -> Content:
    lowered = name[0].lower() + name[1:]
    found: Content = {"name": name, "heading": f"De {words.short} als {lowered}"}
    statement = draw(st.sampled_from(dutch.STATEMENTS))
    found["responsibility"] = f"De {lowered.split()[0]} {statement}"
    found["description"] = draw(words.blocks())
    final = draw(st.sampled_from(("", "", ".")))
    found["competencies"] = [
        {
            "name": competency,
            "indicators": [{"text": text + final} for text in draw(_some(dutch.INDICATORS, 2, 4))],
        }
        for competency in draw(_some(dutch.COMPETENCIES, 1, 3))
    ]
    found["knowledge_and_skills"] = [
        {"kind": kind, "text": text} for text, kind in draw(_some(dutch.ITEMS, 2, 6))
    ]
    _maybe(draw, found, "consequence_of_error", words.blocks())
    return found


@st.composite
def _unplaced(draw: st.DrawFn, words: _Words) -> list[Content]:
    labels = draw(_some(dutch.UNKNOWN_LABELS, 1, 1))
    return [{"label": label, "text": draw(words.blocks())} for label in labels]
