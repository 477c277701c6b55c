"""Text as it is compared: labels folded, white space collapsed, names made into file names.

What is printed (`1.2 Werk-\\nomgeving (NLQF):`) turns into what is compared (`werkomgeving`).
Nothing here decides what a label means, and no folded text is ever shown as a value.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipeline.core import signs

_INVISIBLE = dict.fromkeys(map(ord, signs.INVISIBLE))
_DASHES_AND_QUOTES = {
    **dict.fromkeys(map(ord, signs.DASHES_AND_HYPHENS), "-"),
    **dict.fromkeys(map(ord, signs.APOSTROPHES), "'"),
}

# A raised digit is a footnote mark, and NFKC would make an ordinary digit of it.
_RAISED_DIGITS = dict.fromkeys(
    map(ord, "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079")
)

# Letters that no decomposition takes apart; `&` is a word.
_TO_ASCII = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "&": " en "}
)

# `benamin-` / `gen` is one word; `leer-` / `en ontwikkelvaardigheden` leaves a word out.
_LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])-[^\S\n]*\n\s*(?!(?:en|of|en/of)\b)(?=[^\W\d_])")

# `1.`, `1.2`, `1)`, `(1)`, `a.`, `a)`, `iv.`, `§ 2`, `deel c:` or `hoofdstuk 3`: followed by the
# words they number.
_NUMBERING = re.compile(
    rf"(?:deel|hoofdstuk)\s+(?:\d{{1,2}}(?=\W)|(?:[a-z]|[ivx]{{2,5}})(?=[:.)]|\s?[–-]\s))"
    r"\W*(?=[^\W\d_])"
    rf"|(?:{signs.SECTION}\s*)?"
    r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?(?=\s)"
    r"|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{2,5})[.)](?=\s|[^\W\d_]{2}))\s*(?=\W*[^\W\d_])"
)
_LEADING_MARKS = re.compile(rf"^(?:[^\w({signs.SECTION}]|{signs.SECTION_BULLET})+")
_TRAILING_MARKS = re.compile(r"[^\w)]+$")

# The plural that an editor leaves open: `document(en)`, `crebonummer(s)`.
_OPEN_PLURAL = re.compile(r"(?<=\w)\((?:en|n|s|'s|es)\)")
_BRACKETS = str.maketrans("()[]", "    ")
_BRACKETED_SUFFIX = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")
# `van de` and `van het` as editors shorten them where a label must fit a narrow column.
_VAN_DE = re.compile(r"\bv\.? ?d\.(?=\s|$)")
_VAN_HET = re.compile(r"\bv\.? ?h\.(?=\s|$)")
_NO_TEXT = re.compile(rf"{signs.CONTROL.pattern}|[\t\n\r\u2028\u2029]")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def collapse(text: str) -> str:
    """The text on one line: each run of white space, no-break spaces too, is one space."""
    return " ".join(text.split())


def beginning(text: str, most: int) -> str:
    """As many characters of a text as a message shows, and a sign that there are more."""
    return text if len(text) <= most else f"{text[:most]}..."


def shown_name(name: str) -> str:
    """The name of a file as text that every format can hold.

    Control characters, line ends, what is no character, and bytes of another encoding (which Python
    has as halves of pairs) are shown as `%` and their bytes.
    """
    return _NO_TEXT.sub(lambda found: _percent(found[0]), name)


def _percent(char: str) -> str:
    escaped = "\udc80" <= char <= "\udcff"
    data = char.encode("utf-8", "surrogateescape" if escaped else "surrogatepass")
    return "".join(f"%{byte:02X}" for byte in data)


def one_line(text: str) -> str:
    """The text on one line of a terminal or a log: what does not print is shown as its escape."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


@lru_cache(maxsize=8192)
def fold(text: str, *, keep_suffix: bool = False) -> str:
    """The form in which labels are compared; two labels with one fold are the same label.

    Case, accents, line breaks inside words, soft hyphens, leading numbering, surrounding
    punctuation and a bracketed suffix such as `(NLQF)` do not count; `&` is `en`.
    With `keep_suffix` the words of that suffix stay: `naam (kort)` is then `naam kort`.
    A hyphen inside a word stays, since only a matcher can say whether it belongs there.
    """
    folded = _with_suffix(text)
    return collapse(_with_words_of_suffix(folded) if keep_suffix else _without_suffix(folded))


@lru_cache(maxsize=8192)
def _with_suffix(text: str) -> str:
    """The folded text with its bracketed suffix and the signs around it: both forms begin so."""
    folded = _plain(text).casefold()
    # Hardly any text has what the expressions look for, and signs are found sooner.
    if "\n" in folded:
        folded = _LINE_END_HYPHEN.sub("", folded)
    folded = _without_numbering(collapse(folded.replace("&", " en ")))
    if "(" in folded:
        folded = _OPEN_PLURAL.sub("", folded)
    if "." in folded:
        folded = _VAN_HET.sub("van het", _VAN_DE.sub("van de", folded))
    return folded


def slug(text: str) -> str:
    """A name for files: lower-case ASCII letters and digits, words linked by hyphens."""
    ascii_text = _plain(text).casefold().translate(_TO_ASCII).replace("'", "")
    return _NOT_SLUG.sub("-", ascii_text).strip("-")


_TRANSLATED = _INVISIBLE | _RAISED_DIGITS


def _plain(text: str) -> str:
    """The text in compatibility form, without accents, footnote marks and invisible characters."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_TRANSLATED))
        text = "".join([char for char in text if not unicodedata.combining(char)])
        text = unicodedata.normalize("NFKC", text)
    return text.translate(_DASHES_AND_QUOTES)


def _without_numbering(folded: str) -> str:
    """The label without bullet and number; a label that is all number stays."""
    bare = _without_marks(folded)
    numbering = _NUMBERING.match(bare)
    return _without_marks(bare[numbering.end() :]) if numbering else bare


def _without_marks(folded: str) -> str:
    marks = _LEADING_MARKS.match(folded)
    return folded[marks.end() :] if marks else folded


def _without_suffix(folded: str) -> str:
    """The label without trailing punctuation and bracketed suffixes, whatever their order."""
    # What ends in a letter or digit has neither.
    while not folded[-1:].isalnum():
        shorter = _BRACKETED_SUFFIX.sub("", _TRAILING_MARKS.sub("", folded))
        # What stands wholly in brackets is the label itself, not its suffix.
        if shorter == folded or not shorter:
            return shorter or folded.strip("()[] ")
        folded = shorter
    return folded


def _with_words_of_suffix(folded: str) -> str:
    """The label without trailing punctuation, its brackets taken for spaces."""
    folded = folded.translate(_BRACKETS).strip()
    return folded if folded[-1:].isalnum() else _TRAILING_MARKS.sub("", folded)
