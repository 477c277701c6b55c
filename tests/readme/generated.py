"""The parts of README.md, and of the page on families, that are measured or made of the program.

    python -m tests.readme.generated     writes them anew

A test holds them current, so that the README cannot promise what is not so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline import convert
from pipeline.batch import InThisProcess, convert_all, sources_in
from pipeline.isolation.limits import Limits
from pipeline.isolation.work import work_with
from pipeline.profile.codec import profile_to_plain
from pipeline.writers import WRITERS
from pipeline.writers.order import order_of
from tests.profiles import INPUT, ROOT, Case, content_of, own_cases
from tests.quality import measure_labels, measure_split
from tests.readme.kinds_table import PAGE, current_page
from tests.readme.proofs import PROOFS

README = ROOT / "README.md"
_EXCERPT = re.compile(
    r"(<!-- excerpt: (?P<file>[^#]+)#(?P<pointer>\S+) -->\n```json\n).*?(?=```)", re.S
)
# (leaves exact, leaves) of each held-out set before any fault that it showed was mended.
_FIRST_RUNS = {"heldout": (807, 839), "heldout2": (862, 997)}
_FORMATS = re.compile(r"(<!-- formats -->\n).*?(?=\n\n)", re.S)
_QUALITY = re.compile(r"(<!-- quality -->\n).*?(?=\n## )", re.S)


def current_readme() -> str:
    """README.md as its generated parts should be."""
    text = README.read_text("utf-8")
    files = _sample_files()
    text = _EXCERPT.sub(lambda m: m[1] + _excerpt(files[m["file"]], m["pointer"]) + "\n", text)
    text = _FORMATS.sub(lambda m: m[1] + "\n".join(_formats()), text)
    return _QUALITY.sub(lambda m: m[1] + "\n".join(_quality()) + "\n", text)


def _formats() -> Iterator[str]:
    yield "| `--format` | what | keeps to | proved by | leaves out |"
    yield "|---|---|---|---|---|"
    for writer in WRITERS:
        test, against = PROOFS[writer.name]
        proof = f"[{against}]({test})"
        what = writer.description.rstrip(".")
        dropped = writer.drops or "nothing"
        yield f"| `{writer.name}` | {what} | {writer.contract} | {proof} | {dropped} |"


def _sample_files() -> dict[str, bytes]:
    order = order_of(["json"])
    executor = InThisProcess(work_with(order, Limits().source_bytes))
    with TemporaryDirectory() as folder:
        convert_all(sources_in([INPUT]), executor, order, Path(folder))
        found = (path for path in Path(folder).rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _excerpt(data: bytes, pointer: str) -> str:
    value: Any = json.loads(data)
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]
    return json.dumps(value, ensure_ascii=False, indent=2)


def _quality() -> Iterator[str]:
    yield "| what | measured on | first run, unseen | today |"
    yield "|---|---|---|---|"
    cases = own_cases()
    for name, folder in (
        ("own profiles", "corpus"),
        ("held-out profiles", "heldout"),
        ("second held-out set, harder", "heldout2"),
    ):
        chosen = [case for case in cases if case.expected.parent.parent.name == folder]
        exact = sum(_right(case) for case in chosen)
        total = sum(_total(case) for case in chosen)
        yield (
            f"| leaves exact, {name} (text, HTML, Markdown) | {len(chosen)} files, {total} leaves "
            f"| {_first_run(folder)} | {exact / total:.1%} |"
        )
    for name in ("dev", "holdout"):
        for scope, tally in measure_labels.measure(name).items():
            yield (
                f"| labels placed, {scope} scope | {name}: {tally.known} known, "
                f"{tally.unknown} unknown labels | | {tally.right / tally.known:.1%} right, "
                f"{tally.wrong_field} wrong, {tally.false_match} false |"
            )
    for name in ("dev", "holdout"):
        for field, figures in measure_split.measure(measure_split.load_cases(name)).items():
            if field != "all":
                yield (
                    f"| flattened lists split, {field} | {name}: {figures.cases} lists, "
                    f"{figures.expected} boundaries | | precision {figures.precision:.3f}, "
                    f"recall {figures.recall:.3f} |"
                )


def _first_run(folder: str) -> str:
    """What the very first run over held-out files gave; empty for files that were never unseen."""
    if folder not in _FIRST_RUNS:
        return ""
    right, total = _FIRST_RUNS[folder]
    return f"{right / total:.1%} ({right} of {total})"


def _leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{pointer}/{key}")
    elif isinstance(value, list) and value:
        for number, inner in enumerate(value):
            yield from _leaves(inner, f"{pointer}/{number}")
    else:
        yield pointer, value


def _right(case: Case) -> int:
    found = dict(_leaves(content_of(profile_to_plain(convert(case.source).profile))))
    return sum(found.get(p) == value for p, value in _leaves(case.expected_content()))


def _total(case: Case) -> int:
    return sum(1 for _ in _leaves(case.expected_content()))


if __name__ == "__main__":
    README.write_text(current_readme(), "utf-8")
    PAGE.write_text(current_page(), "utf-8")
