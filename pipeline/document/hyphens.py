"""Words that were divided at a line or page end: rejoined where the hyphen is not their own."""

from __future__ import annotations

import re
from collections.abc import Container
from enum import Enum, auto

from pipeline.core import signs
from pipeline.document.dutch_words import is_known, is_word
from pipeline.document.text import Text, join
from pipeline.document.ties import is_tied

# These two only ever divide words.
_SOFT = signs.HYPHEN_AT_LINE_END + signs.SOFT_HYPHEN
_HYPHENS = ("-", *_SOFT)
# Abbreviations that are written small and keep a hyphen before what follows.
_ABBREVIATED = frozenset(
    "mbo hbo vmbo havo vwo wo cao btw zzp ict hrm pc tv ehbo bhv bbl bol evc vca ggz ggd ww aow "
    "wmo roc bv nv vof cv ov auto's dvd cd usb gps".split()
)
# Ranks that a hyphen links to the noun that they stand before (`assistent-beheerder`).
_RANKS = frozenset(
    "adjunct aspirant assistent chef collega interim kandidaat leerling stagiair substituut".split()
)
# Vowels that would be read as one sound: Dutch spelling sets a hyphen between the parts of a
# compound there (`auto-onderdelen`), and divides no syllables there.
_CLASHES = frozenset("aa ae ai au ee ei eu ie ii ij ji oe oi oo ou ui uu".split())
# What two adjectives end in that a hyphen links (`sociaal-economisch`): one word they would be as
# well, but documents that divide no words have it there as they write it.
_ADJECTIVE = re.compile(r"(?:isch|aal|ale|eel|ele|ief|ieve|iek|lijk)e?$")
# What stands before a word without being one, and is linked by a hyphen where vowels clash, also
# inside a compound (`arbeidsre-integratie`).
_PREFIXES = tuple("anti auto bio co de eco geo macro micro mini multi neo pre pro re semi".split())
_PLURAL = re.compile(r"en(?:$|[.,;:)]|\s+\w{1,3}\b(?!-))")
_AFTER_HYPHEN = re.compile(r"(?:en|of|tot|dan wel|respectievelijk)\b|[,/]")


def ends_in_hyphen(chars: str) -> bool:
    """Whether a line ends in a hyphen that stands directly after a character."""
    return chars.endswith(_HYPHENS) and not chars[-2:-1].isspace() and len(chars) > 1


def rejoined(
    line: Text,
    following: Text,
    words: Container[str],
    divides: bool = True,
    spaced: bool = False,
) -> tuple[Text, Text]:
    """The two as one text, and the hyphen that was dropped (empty where none was).

    `words` are those of the document, in lower case; `divides` tells that it divides words
    at line ends (where it does not, a hyphen there is a word's own), `spaced` that the source
    has a space at this one.
    """
    if not spaced and is_tied(line.chars, following.chars):
        return line + following, Text()
    if not ends_in_hyphen(line.chars):
        return join((line, following)), Text()
    seam = _seam(line, following, words, divides)
    if seam is _Seam.SPACE:
        return join((line, following)), Text()
    if seam is _Seam.HYPHEN:
        return line + following, Text()
    return line[:-1] + following, line[-1:]


class _Seam(Enum):
    """What stands between two lines of which the first ends in a hyphen."""

    SPACE = auto()  # `on-`, `en offline`: the hyphen, and a space
    HYPHEN = auto()  # `Noord-`, `Holland`
    NOTHING = auto()  # `vaardig-`, `heden`


def _seam(line: Text, following: Text, words: Container[str], divides: bool) -> _Seam:
    before, opening = line.chars[:-1].split()[-1], following.chars
    if not opening[:1].isalpha():
        return _Seam.SPACE
    if _AFTER_HYPHEN.match(opening) and not _is_plural(line, following, words):
        return _Seam.SPACE
    if line.chars[-1] in _SOFT:
        return _Seam.NOTHING
    after = opening.split()[0]
    if opening[0].islower():
        own = _keeps_hyphen(before, after, words, divides)
    else:
        # `HBO-` and `ICT`; but `HAC-` and `CP` where the document has `HACCP`.
        own = not (divides and re.sub(r"\W+$", "", f"{before}{after}".lower()) in words)
    return _Seam.HYPHEN if own else _Seam.NOTHING


def _is_plural(line: Text, following: Text, words: Container[str]) -> bool:
    """Whether `en` is the end of a divided plural: `partij-`, `en in de buurt`.

    What is left out after a hyphen stands after the `en` too: a compound, no small word.
    """
    found = _PLURAL.match(following.chars)
    if found is None:
        return False
    glued = f"{line.chars[:-1].split()[-1]}en".lower()
    return glued in words or is_known(glued)


def _keeps_hyphen(before: str, after: str, words: Container[str], divides: bool) -> bool:
    """`e-commerce`, `ICT-apparatuur`: the hyphen is the word's own.

    The document's own spelling decides, then what words there are, then its habit.
    """
    tail = re.split(r"[^\w]", before)[-1]
    if len(tail) < 2 or not _is_written_as_a_word(tail):
        return True
    stem = re.match(r"[\w-]*", after)
    rest = stem[0] if stem else after
    glued = f"{before}{rest}".lower()
    if glued in words:
        return False
    if f"{before}-{rest}".lower() in words or tail.lower() in _RANKS:
        return True
    if tail.lower() in _ABBREVIATED:
        # `wo-ningcorporatie`
        return not is_word(glued)
    return _are_two_words(tail, rest.split("-")[0], divides)


def _is_written_as_a_word(letters: str) -> bool:
    """Whether letters are small but for a capital at the beginning; `IJ` is one there."""
    return letters.islower() or letters.replace("IJ", "Ij", 1).istitle()


def _are_two_words(tail: str, rest: str, divides: bool) -> bool:
    """Whether the letters on both sides of a hyphen are words that a hyphen links."""
    clash = f"{tail[-1]}{rest[0]}".lower() in _CLASHES
    if divides and not clash:
        return False
    if not (is_word(tail.lower()) or (clash and _ends_in_prefix(tail.lower()))):
        return False
    if (
        not divides
        and _ADJECTIVE.search(tail)
        and _ADJECTIVE.search(rest)
        and is_word(rest.lower())
    ):
        return True
    # `zij-instromer`, `foto-opdracht`; but `materi-eel`.
    return not is_known(f"{tail}{rest}".lower()) or (clash and is_word(rest.lower()))


def _ends_in_prefix(tail: str) -> bool:
    """Whether letters end in a prefix, and are a word, perhaps with a linking s, before it."""
    for prefix in _PREFIXES:
        before = tail.removesuffix(prefix)
        if before != tail and (not before or is_word(before) or is_word(before.removesuffix("s"))):
            return True
    return False
