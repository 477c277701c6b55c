"""What a file of data is, for the refusal of it: JSON, XML, or S-BB's XML of qualification files.

S-BB publishes its kwalificatiedossiers as XML with the root `sbb`, or one that is named after them,
around elements `dossier`, `kerntaak` and `werkproces`. It is a form of another kind of document.
"""

from __future__ import annotations

import re

from pipeline.core.errors import DocumentError

_DATA = re.compile(r"\s*(?:\{\s*\"|\[\s*[\[{\"]|<\?xml\b)")
# Comments and declarations stand before the root.
_ROOT = re.compile(
    r"\s*(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>)\s*)*<(?:[\w.-]+:)?(?P<name>[A-Za-z][\w.-]*)",
    re.DOTALL,
)
_ROOTS_OF_DOSSIERS = frozenset({"sbb", "kwalificatiedossier", "kwalificatiedossiers", "dossiers"})
# By two of these another root shows that it holds a dossier: a namespace may have any name.
_ELEMENTS = re.compile(
    r"<(?:[\w.-]+:)?(dossiers?|dossiercrebo|crebo(?:nummer)?|kerntaa?k(?:en)?|werkproces(?:sen)?"
    r"|basisdeel|profieldeel|profielkerntaken|basiswerkprocessen|kwalificatiedossier)\b",
    re.IGNORECASE,
)
_FEWEST_ELEMENTS = 3
# S-BB's own codes of domains, chambers and competencies come first, some 10,000 characters.
_LOOKED_AT = 1_000_000

_ADVICE = "`bcp validate` checks profiles in JSON and XML; convert the source instead"
_DOSSIER = (
    "the document is a kwalificatiedossier in S-BB's XML{seen}. Dit zijn al gegevens, van een "
    "dossier en niet van een beroepscompetentieprofiel. Zet het beroepscompetentieprofiel om "
    "waarop het dossier rust; het dossier noemt het bij de brondocumenten."
)


def refuse_data(text: str) -> None:
    """Raise DocumentError for data: BCP202 for a dossier as XML, BCP102 for anything else."""
    if seen := _elements_of_dossier(text):
        shown = f" (`{'`, `'.join(seen)}`)"
        raise DocumentError("BCP202", _DOSSIER.format(seen=shown))
    if _DATA.match(text):
        raise DocumentError("BCP102", f"the file is JSON or XML data; {_ADVICE}")


def _elements_of_dossier(text: str) -> list[str]:
    """The names that tell a dossier, root first; empty where the text is none."""
    root = _ROOT.match(text[:4096])
    if root is None:
        return []
    found = dict.fromkeys(name.lower() for name in _ELEMENTS.findall(text[:_LOOKED_AT]))
    name = root["name"]
    least = 1 if name.lower() in _ROOTS_OF_DOSSIERS else _FEWEST_ELEMENTS
    return list(dict.fromkeys([name, *found])) if len(found) >= least else []
