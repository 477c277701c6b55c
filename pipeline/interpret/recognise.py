"""Which family a document is of, with the evidence; look-alikes are named and refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.core.errors import DocumentError
from pipeline.document.model import Document
from pipeline.document.title_lines import lines_of
from pipeline.families.joined import joined
from pipeline.families.model import Family
from pipeline.interpret.evidence import Recognition, weigh
from pipeline.interpret.look_alikes import look_alike_of, naming_of

# A profile may have roles and core tasks: with a chapter of each it is read as both. Where only
# their headings speak, one and a half times the evidence of the other says which of them it is
# built of. Less is a near tie: nobody but its reader can tell.
_CLEARLY = 1.5


def recognise(document: Document, layouts: tuple[Family, ...]) -> Recognition:
    """The family that the document is of, with the nodes of another where it has those as well.

    Raises DocumentError: BCP202 for a look-alike, BCP201 where no family's evidence suffices,
    BCP203 where that of two is nearly the same. Each shows the evidence.
    """
    lines = tuple(lines_of(document))
    naming = naming_of(lines, layouts)
    titled = [naming.is_title and family.name in naming.families for family in layouts]
    claims = weigh(layouts, lines, titled)
    if likeness := look_alike_of(lines, naming, claims):
        raise DocumentError("BCP202", str(likeness))
    sufficient = sorted(
        (claim for claim in claims if claim.suffices),
        key=lambda claim: (-claim.weight, claim.layout.name),
    )
    shown = "; ".join(map(str, claims))
    if not sufficient and (general := _without_nodes(claims)) is not None:
        return general
    if not sufficient:
        raise DocumentError("BCP201", f"{_why_none(claims)} ({shown})")
    if len(sufficient) > 1 and all(map(_has_chapter, sufficient[:2])):
        first, second = sufficient[:2]
        both = replace(first, layout=joined(first.layout, second.layout))
        return replace(both, rivals=(second, *_others(claims, first, second)))
    if len(sufficient) > 1 and sufficient[0].weight < _CLEARLY * sufficient[1].weight:
        raise DocumentError("BCP203", f"two families fit nearly equally well ({shown})")
    return replace(sufficient[0], rivals=_others(claims, sufficient[0]))


def _others(claims: Sequence[Recognition], *taken: Recognition) -> tuple[Recognition, ...]:
    """The claims that are not taken, the weightiest first."""
    left = (claim for claim in claims if all(claim is not one for one in taken))
    return tuple(sorted(left, key=lambda claim: -claim.weight))


def _has_chapter(claim: Recognition) -> bool:
    """Whether nodes of the family stand below the title, or beside the list, that names them."""
    return bool(claim.openers and claim.overviews)


def _without_nodes(claims: Sequence[Recognition]) -> Recognition | None:
    """The claim for a document that calls itself a profile and has no node of any family.

    A draft or a part of one is of the family that asks for least. That it has no node is an error.
    """
    if any(claim.has_nodes or not claim.speaks_for_itself for claim in claims):
        return None
    return max(claims, key=lambda claim: (claim.weight, -len(claim.layout.nodes)), default=None)


def _why_none(claims: Sequence[Recognition]) -> str:
    """Why no family is recognised: nothing but general labels, nodes in no profile, or nothing."""
    with_nodes = max(
        (claim for claim in claims if claim.has_nodes), key=lambda c: c.weight, default=None
    )
    if with_nodes is not None:
        return f"it has what {with_nodes.layout.name} profiles are built of, and fits no family"
    if any(claim.is_profile for claim in claims):
        return "general labels alone make no profile"
    return "the evidence does not suffice"
