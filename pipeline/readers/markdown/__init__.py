"""The reader of Markdown: lines, then blocks with the signs inside them, in every dialect."""

from pipeline.readers.markdown.dialect import shows_tool
from pipeline.readers.markdown.lines import DELIMITER_ROW
from pipeline.readers.markdown.reader import MEDIA_TYPE, read

__all__ = ["DELIMITER_ROW", "MEDIA_TYPE", "read", "shows_tool"]
