"""Small pictures of the corpus as SVG, each with the table that it is drawn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from pipeline.profile.identifiers import folded
from pipeline.profile.model import Profile
from pipeline.writers.nodes import Node, tree_of

_MOST = 15
_BAR, _GAP, _LABEL, _WIDTH = 16, 6, 260, 720
_CELL = 22


def occupations_by_competency(profiles: Sequence[Profile]) -> dict[str, list[str]]:
    """By competency, as it is named first, the occupations that ask for it; the commonest first."""
    return _commonest(_occupations_by("competency", profiles))


def occupations_by_indicator(profiles: Sequence[Profile]) -> dict[str, list[str]]:
    """By indicator, the occupations that have the same sentence; only those that recur."""
    found = _occupations_by("indicator", profiles)
    return _commonest({text: names for text, names in found.items() if len(names) > 1})


def _occupations_by(kind: str, profiles: Sequence[Profile]) -> dict[str, list[str]]:
    """By statement of a kind, wherever it stands, the occupations that have it."""
    texts: dict[str, str] = {}
    found: dict[str, dict[str, None]] = {}
    for profile in profiles:
        for node, _ in tree_of(profile).walk():
            if node.kind == kind:
                key = folded(node.text)
                texts.setdefault(key, node.text)
                found.setdefault(key, {})[profile.name] = None
    return {texts[key]: list(names) for key, names in found.items()}


def _commonest(found: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), folded(pair[0]))))


def bars(title: str, counts: Mapping[str, list[str]], what: str) -> Iterator[str]:
    """A bar for each of the commonest, and below it the table of all."""
    shown = list(counts.items())[:_MOST]
    if not shown:
        yield f"<p>{escape(title)}: geen.</p>"
        return
    most = max(len(names) for _, names in shown)
    height = len(shown) * (_BAR + _GAP)
    yield f'<svg class="chart" role="img" aria-label="{escape(title)}" '
    yield f'viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}">'
    for number, (name, names) in enumerate(shown):
        y = number * (_BAR + _GAP)
        length = (_WIDTH - _LABEL - 40) * len(names) / most
        label = name if len(name) <= 38 else f"{name[:37]}…"
        yield f'<text x="{_LABEL - 8}" y="{y + 12}" text-anchor="end">{escape(label)}</text>'
        yield f'<rect x="{_LABEL}" y="{y}" width="{length:.0f}" height="{_BAR}"></rect>'
        yield f'<text x="{_LABEL + length + 6:.0f}" y="{y + 12}">{len(names)}</text>'
    yield "</svg>"
    yield "<details><summary>De tabel bij deze grafiek</summary>"
    yield '<div class="scroll" tabindex="0" role="region" '
    yield f'aria-label="Tabel: {escape(title)}"><table>'
    yield f'<thead><tr><th scope="col">{escape(what)}</th><th scope="col">Aantal</th>'
    yield '<th scope="col">Beroepen</th></tr></thead><tbody>'
    for name, names in counts.items():
        yield f'<tr><th scope="row">{escape(name)}</th><td>{len(names)}</td>'
        yield f"<td>{escape('; '.join(names))}</td></tr>"
    yield "</tbody></table></div></details>"


@dataclass(frozen=True, slots=True)
class _Holder:
    """What asks for competencies: a role, a core task with all below it, the occupation itself."""

    title: str
    name: str
    competencies: tuple[Node, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The competencies as they are compared."""
        return frozenset(folded(node.text) for node in self.competencies)


def _holders(profile: Profile) -> list[_Holder]:
    """All of a profile that have competencies, in document order."""
    found = []
    own: list[Node] = []
    for top in tree_of(profile).children:
        below = tuple(node for node, _ in top.walk() if node.kind == "competency")
        if top.kind == "competency":
            own += below
        elif below:
            found.append(_Holder(top.title, top.text, below))
    if own:
        found.append(_Holder("Beroep", own[0].group, tuple(own)))
    return found


def grid_title(profile: Profile) -> str:
    """What the picture shows: `Competenties per rol`, `Competenties per kerntaak of beroep`."""
    kinds = dict.fromkeys(holder.title.lower() for holder in _holders(profile))
    return f"Competenties per {' of '.join(kinds) or 'onderdeel'}"


def grid(profile: Profile) -> Iterator[str]:
    """What asks for which competency: a dot for each, and the table that says it in words."""
    holders = _holders(profile)
    if not holders:
        yield "<p>Geen competenties.</p>"
        return
    yield from _dots(f"{grid_title(profile)} van {profile.name}", holders)
    head = " of ".join(dict.fromkeys(holder.title for holder in holders))
    yield "<details><summary>De tabel bij deze grafiek</summary><table><thead><tr>"
    yield f'<th scope="col">{escape(head)}</th><th scope="col">Competenties</th>'
    yield "</tr></thead><tbody>"
    for number, holder in enumerate(holders, start=1):
        listed = "; ".join(dict.fromkeys(node.text for node in holder.competencies))
        name = escape(f"{number}. {holder.name}")
        yield f'<tr><th scope="row">{name}</th><td>{escape(listed)}</td></tr>'
    yield "</tbody></table></details>"


def _dots(label: str, holders: Sequence[_Holder]) -> Iterator[str]:
    names: dict[str, str] = {}
    for holder in holders:
        for node in holder.competencies:
            names.setdefault(folded(node.text), node.text)
    width, height = _LABEL + _CELL * len(holders), _CELL * (len(names) + 1)
    yield f'<svg class="chart" role="img" aria-label="{escape(label)}" '
    yield f'viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    for column, _ in enumerate(holders):
        x = _LABEL + _CELL * column + _CELL // 2
        yield f'<text x="{x}" y="15" text-anchor="middle">{column + 1}</text>'
    own = [holder.keys for holder in holders]
    for line, (key, name) in enumerate(names.items(), start=1):
        shown = name if len(name) <= 38 else f"{name[:37]}…"
        y = _CELL * line
        yield f'<text x="{_LABEL - 8}" y="{y + 15}" text-anchor="end">{escape(shown)}</text>'
        for column, held in enumerate(own):
            if key in held:
                x = _LABEL + _CELL * column + 4
                yield f'<rect x="{x}" y="{y + 4}" width="{_CELL - 8}" height="{_CELL - 8}"></rect>'
    yield "</svg>"
