"""What labels and headings mean in Dutch: matching, spelling, synonyms, openers of nodes."""

from pipeline.labels.matcher import LabelMatch, LabelMatcher, SectionMatch, matcher_of
from pipeline.labels.openers import Opening

__all__ = ["LabelMatch", "LabelMatcher", "Opening", "SectionMatch", "matcher_of"]
