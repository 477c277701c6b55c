"""The unit tests of a module of the PDF reader, run against another version of that module.

Each run is a fork of a process that has loaded pytest and the packages, but nothing of the reader:
the module is changed as it is imported, and nothing is written.
"""

from __future__ import annotations

import ast
import gc
import importlib.util
import os
import resource
import sys
from collections.abc import Mapping, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).parents[2]
READER = "pipeline.readers.pdf"
_MODULES = ROOT / "pipeline/readers/pdf"
_TESTS = ROOT / "tests/unit/readers/pdf"
# What tests and reader load that is large.
_PACKAGES = (
    "hypothesis",
    "pdfplumber.display",
    "PIL.Image",
    "playa",
    "pypdfium2",
    "pytest",
    "reportlab.pdfgen.canvas",
    "pipeline.document.dutch_words",
    "pipeline.document.model",
    "pipeline.document.seams",
)
# Test files that are a module's own beside the one that has its name.
_MORE = {
    "aligned_columns": ("test_alignment", "test_aligned_rows"),
    "alignment": ("test_aligned_rows", "test_alignment_walk"),
    "candidates": ("test_table_choice", "test_contest"),
    "centred": ("test_aligned_rows", "test_alignment"),
    "choice": ("test_table_choice", "test_table_habits", "test_contest", "test_layout"),
    "comparison": ("test_witness", "test_witness_and_fields"),
    "engine": ("engine/test_documents", "engine/test_faults", "engine/test_pages"),
    "engine.characters": ("engine/test_fonts", "test_signs_on_pages"),
    "engine.colours": ("engine/test_paths", "engine/test_colour_spaces"),
    "engine.content": ("engine/test_faults", "engine/test_operands", "engine/test_operators"),
    "engine.fonts": ("engine/test_faces", "engine/test_faults"),
    "engine.nesting": ("engine/test_content", "engine/test_layers", "engine/test_operators"),
    "engine.objects": ("engine/test_tags_in_files", "engine/test_structure"),
    "engine.painting": ("engine/test_operators", "engine/test_paths", "engine/test_seen"),
    "engine.pages": ("engine/test_fields",),
    "engine.paths": ("engine/test_seen", "engine/test_drawn_shapes"),
    "engine.showing": ("engine/test_content", "engine/test_writing"),
    "engine.source": ("engine/test_values", "engine/test_faults", "engine/test_pages"),
    "engine.state": ("engine/test_content",),
    "engine.tag_tree": ("engine/test_tags_in_files", "engine/test_structure"),
    "engine.widths": ("engine/test_fonts",),
    "engine.writing": ("engine/test_content", "engine/test_faults"),
    "furniture": (
        "test_running_lines",
        "test_running_frames",
        "test_running_heads",
        "test_tagged_furniture",
    ),
    "habits": ("test_line_seams",),
    "hanging": ("test_notes_and_indents",),
    "headed": ("test_headed_lines",),
    "header_rows": ("test_alignment", "test_aligned_rows"),
    "labelled_rows": ("test_alignment", "test_aligned_rows"),
    "labels": ("test_labels_of_rows", "test_alignment", "test_aligned_rows"),
    "line_numbers": ("test_line_number_places",),
    "line_seams": ("test_seams_and_sizes",),
    "lines": ("test_run_order", "test_signs_on_pages"),
    "markers": ("test_signs_on_pages",),
    "layout": ("test_contest",),
    "notes": ("test_notes_and_indents",),
    "page_words": ("test_witness", "test_witness_and_fields"),
    "paragraphs": ("test_page_ends", "test_line_seams"),
    "proposals": ("test_table_choice",),
    "reader": ("test_reading_checks",),
    "readings": ("test_reading_ways",),
    "repair": ("test_means",),
    "rescue": ("test_means",),
    "second_engine": ("test_bare_text",),
    "second_engine.annotations": ("test_annotations",),
    "second_engine.marks": ("test_bare_marks",),
    "table_habits": ("test_table_choice",),
    "tag_columns": ("test_tag_cells", "test_tag_places"),
    "tag_lines": ("test_tag_tree", "test_tag_reading"),
    "tagged": ("test_tag_reading", "test_tags_or_drawing"),
    "tags": ("test_tag_tree", "test_tag_cells", "test_tag_reading"),
    "witness": ("test_witness_and_fields",),
}
# A mutant may loop without end, and fill memory by that: what takes so many times as long as the
# module as it is, and so many seconds, is not waited for.
_TIMES, _SECONDS = 4, 4
_BYTES = 4 << 30
# The first failure will do; what shows it well, and what other runs could use, takes time.
_OPTIONS = (
    "-o", "addopts=", "-o", "filterwarnings=", "-x", "-q", "--noconftest", "--assert=plain",
    "-p", "no:cacheprovider", "-m", "not slow",
)  # fmt: skip


