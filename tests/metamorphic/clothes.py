"""Other clothes for a source text: each function changes its look and nothing that it says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

# What is no running text: comments, what pages do not show, tags, references, table rules.
_SYNTAX = re.compile(
    r"(<!--.*?-->|<script.*?</script>|<style.*?</style>|<title.*?</title>|<!?/?[A-Za-z][^>]*>"
    r"|&#?\w+;|^[-\t| ]+$)",
    re.DOTALL | re.MULTILINE,
)
_LONG_WORD = re.compile(r"[^\W\d_]{9,}")
_AFTER_SHORT_WORD = re.compile(r"(?<=\b[A-Za-z0-9]) (?=\w)|(?<=\b[A-Za-z0-9]{2}) (?=\w)")
_OPENING_TAG = re.compile(r"<(table|tr|td|th|p|li|ul|ol|h[1-6]|div)\b(?!:)", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*\b(?!:)")
_TYPED_BULLET = re.compile(r"(?<=<p>)• |(?<=<br>)• |(?<=\|)• |(?<=</p> )• ")


def in_running_text(text: str, change: Callable[[str], str]) -> str:
    """The text with its running text changed, tags and the like as they were."""
    parts = _SYNTAX.split(text)
    return "".join(part if n % 2 else change(part) for n, part in enumerate(parts))


def with_trailing_spaces(text: str) -> str:
    """Two spaces at the end of each line that holds something."""
    return re.sub(r"(?<=\S)(\r?\n)", r"  \1", text)


def with_doubled_blank_lines(text: str) -> str:
    """Each blank line twice."""
    return re.sub(r"\n(\r?\n)", r"\n\1\1", text)


def with_extra_attributes(text: str) -> str:
    """Attributes in each opening tag, one with a `>` in it."""
    return _OPENING_TAG.sub(r'<\1 data-rij="a > b" aria-label="Kennis: 1"', text)


def with_comments(text: str) -> str:
    """Comments between cells, with markup in them."""
    return re.sub(r"(</t[dh]>)", r"\1<!-- opmerking: <td>Attitude</td> -->", text)


def with_upper_case_tags(text: str) -> str:
    """Tags in capitals, as pages of the nineties have them."""
    return _TAG.sub(lambda found: found[0].upper(), text)


def with_empty_column(text: str) -> str:
    """One more column, empty, at the right of each table."""
    if "</tr>" in text or "</TR>" in text:
        return re.sub(r"(</tr>)", r"<td></td>\1", text, flags=re.IGNORECASE)
    if "|---|" in text:
        rule = re.compile(r"\|(?:-+\|)+")
        return "\n".join(
            f"{line}{'---|' if rule.fullmatch(line) else '|'}" if line.startswith("|") else line
            for line in text.split("\n")
        )
    return "\n".join(f"{line}\t" if "\t" in line else line for line in text.split("\n"))


def with_running_footers(text: str, name: str) -> str:
    """A running footer at each page end of tabbed text."""
    number = 0

    def footer(found: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f"{found[1]}BCP {name} Pagina {number} van 9\n\n{found[2]}"

    return re.sub(r"(^-+\t-+\n\n)(\t<)", footer, text, flags=re.MULTILINE)


def with_running_headers(text: str, name: str) -> str:
    """A running header and a page number around each page end of tabbed text."""
    return re.sub(
        r"(^-+\t-+\n\n)(\t<)",
        rf"\g<1>Pagina 3\n\nBeroepscompetentieprofiel {name} 4\n\n\g<2>",
        text,
        flags=re.MULTILINE,
    )


def with_bullets(text: str, bullet: str) -> str:
    """Another bullet where one opens a line."""
    return _TYPED_BULLET.sub(f"{bullet} ", text)


def decomposed(text: str) -> str:
    """Accents as characters of their own (NFD)."""
    return unicodedata.normalize("NFD", text)


def with_soft_hyphens(text: str, hyphen: str = "\u00ad") -> str:
    """A soft hyphen in each long word."""
    return in_running_text(
        text, lambda part: _LONG_WORD.sub(lambda w: f"{w[0][:5]}{hyphen}{w[0][5:]}", part)
    )


def with_no_break_spaces(text: str, space: str = "\u00a0") -> str:
    """A no-break space after each word of one or two letters or digits."""
    return in_running_text(text, lambda part: _AFTER_SHORT_WORD.sub(space, part))


def with_ligatures(text: str) -> str:
    """ff, fi and fl as the ligatures that a PDF leaves behind."""
    pairs = {"ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
    return in_running_text(text, lambda part: re.sub("ff|fi|fl", lambda m: pairs[m[0]], part))


def with_references(text: str) -> str:
    """Each letter with an accent as a character reference."""
    return in_running_text(
        text, lambda part: "".join(f"&#x{ord(c):x};" if "À" <= c <= "ÿ" else c for c in part)
    )
