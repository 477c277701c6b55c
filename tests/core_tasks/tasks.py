"""Core tasks, work processes and competencies in the forms that makers give them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from typing import Any

from tests.core_tasks.choices import Choices
from tests.core_tasks.parts import (
    Bullets,
    Cell,
    Grid,
    Heading,
    Inner,
    Labelled,
    Lines,
    Para,
    Part,
    Row,
    cell_of,
)
from tests.core_tasks.shape import Content, Subject
from tests.core_tasks.wording import LABELS, PROCESS_RESULT, TASK_DESCRIPTION

Field = tuple[str, tuple[Inner, ...]]

_TASK_FIELDS = (
    "description role_and_responsibilities complexity responsibility_and_autonomy stakeholders "
    "tools quality dilemmas knowledge_and_skills consequence_of_error"
).split()
_DASHED = "B"  # codes of the dossiers begin with it
_PAIR = (0.28, 0.72)
_CODE_PAIR = (0.28, 0.72)


def task_mark(task: Content, choices: Choices) -> str:
    """How a table names a core task in short: its code, or its name where none is printed."""
    if choices.codes in ("word", "bare"):
        return str(task["name"])
    return _mark(task, "core_task", choices)


def _mark(node: Content, kind: str, choices: Choices) -> str:
    code = str(node["code"])
    if code.startswith(_DASHED):
        return code
    if kind == "core_task":
        return f"Kerntaak {code}"
    return f"Werkproces {code}" if choices.process_word else code


def code_and_name(node: Content, kind: str, choices: Choices) -> str:
    """The title of a core task or work process on one line."""
    name = str(node["name"])
    if choices.codes == "bare":
        return name
    if choices.codes == "word":
        return f"{'Kerntaak' if kind == 'core_task' else 'Werkproces'}: {name}"
    mark = _mark(node, kind, choices)
    bare_number = mark == node["code"] and not mark.startswith(_DASHED)
    if choices.codes == "colon" and not bare_number:
        return f"{mark}: {name}"
    return f"{mark} {name}"


class Tasks:
    """The parts of the core tasks of one document."""

    def __init__(self, subject: Subject, choices: Choices) -> None:
        self.subject = subject
        self.choices = choices

    def blocks(self, blocks: list[Content]) -> tuple[Inner, ...]:
        """Text blocks as parts."""
        found: list[Inner] = []
        for block in blocks:
            if block["type"] == "paragraph":
                found.append(Para(block["text"]))
            else:
                typed = "" if block["ordered"] else self.choices.typed
                found.append(Bullets(tuple(block["items"]), block["ordered"], typed))
        return tuple(found)

    def _label(self, key: str) -> str:
        ways = LABELS[key]
        return ways[self.choices.labels % len(ways)]

    def _colon(self, label: str) -> str:
        return f"{label}:" if self.choices.colon else label

    # ------------------------------------------------------------------------------ overview

    def overview(self) -> Iterator[Part]:
        tasks = self.subject.content["core_tasks"]
        has_processes = any("work_processes" in task for task in tasks)
        form = self.choices.overview
        if form == "list":
            yield from self._overview_list(tasks)
        elif not has_processes:
            rows = [Row((cell_of("Kerntaken", "head", 1),))]
            rows += [Row((cell_of(self._title(task, "core_task")),)) for task in tasks]
            yield Grid((1.0,), tuple(rows))
        else:
            yield self._overview_table(tasks, form)

    def _title(self, node: Content, kind: str) -> str:
        """As in a table whose columns say what is what."""
        if self.choices.codes == "word":
            return str(node["name"])
        return code_and_name(node, kind, self.choices)

    def _overview_list(self, tasks: list[Content]) -> Iterator[Part]:
        for task in tasks:
            processes = task.get("work_processes", [])
            title = code_and_name(task, "core_task", self.choices)
            yield Para(title, "bold" if processes else "plain")
            if processes:
                named = (code_and_name(one, "work_process", self.choices) for one in processes)
                yield Lines(tuple(named))

    def _overview_table(self, tasks: list[Content], form: str) -> Grid:
        four = form == "four"
        head = tuple(cell_of(one, "head", 2 if four else 1) for one in ("Kerntaak", "Werkproces"))
        rows = [Row(head, repeats=True)]
        for task in tasks:
            processes: list[Content] = task.get("work_processes", [])
            rows.extend(self._overview_rows(task, processes, form))
        return Grid((0.14, 0.33, 0.16, 0.37) if four else (0.45, 0.55), tuple(rows))

    def _overview_rows(self, task: Content, processes: list[Content], form: str) -> Iterator[Row]:
        left = self._cells(task, "core_task", form)
        if form == "lines" or not processes:
            titles = tuple(self._title(one, "work_process") for one in processes)
            right = [Cell((Lines(titles),) if titles else ())]
            if form == "four":
                right.append(cell_of(""))
            yield Row((*left, *right))
            return
        for number, process in enumerate(processes):
            cells = self._cells(process, "work_process", form)
            if form == "span":
                deep = [Cell(one.parts, one.kind, one.span, len(processes)) for one in left]
                yield Row((*(deep if number == 0 else ()), *cells))
            else:
                empty = [cell_of("") for _ in left]
                yield Row((*(left if number == 0 else empty), *cells))

    def _cells(self, node: Content, kind: str, form: str) -> list[Cell]:
        if form == "four":
            mark = _mark(node, kind, self.choices)
            return [cell_of(mark), cell_of(str(node["name"]))]
        return [cell_of(self._title(node, kind))]

    # ------------------------------------------------------------------ core tasks, processes

    def task(self, task: Content) -> Iterator[Part]:
        """A core task with its work processes."""
        fields = self._task_fields(task)
        yield from self._node(task, "core_task", fields, self.choices.tasks, 2)
        for process in task.get("work_processes", []):
            yield from self._process(process)

    def _task_fields(self, task: Content) -> list[Field]:
        found: list[Field] = []
        generation = self.subject.generation
        for key in self._task_keys():
            if key not in task:
                continue
            if key == "knowledge_and_skills":
                found.append((self._label(key), self._knowledge(task[key])))
            elif key == "description":
                found.append((TASK_DESCRIPTION[generation][0], self.blocks(task[key])))
            elif key == "role_and_responsibilities":
                ways = LABELS[key]
                found.append((ways[(self.choices.labels + 1) % 2], self.blocks(task[key])))
            else:
                found.append((self._label(key), self.blocks(task[key])))
        return found

    def _task_keys(self) -> list[str]:
        """What is done comes first, knowledge and risk last; between them makers differ."""
        first, *middle, known, risk = _TASK_FIELDS
        if self.choices.order:
            random.Random(self.choices.order).shuffle(middle)
        return [first, *middle, known, risk]

    def _knowledge(self, items: list[Content]) -> tuple[Inner, ...]:
        parts: list[Inner] = list(self._lead_in())
        for to, group in itertools.groupby(items, lambda one: one.get("applies_to", "")):
            if to:
                parts.append(Para(f"Voor {to} geldt aanvullend:"))
            texts = tuple(one["text"] for one in group)
            parts.append(Bullets(texts, typed=self.choices.typed))
        return tuple(parts)

    def _lead_in(self) -> Iterator[Para]:
        if self.choices.lead_in == "person":
            yield Para(f"{self.subject.person}:")
        elif self.choices.lead_in == "practitioner":
            yield Para("De beroepsbeoefenaar:")

    def _process(self, process: Content) -> Iterator[Part]:
        fields: list[Field] = []
        if "description" in process:
            fields.append(("Omschrijving", self.blocks(process["description"])))
        if "result" in process:
            ways = PROCESS_RESULT[self.subject.generation]
            label = ways[self.choices.labels % len(ways)]
            fields.append((label, self.blocks(process["result"])))
        if "tools" in process:
            fields.append((self._label("tools"), self.blocks(process["tools"])))
        if "behaviour" in process:
            fields.append((self._label("behaviour"), self._behaviour(process)))
        form = self.choices.processes
        competencies: list[Content] = process.get("competencies", [])
        named = all(not one["indicators"] for one in competencies)
        if named and competencies and self.choices.competencies == "row":
            listed = ", ".join(one["name"] for one in competencies)
            fields.append((self._label("competencies"), (Para(listed),)))
        knowledge: list[Field] = []
        if "knowledge_and_skills" in process:
            label = self._label("knowledge_and_skills")
            knowledge = [(label, self._knowledge(process["knowledge_and_skills"]))]
        if self.choices.knowledge_first or named:
            fields.extend(knowledge)
            knowledge = []
        if named:
            yield from self._node(process, "work_process", fields, form, 3)
        elif self.choices.competencies == "rows":
            yield from self._with_rows(process, fields, competencies, knowledge)
        else:
            yield from self._node(process, "work_process", fields, form, 3)
            yield from self._full(competencies)
            yield from self._fields(knowledge, form, 4)

    def _behaviour(self, process: Content) -> tuple[Inner, ...]:
        texts = tuple(one["text"] for one in process["behaviour"])
        typed = self.choices.typed or ("- " if self.choices.labels % 2 else "")
        parts: list[Inner] = [*self._lead_in(), Bullets(texts, typed=typed.strip())]
        found = ", ".join(one["name"] for one in process.get("competencies", []))
        if found and self.choices.competencies == "closing":
            parts.append(Para(f"De onderliggende competenties zijn: {found}"))
        elif found and self.choices.competencies == "short":
            parts.append(Para(f"Onderliggende competenties: {found}."))
        return tuple(parts)

    def _node(
        self, node: Content, kind: str, fields: list[Field], form: str, level: int
    ) -> Iterator[Part]:
        """A title and its fields; a title alone is a heading, or a table of one row."""
        title = code_and_name(node, kind, self.choices)
        if form in ("table", "title-label"):
            yield self._table(node, kind, fields, form)
            return
        yield Heading(level, title)
        yield from self._fields(fields, form, level + 1)

    def _fields(self, fields: list[Field], form: str, level: int) -> Iterator[Part]:
        if not fields:
            return
        if form in ("headings", "lines"):
            for label, parts in fields:
                if form == "headings":
                    yield Heading(min(level, 4), label)
                    yield from parts
                else:
                    yield Labelled(self._colon(label), parts)
            return
        yield Grid(_PAIR, (*self._column_heads(), *self._rows(fields)))

    def _rows(self, fields: list[Field]) -> Iterator[Row]:
        for label, parts in fields:
            yield Row((cell_of(self._colon(label), "label"), Cell(parts)))

    def _column_heads(self) -> Iterator[Row]:
        if self.choices.column_heads:
            heads = (cell_of("Onderwerp", "head"), cell_of("Toelichting", "head"))
            yield Row(heads, repeats=True)

    def _table(self, node: Content, kind: str, fields: list[Field], form: str) -> Grid:
        title = code_and_name(node, kind, self.choices)
        if form == "title-label" and fields:
            (label, parts), *rest = fields
            first = Cell((Para(title, "title"), Para(label)), "label")
            return Grid(_PAIR, (Row((first, Cell(parts))), *self._rows(rest)))
        return Grid(_CODE_PAIR, (self._title_row(node, kind), *self._rows(fields)))

    def _title_row(self, node: Content, kind: str) -> Row:
        choices = self.choices
        repeats = choices.labels % 3 == 1
        if choices.codes == "cells":
            mark = cell_of(_mark(node, kind, choices), "title")
            return Row((mark, cell_of(str(node["name"]), "title")), repeats)
        if choices.codes == "word":
            word = "Kerntaak" if kind == "core_task" else "Werkproces"
            return Row((cell_of(word, "title"), cell_of(str(node["name"]), "title")), repeats)
        return Row((cell_of(code_and_name(node, kind, choices), "title", 2),), repeats)

    # ------------------------------------------------------------------------- competencies

    def _with_rows(
        self,
        process: Content,
        fields: list[Field],
        competencies: list[Content],
        knowledge: list[Field],
    ) -> Iterator[Part]:
        """Competencies as rows of the table of their work process."""
        rows: list[Row] = []
        for one in competencies:
            rows.append(Row((cell_of(f"Competentie {_lettered(one)}", "head", 2),)))
            rows.extend(self._rows(self._competency_fields(one)))
        rows.extend(self._rows(knowledge))
        form = self.choices.processes
        if form in ("table", "title-label"):
            table = self._table(process, "work_process", fields, form)
            yield Grid(table.widths, (*table.rows, *rows))
            return
        yield Heading(3, code_and_name(process, "work_process", self.choices))
        yield Grid(_PAIR, (*self._rows(fields), *rows))

    def _competency_fields(self, one: Content) -> list[Field]:
        texts = tuple(item["text"] for item in one["indicators"])
        shown: tuple[Inner, ...] = (Bullets(texts, typed=self.choices.typed),)
        if len(texts) == 1:
            shown = (Para(texts[0]),)
        found: list[Field] = []
        if "description" in one:
            found.append(("Omschrijving", self.blocks(one["description"])))
        components = Bullets(tuple(one["components"]), typed=self.choices.typed)
        found.append((self._label("components"), (components,)))
        found.append((self._label("indicators"), shown))
        return found

    def _full(self, competencies: list[Content]) -> Iterator[Part]:
        """Competencies after the table of their work process."""
        if self.choices.competencies == "table":
            yield self._competency_table(competencies)
            return
        form = self.choices.processes
        for one in competencies:
            title = f"Competentie {_lettered(one)}"
            fields = self._competency_fields(one)
            if form in ("table", "title-label"):
                yield Grid(_PAIR, (Row((cell_of(title, "head", 2),)), *self._rows(fields)))
            elif form == "heading-table":
                yield Heading(4, title)
                yield Grid(_PAIR, tuple(self._rows(fields)))
            else:
                yield Heading(4, title) if form == "headings" else Para(title, "bold")
                yield from (Labelled(self._colon(label), parts) for label, parts in fields)

    def _competency_table(self, competencies: list[Content]) -> Grid:
        described = any("description" in one for one in competencies)
        labels = [*(["Omschrijving"] if described else [])]
        labels += [self._label("components"), self._label("indicators")]
        rows = [Row(tuple(cell_of(one, "head") for one in ("Competentie", *labels)), repeats=True)]
        for one in competencies:
            parts = [Cell(found) for _, found in self._competency_fields(one)]
            rows.append(Row((cell_of(_lettered(one)), *parts)))
        widths = (0.2, 0.26, 0.24, 0.3) if described else (0.25, 0.3, 0.45)
        return Grid(widths, tuple(rows))

    def overarching(self, competencies: list[Content]) -> Iterator[Part]:
        """Overkoepelende competenties."""
        if self.choices.structure == "tables":
            yield self._competency_table(competencies)
        elif self.choices.structure == "mixed":
            for one in competencies:
                yield Heading(2, _lettered(one))
                yield Grid(_PAIR, tuple(self._rows(self._competency_fields(one))))
        else:
            for one in competencies:
                yield Heading(2, _lettered(one))
                fields = self._competency_fields(one)
                yield from (Labelled(self._colon(label), parts) for label, parts in fields)

    def criteria(self, competencies: list[Content]) -> Iterator[Part]:
        """Beroepscompetenties with their criteria."""
        for one in competencies:
            ways = (
                f"{one['code']}. {one['name']}",
                f"Beroepscompetentie {one['code']}: {one['name']}",
            )
            title = ways[self.choices.labels % 2]
            fields = [(LABELS["competency_description"][0], self.blocks(one["description"]))]
            fields.extend(self._criteria_fields(one["indicators"]))
            if self.choices.structure == "tables":
                yield Grid(_PAIR, (Row((cell_of(title, "title", 2),)), *self._rows(fields)))
            elif self.choices.structure == "mixed":
                yield Heading(2, title)
                yield Grid(_PAIR, tuple(self._rows(fields)))
            else:
                yield Heading(2, title)
                yield from (Labelled(self._colon(label), parts) for label, parts in fields)

    def _criteria_fields(self, indicators: list[Content]) -> Iterator[Field]:
        label = self._label("criteria")
        aspects = {"process": "gericht op het proces", "result": "gericht op het resultaat"}
        groups = [
            (aspect, tuple(one["text"] for one in group))
            for aspect, group in itertools.groupby(indicators, lambda one: one.get("aspect", ""))
        ]
        parts: list[Inner] = []
        for aspect, texts in groups:
            found = Bullets(texts, typed=self.choices.typed)
            if aspect and self.choices.criteria == "rows":
                yield f"{label} {aspects[aspect]}", (found,)
                continue
            if aspect:
                parts.append(Para(aspects[aspect].capitalize(), "italic"))
            parts.append(found)
        if parts:
            yield label, tuple(parts)

    # --------------------------------------------------------------------------- kernopgaven

    def challenges(self, found: list[dict[str, Any]]) -> Iterator[Part]:
        """Kernopgaven with a title and a text, or of one sentence."""
        if all("description" not in one for one in found):
            yield Bullets(tuple(one["name"] for one in found), typed=self.choices.typed)
            return
        if self.choices.challenges == "table":
            rows: list[Row] = []
            for one in found:
                title = Para(one["name"], "bold")
                cell = Cell((title, *self.blocks(one["description"])))
                rows.append(Row((cell_of(f"Kernopgave {one['code']}", "label"), cell)))
            yield Grid(_PAIR, tuple(rows))
            return
        for one in found:
            mark = ":" if self.choices.labels % 2 else ""
            printed = f"Kernopgave {one['code']}{mark} {one['name']}"
            bold = self.choices.challenges == "bold"
            yield Para(printed, "bold") if bold else Heading(2, printed)
            yield from self.blocks(one["description"])


def _lettered(one: Content) -> str:
    return f"{one['code']} {one['name']}"