def modules() -> list[str]:
    """The names of the reader's modules that do something, without the package's name."""
    names = []
    for path in sorted(_MODULES.rglob("*.py")):
        parts = path.relative_to(_MODULES).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        if name:
            names.append(name)
    return names


def path_of(module: str) -> Path:
    """The file of a module."""
    path = _MODULES.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def own_tests(module: str) -> list[Path]:
    """The test files that are a module's own."""
    *folders, name = module.split(".")
    names = *((more,) for more in _MORE.get(module, ())), (*folders, f"test_{name}")
    paths = (_TESTS.joinpath(*parts).with_suffix(".py") for parts in names)
    return [path for path in paths if path.exists()]


def preload() -> None:
    """Load what every run needs and no run changes, and compile what each loads anew."""
    for package in _PACKAGES:
        importlib.import_module(package)
    for folder in ("pipeline/readers", "tests/unit/readers/pdf"):
        for path in (ROOT / folder).rglob("*.py"):
            _CODES[_name(path)] = (path, compile(path.read_text(), str(path), "exec"))
    # Objects that no run looks at stay where they are, so that forks share their memory.
    gc.collect()
    gc.freeze()
    gc.disable()


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


_CODES: dict[str, tuple[Path, CodeType]] = {}


class Runs:
    """Runs of the unit tests of a module, each with a version of that module."""

    def __init__(self, module: str) -> None:
        self.module = module
        self.source = path_of(module).read_text()
        self.tests = own_tests(module)
        self._seconds = resource.RLIM_INFINITY
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        self.pass_as_it_is = bool(self.tests) and self.pass_with(ast.parse(self.source))
        taken = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        self._seconds = _SECONDS + int(_TIMES * taken)

    def pass_with(self, tree: ast.Module) -> bool:
        """Whether the tests pass where the module is this one."""
        path = path_of(self.module)
        code = compile(tree, str(path), "exec")
        child = os.fork()
        if not child:
            finder = _Finder({**_CODES, f"{READER}.{self.module}": (path, code)})
            _run(finder, self.tests, self._seconds)
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status) == 0


def _run(finder: MetaPathFinder, tests: Sequence[Path], seconds: int) -> None:
    """Run the tests and end this process."""
    import pytest

    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        sys.meta_path.insert(0, finder)
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        code = pytest.main([*_OPTIONS, *map(str, tests)])
    finally:
        os._exit(code)


class _Finder(MetaPathFinder):
    """Gives modules whose code is there already, one of them changed."""

    def __init__(self, codes: Mapping[str, tuple[Path, CodeType]]) -> None:
        self.codes = codes

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """The place of such a module; none for others."""
        if fullname not in self.codes:
            return None
        path, code = self.codes[fullname]
        loader = _Loader(fullname, path, code)
        return importlib.util.spec_from_file_location(fullname, path, loader=loader)


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        super().__init__(name, str(path))
        self.code = code

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        """The code that was given, whatever the file holds."""
        return self.code
