"""A profile and the choices of a maker to a document, and the content that it then holds."""

from __future__ import annotations

import copy
import itertools
import random
from collections.abc import Iterator
from typing import Any

from tests.core_tasks.choices import Choices
from tests.core_tasks.parts import (
    Bullets,
    Cell,
    Contents,
    Document,
    Dress,
    Grid,
    Heading,
    Inner,
    Labelled,
    Lines,
    PageEnd,
    Para,
    Part,
    Row,
    cell_of,
)
from tests.core_tasks.shape import Content, Subject
from tests.core_tasks.tasks import Tasks, code_and_name, task_mark
from tests.core_tasks.wording import INTRODUCTION, LABELS, SECTIONS, written_date

Field = tuple[str, tuple[Inner, ...]]  # a printed label and what it says

_DESCRIPTION = (
    "summary work_environment attitude role_and_responsibilities responsibility_and_autonomy "
    "complexity result"
).split()


def composed(subject: Subject, choices: Choices, dress: Dress) -> Document:
    """The document."""
    return _Composer(subject, choices, dress).document()


def expected(subject: Subject, choices: Choices) -> Content:
    """The content that the document holds: without what it does not print."""
    content = copy.deepcopy(subject.content)
    if choices.codes in ("word", "bare"):
        for task in content["core_tasks"]:
            task.pop("code", None)
            for process in task.get("work_processes", []):
                process.pop("code", None)
    if "competency_matrix" in content:
        content["competency_matrix"] = [
            {"row": row, "column": column, "value": value}
            for row, column, value in matrix_cells(subject, choices)
        ]
    return content


def matrix_cells(subject: Subject, choices: Choices) -> Iterator[tuple[str, str, str]]:
    """(row, column, value) of the cells that are filled, in reading order."""
    rows, columns, values = matrix_of(subject, choices)
    for (number, row), (at, column) in itertools.product(enumerate(rows), enumerate(columns)):
        if (number, at) in values:
            yield row, column, values[number, at]


def matrix_of(
    subject: Subject, choices: Choices
) -> tuple[list[str], list[str], dict[tuple[int, int], str]]:
    """Heads of rows and columns, and the values at their numbers."""
    content = subject.content
    cells = content["competency_matrix"]
    found = [(one["competency"], one["task"], one["value"]) for one in cells]
    competencies = [one["name"] for one in content["competencies"]]
    if choices.matrix == "competencies":
        columns = [task_mark(task, choices) for task in content["core_tasks"]]
        return competencies, columns, {(c, t): value for c, t, value in found}
    rows = [code_and_name(task, "core_task", choices) for task in content["core_tasks"]]
    numbers = [one["code"] for one in content["competencies"]]
    return rows, numbers, {(t, c): value for c, t, value in found}


