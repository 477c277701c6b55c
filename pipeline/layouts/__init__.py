"""Layout families: what a family of forms prints, as data, and the matching of its labels."""

from pipeline.layouts.labels import LabelMatch, LabelMatcher, SectionMatch
from pipeline.layouts.loader import LayoutError, load_layouts, parse_layout
from pipeline.layouts.model import DIMENSIONS, KINDS, SCOPES, Field, Layout, LookAlike

__all__ = [
    "DIMENSIONS",
    "KINDS",
    "SCOPES",
    "Field",
    "LabelMatch",
    "LabelMatcher",
    "Layout",
    "LayoutError",
    "LookAlike",
    "SectionMatch",
    "load_layouts",
    "parse_layout",
]
