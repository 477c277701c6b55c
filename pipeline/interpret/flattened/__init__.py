"""Text in which the items of a list were run together turns into the offsets of its items.

`Toont inlevingsvermogen Benadert klanten proactief` holds two items, and only the capital of
`Benadert` tells. A capital alone proves nothing (`AI`, `Nederlandse taal`), so each capital is
weighed: does the word open an item of this kind, may the word before it end one, does the stretch
between two boundaries read as an item, and do other cells of the document know it? The split that
scores best as a whole wins (dynamic programming over the candidates).

Refused: boundaries inside brackets or quotes, and boundaries without evidence. Where nothing
decides, the text stays whole: a glued item is seen and reported, a wrong cut spoils two items.
"""

from __future__ import annotations

from pipeline.interpret.flattened.boundaries import find_boundaries, split_flattened
from pipeline.interpret.flattened.evidence import Evidence, fold_item, gather_evidence
from pipeline.interpret.flattened.text import ItemKind

__all__ = [
    "Evidence",
    "ItemKind",
    "find_boundaries",
    "fold_item",
    "gather_evidence",
    "split_flattened",
]