class _Composer:
    def __init__(self, subject: Subject, choices: Choices, dress: Dress) -> None:
        self.subject = subject
        self.content: dict[str, Any] = subject.content
        self.choices = choices
        self.dress = dress
        self.number = 0
        self.under = 0
        self.tasks = Tasks(subject, choices)

    # --------------------------------------------------------------------------- the document

    def document(self) -> Document:
        body: list[Part] = []
        if not (self.choices.cover and self.choices.labels % 3 == 0 and not self._code_in_title()):
            body.append(Heading(0, self._title()))
        body.extend(self._sections())
        front: list[Part] = []
        if self.choices.contents:
            headings = [p for p in body if isinstance(p, Heading) and 1 <= p.level <= 2]
            front = [Contents("Inhoudsopgave", _contents(headings)), PageEnd()]
        name = self.content["name"]
        return Document(
            title=self._title(),
            cover=self._cover() if self.choices.cover else (),
            parts=(*front, *body),
            head=f"Beroepscompetentieprofiel {name}" if self.choices.head else "",
            foot=self._foot(),
            dress=self.dress,
        )

    def _code_in_title(self) -> bool:
        return "code" in self.content and not self.choices.code_row

    def _title(self) -> str:
        word = "Beroepscompetentieprofiel"
        if self.choices.title == "capitals":
            word = word.upper()
        code = f" ({self.content['code']})" if self._code_in_title() else ""
        return f"{word} {self.content['name']}{code}"

    def _cover(self) -> tuple[str, ...]:
        """Its name is in capitals only where the body has it in ordinary case."""
        name = self.content["name"]
        has_title = self.choices.labels % 3 != 0 or self._code_in_title()
        capitals = self.choices.title == "capitals" and (has_title or self.choices.name_row)
        lines = ["Beroepscompetentieprofiel", name.upper() if capitals else name]
        if self.choices.facts in ("cover", "foot"):
            word = "Datum wijzigen: " if self.subject.generation == "colo" else ""
            lines.append(word + self._date())
            if "status" in self.content:
                lines.append(f"Status: {self.content['status']}")
            if "version" in self.content and self.choices.facts == "cover":
                lines.append(f"Versie {self.content['version']}")
        return tuple(lines)

    def _foot(self) -> str:
        version = ""
        if self.choices.facts == "foot" and "version" in self.content:
            version = f"Versie {self.content['version']} "
        ways = {
            "of": "{page} van {pages}",
            "page-of": "Pagina {page} van {pages}",
            "bcp": f"BCP {self.content['name']} Pagina {{page}}/{{pages}}",
            "plain": "{page}",
        }
        return version + ways["page-of" if version else self.choices.foot]

    def _date(self) -> str:
        return written_date(self.content["date"], self.choices.date)

    def _sections(self) -> Iterator[Part]:
        if self.choices.introduction:
            yield from self._introduction()
        if self.subject.generation == "bcp":
            yield from self._bcp_general()
        else:
            yield from self._general()
            yield from self._description()
            yield from self._trends("1")
        yield from self._core_tasks()
        yield from self._rest()

    # ----------------------------------------------------------------------------- headings

    def _section(self, key: str, level: int = 1) -> Heading:
        ways = SECTIONS[self.subject.generation][key]
        return self._numbered(ways[self.choices.labels % len(ways)], level)

    def _numbered(self, text: str, level: int) -> Heading:
        if not self.choices.numbered:
            return Heading(level, text)
        if level == 1:
            self.number += 1
            self.under = 0
            return Heading(1, f"{self.number} {text}")
        self.under += 1
        return Heading(level, f"{self.number}.{self.under} {text}")

    def _label(self, key: str) -> str:
        ways = LABELS[key]
        if key == "role_and_responsibilities":
            ways = ways[:1]  # the other is of core tasks alone
        return ways[self.choices.labels % len(ways)]

    # -------------------------------------------------------------------------- general part

    def _introduction(self) -> Iterator[Part]:
        for number, (heading, paragraphs) in enumerate(INTRODUCTION):
            yield Heading(1 if number == 0 else 2, heading)
            yield from (Para(text) for text in paragraphs)

    def _general(self) -> Iterator[Part]:
        yield self._section("general")
        groups = [
            self._makers_fields(),
            self._source_fields(),
            self._legitimation_fields(),
            self._occupation_fields(),
        ]
        if self.choices.order:
            random.Random(self.choices.order).shuffle(groups)
        fields = [*self._identity_fields(), *itertools.chain.from_iterable(groups)]
        if self.choices.general == "table":
            yield self._general_table(fields)
        elif self.choices.general == "headings":
            yield from self._fields(fields, "headings", 2)
        else:
            yield from self._general_lines(fields)

    def _identity_fields(self) -> list[Field]:
        found: list[Field] = []
        content = self.content
        if self.choices.name_row:
            found.append((self._label("name"), (Para(content["name"]),)))
        if "code" in content and self.choices.code_row:
            found.append((self._label("code"), (Para(content["code"]),)))
        for key in ("sector", "nlqf_level"):
            if key in content and (key != "nlqf_level" or self.subject.generation == "dossier"):
                found.append((self._label(key), (Para(content[key]),)))
        if self.choices.facts in ("rows", "corner"):
            if self.choices.facts == "rows":
                word = "Datum wijzigen" if self.subject.generation == "colo" else "Datum"
                found.append((word, (Para(self._date()),)))
                if "version" in content:
                    found.append((self._label("version"), (Para(content["version"]),)))
            if "status" in content:
                found.append((self._label("status"), (Para(content["status"]),)))
        return found

    def _makers_fields(self) -> list[Field]:
        found: list[Field] = []
        if "steering_body" in self.content:
            found.append((self._label("steering_body"), (Para(self.content["steering_body"]),)))
        keys = ["commissioned_by", "developed_by"]
        if self.choices.labels % 2:
            keys.reverse()
        for key in keys:
            if key in self.content:
                found.append((self._label(key), self._bodies(self.content[key])))
        return found

    def _bodies(self, values: list[str]) -> tuple[Inner, ...]:
        if len(values) == 1:
            return (Para(values[0]),)
        commas = any("," in value for value in values)
        if self.choices.names in ("comma", "semicolon") and not commas:
            return (Para("; ".join(values)),)
        if self.choices.names == "list":
            return (Bullets(tuple(values)),)
        return (Lines(tuple(values)),)

    def _source_fields(self) -> list[Field]:
        texts = tuple(one["text"] for one in self.content["source_documents"])
        return [(self._label("source_documents"), (Bullets(texts, typed=self.choices.typed),))]

    def _legitimation_fields(self) -> list[Field]:
        """A label without parts is a heading over those that follow."""
        entries = self.content["legitimations"]
        if self.subject.generation == "colo":
            ways = {"format": "- op format vereisten door", "content": "- op inhoud door"}
            rows = [(ways[e["aspect"]], (Para(e["text"]),) if e["text"] else ()) for e in entries]
            return [("Legitimering beroepscompetentieprofiel", ()), *rows]
        if self.subject.generation == "dossier":
            return [("Gelegitimeerd door", tuple(Para(one["text"]) for one in entries))]
        found: list[Field] = [("Verantwoording", ())]
        for one in entries:
            found.append(("Vastgesteld door:", (Para(one["text"]),)))
            found.append(("Op:", (Para(written_date(one["date"], "long")),)))
            found.append(("Te:", (Para(one["place"]),)))
        return found

    def _occupation_fields(self) -> list[Field]:
        return [
            (self._label("job_titles"), self._names(self.content["job_titles"])),
            (self._label("related_occupations"), self._names(self.content["related_occupations"])),
            (self._label("career_prospects"), self.tasks.blocks(self.content["career_prospects"])),
        ]

    def _names(self, values: list[str]) -> tuple[Inner, ...]:
        if self.choices.names == "comma":
            return (Para(", ".join(values)),)
        if self.choices.names == "semicolon":
            return (Para("; ".join(values)),)
        if self.choices.names == "list":
            return (Bullets(tuple(values), typed=self.choices.typed),)
        return (Lines(tuple(values)),)

    def _general_table(self, fields: list[Field]) -> Grid:
        corner = self.choices.facts == "corner"
        widths = (0.34, 0.4, 0.26) if corner else (0.34, 0.66)
        span = len(widths) - 1
        rows: list[Row] = []
        if corner:
            date = f"datum: {self._date()}"
            version = f"versie: {self.content['version']}"
            head = cell_of("Algemene informatie", "label")
            rows.append(Row((head, cell_of(date), cell_of(version))))
        for label, parts in fields:
            if label in ("Legitimering beroepscompetentieprofiel", "Verantwoording"):
                rows.append(Row((cell_of(label, "label", len(widths)),)))
            else:
                rows.append(Row((cell_of(self._colon(label), "label"), Cell(parts, span=span))))
        return Grid(widths, tuple(rows))

    def _colon(self, label: str) -> str:
        return f"{label}:" if self.choices.colon and not label.endswith(":") else label

    def _general_lines(self, fields: list[Field]) -> Iterator[Part]:
        """Short facts as `Label: value`, the rest as a label over its text."""
        for label, parts in fields:
            if label in ("Legitimering beroepscompetentieprofiel", "Verantwoording"):
                yield Para(label, "bold")
            elif not parts:
                yield Para(f"{label.rstrip(':')}:")
            elif len(parts) == 1 and isinstance(parts[0], Para) and len(parts[0].text) < 90:
                yield Para(parts[0].text, label=f"{label.rstrip(':')}:")
            else:
                yield Labelled(self._colon(label), parts)

    def _bcp_general(self) -> Iterator[Part]:
        yield Heading(1, "Colofon")
        fields = [
            *self._identity_fields(),
            *self._makers_fields(),
            *self._legitimation_fields(),
        ]
        if self.choices.general == "table":
            yield self._general_table(fields)
        else:
            yield from self._general_lines(fields)
        yield Heading(1, self._label("source_documents"))
        yield from self._source_fields()[0][1]
        yield self._section("general")
        for label, parts in self._occupation_fields()[:1]:
            yield self._numbered(label, 2)
            yield from parts
        label, parts = self._occupation_fields()[1]
        yield self._numbered(label, 2)
        yield from parts
        yield self._section("description", 2)
        yield from self._fields(self._description_fields(), self.choices.description, 3)
        label, parts = self._occupation_fields()[2]
        yield self._numbered(label, 2)
        yield from parts
        yield from self._trends("2")

    # ------------------------------------------------------------- description and trends

    def _description(self) -> Iterator[Part]:
        """The section; under its own name the summary needs no heading below it."""
        section = self._section("description")
        yield section
        fields = self._description_fields()
        form = self.choices.description
        own = section.text == fields[0][0] and form == "headings" and self.choices.labels % 4
        if own:
            yield from fields.pop(0)[1]
        yield from self._fields(fields, form, 2)

    def _description_fields(self) -> list[Field]:
        description = self.content["description"]
        unplaced = self.content.get("unplaced", [])
        found: list[Field] = []
        keys = list(_DESCRIPTION)
        if self.choices.order:
            random.Random(self.choices.order).shuffle(keys)
            keys = [*_DESCRIPTION[:1], *(key for key in keys if key != _DESCRIPTION[0])]
        for key in keys:
            if key in description:
                found.append((self._label(key), self.tasks.blocks(description[key])))
            if key == "attitude" and self.subject.generation == "bcp":
                found.extend(self._level_field(unplaced))
        for key in ("legal_requirements", "sector_requirements"):
            if key in self.content:
                found.append((self._label(key), self.tasks.blocks(self.content[key])))
        found.extend(
            (one["label"], self.tasks.blocks(one["text"]))
            for one in unplaced
            if one["label"] != LABELS["level"][0]
        )
        return found

    def _level_field(self, unplaced: list[Content]) -> Iterator[Field]:
        label = LABELS["level"][0]
        for one in unplaced:
            if one["label"] == label:
                yield label, self.tasks.blocks(one["text"])
                return
        level = self.content["nlqf_level"]
        yield label, (Para(f"Niveau {level}" if self.choices.labels % 2 else level),)

    def _fields(self, fields: list[Field], form: str, level: int) -> Iterator[Part]:
        if form == "table":
            rows = [
                Row((cell_of(self._colon(label), "label"), Cell(parts))) for label, parts in fields
            ]
            yield Grid((0.3, 0.7), tuple(rows))
            return
        for label, parts in fields:
            if form == "headings":
                yield Heading(level, label)
                yield from parts
            else:
                yield Labelled(self._colon(label), parts)

    def _trends(self, level: str) -> Iterator[Part]:
        trends = self.content.get("trends")
        if trends is None:
            return
        heading = self._section("trends", int(level))
        yield heading
        developments = trends["developments"]
        if len(developments) == 1 and developments[0]["title"] == heading.text:
            yield from self.tasks.blocks(developments[0]["text"])
            return
        fields: list[Field] = []
        if "labour_market" in trends:
            fields.append((self._label("labour_market"), self._market(trends["labour_market"])))
        for one in developments:
            number = f"{one['number']}. " if "number" in one else ""
            fields.append((number + one["title"], self.tasks.blocks(one["text"])))
        form = self.choices.trends
        for part in self._fields(fields, form, int(level) + 1):
            yield (
                Labelled(part.label.rstrip(":"), part.parts) if isinstance(part, Labelled) else part
            )

    def _market(self, market: Content) -> tuple[Inner, ...]:
        parts = self.tasks.blocks(market["text"])
        source = f"Bron: {market['source']}"
        last = parts[-1]
        if self.choices.source_apart or not isinstance(last, Para):
            return (*parts, Para(source))
        return (*parts[:-1], Para(f"{last.text} {source}"))

    # ----------------------------------------------------------------------------- core tasks

    def _core_tasks(self) -> Iterator[Part]:
        if self.choices.overview != "none":
            yield self._section("overview")
            yield from self.tasks.overview()
        yield self._section("tasks")
        for task in self.content["core_tasks"]:
            yield from self.tasks.task(task)

    def _rest(self) -> Iterator[Part]:
        if "core_challenges" in self.content:
            yield self._section("challenges")
            yield from self.tasks.challenges(self.content["core_challenges"])
        if "competencies" in self.content:
            yield self._section("competencies")
            if self.subject.generation == "colo":
                yield from self.tasks.criteria(self.content["competencies"])
            else:
                yield from self.tasks.overarching(self.content["competencies"])
        if "competency_matrix" in self.content:
            yield self._section("matrix")
            yield from self._matrix()

    def _matrix(self) -> Iterator[Part]:
        rows, columns, values = matrix_of(self.subject, self.choices)
        by_task = self.choices.matrix == "tasks"
        corner = "Kerntaak" if by_task else "Beroepscompetentie"
        first = 0.46 if by_task or len(columns) < 5 else 0.3
        rest = (1 - first) / len(columns)
        lines: list[Row] = []
        if by_task:
            over = cell_of("Beroepscompetentie", "head", len(columns))
            lines.append(Row((cell_of("", "head"), over), repeats=True))
        head = (cell_of(corner, "head"), *(cell_of(one, "head") for one in columns))
        lines.append(Row(head, repeats=True))
        for number, row in enumerate(rows):
            cells = [cell_of(values.get((number, at), "")) for at in range(len(columns))]
            lines.append(Row((cell_of(row), *cells)))
        yield Grid((first, *[rest] * len(columns)), tuple(lines))
        yield Para(self._legend(by_task))

    def _legend(self, by_task: bool) -> str:
        if by_task:
            named = (f"{one['code']} = {one['name']}" for one in self.content["competencies"])
            return "; ".join(named)
        values = {one["value"] for one in self.content["competency_matrix"]}
        if values == {"x"}:
            return "x = deze competentie is nodig voor de kerntaak"
        return "A = van groot belang, B = van belang"


def _contents(headings: list[Heading]) -> tuple[tuple[int, str], ...]:
    lines: list[tuple[int, str]] = []
    page = 3.0
    for heading in headings:
        dots = "." * max(4, 78 - len(heading.text) - 4 * heading.level)
        lines.append((heading.level, f"{heading.text} {dots} {int(page)}"))
        page += 0.6
    return tuple(lines)
