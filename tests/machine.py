"""What tests need of the machine beside the Python packages: the one place that knows it.

`@needs("chromium")` marks a test, or a module by `pytestmark`; `require` asks inside one. Where
something is missing the test is skipped with its name and how to get it. In CI (the variable CI
is set), where .ci/run has installed all of it, that is a failure: nothing is skipped in silence.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.profiles import NO_SHARED, ROOT, SHARED

IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")

FONTS = Path("/usr/share/fonts/truetype")
# The packages of Node that make PDF and Word files, with their lock file.
NODE_FOLDER = ROOT / "tests" / "rendering" / "printed" / "node"
# Of each package of TeX a file that documents ask for.
_TEX_FILES = (
    "longtable.sty",
    "booktabs.sty",
    "dutch.ldf",
    "lmodern.sty",
    "helvet.sty",
    "t1phv.fd",
    "ulem.sty",
)
# A font of each family that the house styles name.
_FONT_FILES = (
    "DejaVuSans.ttf",
    "DejaVuSerif-Italic.ttf",
    "LiberationSans-Regular.ttf",
    "LiberationSansNarrow-Regular.ttf",
    "Carlito-Regular.ttf",
)


@dataclass(frozen=True, slots=True)
class Need:
    """Something of the machine. `is_public`: anybody may install it, and so CI does."""

    is_there: Callable[[], bool]
    message: str
    is_public: bool = True


def chromium_path() -> str | None:
    """The browser, where the machine has one."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def office_path() -> str | None:
    """LibreOffice, where the machine has it."""
    return shutil.which("soffice")


def fop_path() -> str | None:
    """Apache FOP, where the machine has it (Debian's package fop)."""
    return shutil.which("fop")


def latex_path() -> str | None:
    """pdfLaTeX, where the machine has it."""
    return shutil.which("pdflatex")


def qt_printer_path() -> str | None:
    """wkhtmltopdf, where the machine has it."""
    return shutil.which("wkhtmltopdf")


def ghostscript_path() -> str | None:
    """Ghostscript, where the machine has it."""
    return shutil.which("gs")


def node_path() -> str | None:
    """Node with its packages, where the machine has them."""
    has_packages = all(
        (NODE_FOLDER / "node_modules" / name).exists() for name in ("pdfmake", "html-to-docx")
    )
    return shutil.which("node") if has_packages else None


def postgres_programs() -> Path | None:
    """The folder of PostgreSQL's server programs, of the newest version."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    return found[-1].parent if found else None


def _has_office(library: str) -> bool:
    # Writer and Calc are packages of their own, behind one program.
    path = office_path()
    return path is not None and (Path(path).resolve().parent / library).exists()


def _has_latex() -> bool:
    return latex_path() is not None and all(_has_tex_file(name) for name in _TEX_FILES)


def _has_tex_file(name: str) -> bool:
    done = subprocess.run(["kpsewhich", name], capture_output=True, check=False)
    return done.returncode == 0


def _has_fonts() -> bool:
    names = {path.name for path in FONTS.rglob("*.ttf")}
    return names.issuperset(_FONT_FILES)


def _can_draw() -> bool:
    # WeasyPrint looks for the libraries when it is imported: it prints where to read about one
    # that is missing, and warns of one that it can do without.
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("error")
            import weasyprint  # noqa: F401
    except (OSError, DeprecationWarning):
        return False
    return True


def _debian(name: str, *packages: str) -> str:
    return f"{name} missing; on Debian or Ubuntu: apt-get install {' '.join(packages)}"


def _program(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name) is not None


NEEDS: dict[str, Need] = {
    "chromium": Need(lambda: chromium_path() is not None, _debian("Chromium is", "chromium")),
    "fonts": Need(
        _has_fonts,
        _debian(
            f"fonts of the house styles (below {FONTS}) are",
            "fonts-crosextra-carlito",
            "fonts-dejavu-core",
            "fonts-dejavu-extra",
            "fonts-liberation",
        ),
    ),
    "fop": Need(lambda: fop_path() is not None, _debian("Apache FOP is", "fop")),
    "ghostscript": Need(
        lambda: ghostscript_path() is not None, _debian("Ghostscript is", "ghostscript")
    ),
    "latex": Need(
        _has_latex,
        _debian(
            "pdfLaTeX (with Dutch and its fonts) is",
            "texlive-latex-recommended",
            "texlive-lang-european",
            "texlive-fonts-recommended",
            "texlive-plain-generic",
            "lmodern",
        ),
    ),
    "libreoffice-calc": Need(
        lambda: _has_office("libsclo.so"), _debian("LibreOffice Calc is", "libreoffice-calc")
    ),
    "libreoffice-writer": Need(
        lambda: _has_office("libswlo.so"),
        _debian("LibreOffice Writer is", "libreoffice-writer", "hyphen-nl"),
    ),
    "make": Need(_program("make"), _debian("make is", "make")),
    "node-makers": Need(
        lambda: node_path() is not None,
        "what makes PDF and Word files in Node is missing; with Node.js and npm: "
        f"npm ci --prefix {NODE_FOLDER.relative_to(ROOT)}",
    ),
    "pandoc": Need(_program("pandoc"), _debian("pandoc is", "pandoc")),
    "pango": Need(
        _can_draw,
        _debian(
            "what WeasyPrint draws with is",
            "libpango-1.0-0",
            "libpangoft2-1.0-0",
            "libharfbuzz-subset0",
        ),
    ),
    "poppler": Need(_program("pdftotext"), _debian("pdftotext of poppler is", "poppler-utils")),
    "postgresql": Need(
        lambda: postgres_programs() is not None, _debian("PostgreSQL is", "postgresql")
    ),
    "shared": Need(SHARED.exists, NO_SHARED, is_public=False),
    "qt-printer": Need(
        lambda: qt_printer_path() is not None, _debian("wkhtmltopdf is", "wkhtmltopdf")
    ),
    "sqlite3": Need(_program("sqlite3"), _debian("the program sqlite3 is", "sqlite3")),
}


def needs(*names: str) -> pytest.MarkDecorator:
    """Marks a test that needs these of the machine."""
    unknown = set(names) - NEEDS.keys()
    if unknown:
        raise ValueError(f"there is nothing called {', '.join(sorted(unknown))} in NEEDS")
    return pytest.mark.needs(*names)


@cache
def _is_there(name: str) -> bool:
    return NEEDS[name].is_there()


def lacking(names: Iterable[str]) -> list[str]:
    """The names of what is missing."""
    return [name for name in names if not _is_there(name)]


def message_of(names: Iterable[str]) -> str:
    """What is missing, and how to get it; empty where all is there."""
    return "; ".join(NEEDS[name].message for name in lacking(names))


def require(*names: str) -> None:
    """Skips the test where something is missing; fails it in CI."""
    absent = lacking(names)
    if IN_CI and any(NEEDS[name].is_public for name in absent):
        pytest.fail(f"nothing is skipped in CI: {message_of(absent)}", pytrace=False)
    if absent:
        pytest.skip(message_of(absent))
