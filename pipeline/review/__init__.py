"""The review: a page for each profile with its source beside it, and an index over all.

Static files that open from disk and ask for nothing. What stands in them comes from the results of
a run and from the sources, which are found by their content.
"""

from pipeline.review.material import Reviewed, reviewed_profiles
from pipeline.review.pages import review_files

__all__ = ["Reviewed", "review_files", "reviewed_profiles"]
