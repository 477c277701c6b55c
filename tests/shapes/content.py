"""Profiles of random content, in the shape of `expected.json`, drawn from the pools of words."""

from __future__ import annotations

from typing import Any

from tests.shapes import words
from tests.shapes.draw import Draw

Content = dict[str, Any]

DESCRIPTORS = {
    "knowledge": "Kennis",
    "applying_knowledge": "Toepassen van kennis",
    "problem_solving_skills": "Probleemoplossende vaardigheden",
    "learning_and_development_skills": "Leer- en ontwikkelvaardigheden",
    "information_skills": "Informatievaardigheden",
    "communication_skills": "Communicatievaardigheden",
}
_TREND_ENDINGS = ("ontwikkelingen", "ontwikkelingen", "trends", "factoren")


def content_of(draw: Draw) -> Content:
    """A whole profile; `~` keys (removed before comparison) hold what printing needs."""
    name, short, plural = draw.pick(words.OCCUPATIONS)
    speak = _Speaker(draw, plural)
    found: Content = {
        "family": "role-based",
        "document_type": "beroepscompetentieprofiel",
        "name": name,
        "language": "nl",
    }
    if draw.chance(0.8):
        found["short_name"] = short
    if draw.chance(0.7):
        found["sector"] = draw.pick(words.SECTORS)
    if draw.chance(0.85):
        found["nlqf_level"] = draw.pick(("2", "3", "4", "5"))
    if draw.chance(0.85):
        found["version"] = draw.pick(("1", "2", "3", "1.0", "2.1"))
    found["date"] = _date(draw)
    found["developed_by"] = draw.some(words.ISSUERS, 1, 2)
    found["source_documents"] = [_source(draw, one) for one in draw.some(words.SOURCES, 2, 4)]
    found["legitimations"] = [{"body": one} for one in draw.some(words.BODIES, 1, 2)]
    found["job_titles"] = draw.some(words.TITLES, 2, 5)
    found["related_occupations"] = draw.some(words.RELATED, 2, 4)
    found["career_prospects"] = speak.blocks()
    found["description"] = _description(draw, speak)
    found["trends"] = _trends(draw, speak)
    found["roles"] = [_role(draw, speak, one) for one in draw.some(words.ROLES, 1, 3)]
    if draw.chance(0.3):
        found["unplaced"] = [{"label": draw.pick(words.UNKNOWN), "text": [speak.paragraph()]}]
    return found


class _Speaker:
    """The prose of one occupation; no sentence is said twice while there are others."""

    def __init__(self, draw: Draw, plural: str) -> None:
        self.draw = draw
        self.plural = plural
        self.left: dict[tuple[str, ...], list[str]] = {}

    def sentence(self, pool: tuple[str, ...] = words.SENTENCES) -> str:
        left = self.left.setdefault(pool, [])
        if not left:
            left.extend(self.draw.some(pool, len(pool), len(pool)))
        lower = self.plural[0].lower() + self.plural[1:]
        return left.pop().format(P=self.plural, p=lower)

    def paragraph(self, pool: tuple[str, ...] = words.SENTENCES, most: int = 3) -> Content:
        count = self.draw.pick(range(1, most + 1))
        return {"type": "paragraph", "text": " ".join(self.sentence(pool) for _ in range(count))}

    def listed(self) -> list[Content]:
        points = self.draw.some(words.POINTS, 2, 5)
        ordered = self.draw.chance(0.25)
        return [
            {"type": "paragraph", "text": self.sentence(words.LEAD_INS)},
            {"type": "list", "ordered": ordered, "items": points},
        ]

    def blocks(self, pool: tuple[str, ...] = words.SENTENCES) -> list[Content]:
        """One to three paragraphs, now and then a list with its lead-in at the end."""
        found = [self.paragraph(pool) for _ in range(self.draw.pick((1, 1, 2, 3)))]
        if self.draw.chance(0.2):
            found += self.listed()
        return found


def _date(draw: Draw) -> str:
    year, month = draw.pick(range(2019, 2027)), draw.pick(range(1, 13))
    day = draw.pick(range(1, 29))
    whole = f"{year}-{month:02d}-{day:02d}"
    return whole if draw.chance(0.8) else whole[:7]


def _source(draw: Draw, found: tuple[str, str]) -> Content:
    title, publisher = found
    year = draw.pick((2021, 2022, 2023, 2024, 2025, None))
    return {"~title": title, "~publisher": publisher, **({"year": year} if year else {})}


def _description(draw: Draw, speak: _Speaker) -> Content:
    found: Content = {"work_environment": speak.blocks()}
    found["attitude"] = speak.listed() if draw.chance(0.7) else speak.blocks()
    found["responsibility_and_autonomy"] = speak.blocks()
    keys = list(DESCRIPTORS)[: draw.pick((4, 6, 6, 6))]
    found["knowledge_and_skills"] = {key: [speak.paragraph()] for key in keys}
    found["complexity"] = speak.blocks()
    return found


def _trends(draw: Draw, speak: _Speaker) -> Content:
    market: Content = {"text": speak.blocks()[:2]}
    if market["text"][-1]["text"].endswith(":"):
        market["text"].pop()
    market["text"] = market["text"] or [speak.paragraph()]
    if draw.chance(0.6):
        market["source"] = draw.pick(words.MARKET_SOURCES)
    return {"labour_market": market, "developments": _developments(draw, speak)}


def _developments(draw: Draw, speak: _Speaker) -> list[Content]:
    ending = draw.pick(_TREND_ENDINGS)
    known = [
        {"dimension": dimension, "title": f"{adjective} {ending}"}
        for adjective, dimension in words.DIMENSIONS
    ]
    count = draw.pick((6, 6, 4, 3, 5))
    found: list[Content] = [known[at] for at in sorted(draw.rng.sample(range(6), count))]
    if draw.chance(0.35):
        found += [{"title": one} for one in draw.some(words.OTHER_TRENDS, 1, 2)]
    for one in found:
        paragraphs = draw.pick((1, 1, 1, 2))
        one["text"] = [speak.paragraph(words.TREND_SENTENCES, 2) for _ in range(paragraphs)]
        if draw.chance(0.1):
            one["text"] += speak.listed()
    return found


def _role(draw: Draw, speak: _Speaker, name: str) -> Content:
    end = draw.always("end of a statement", ("", "."))
    ending = draw.always("end of an indicator", ("", "", ".", ";"))
    found: Content = {"name": name}
    found["responsibility"] = f"De {name.lower()} {speak.sentence(words.STATEMENTS)}{end}"
    found["description"] = speak.blocks()
    found["competencies"] = [
        {"name": one, "indicators": _indicators(draw, ending)}
        for one in draw.some(words.COMPETENCIES, 2, 5)
    ]
    found["knowledge_and_skills"] = [
        *({"kind": "knowledge", "text": one} for one in draw.some(words.KNOWLEDGE, 2, 5)),
        *({"kind": "skill", "text": one} for one in draw.some(words.SKILLS, 2, 4)),
        *({"kind": "other", "text": one} for one in draw.some(words.OTHERS, 0, 1)),
    ]
    found["consequence_of_error"] = [speak.paragraph(words.RISKS, 2)]
    return found


def _indicators(draw: Draw, ending: str) -> list[Content]:
    found = [one + ending for one in draw.some(words.INDICATORS, 2, 5)]
    if ending == ";":
        found[-1] = found[-1][:-1] + "."
    return [{"text": one} for one in found]
