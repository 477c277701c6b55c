"""The review: a page for each profile with its source beside it, and an index over all.

Static files that open from disk and ask for nothing. What stands in them comes from the results of
a run and from the sources, which are found by their content.
"""

from pipeline.review.making import INDEX, Review, check_target, review, review_limits
from pipeline.review.material import Entry, Reviewed, entries_of

__all__ = [
    "INDEX",
    "Entry",
    "Review",
    "Reviewed",
    "check_target",
    "entries_of",
    "review",
    "review_limits",
]
