"""The work on one document, in whatever process: from a path to a parcel."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.conversion import Conversion, convert_bytes, file_bytes
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError
from pipeline.isolation.parcels import packed, refused
from pipeline.writers import Writer

Work = Callable[[Path], bytes]
NO_MEMORY = Diagnostic("BCP161", "it took all the memory that it may")


def work_with(writers: Sequence[Writer], max_bytes: int) -> Work:
    """The work that converts a file and writes the files of these writers, all in memory."""
    ours = [writer for writer in writers if writer.scope == "profile"]
    return lambda path: _parcel(path, ours, max_bytes)


def _parcel(path: Path, writers: Sequence[Writer], max_bytes: int) -> bytes:
    """The parcel of a file; whatever goes wrong concerns this file alone."""
    sha256 = None
    try:
        data = file_bytes(path, max_bytes)
        sha256 = hashlib.sha256(data).hexdigest()
        conversion = convert_bytes(data, shown_name(path.name))
        return packed(sha256, conversion, files_of(conversion, writers))
    except DocumentError as error:
        place = Place(line=error.line, column=1) if error.line else None
        return refused(sha256, Diagnostic(error.code, error.message, place))
    except MemoryError:
        return refused(sha256, NO_MEMORY)
    except Exception as error:  # the other documents must still be done
        return refused(sha256, Diagnostic("BCP901", internal_error(error)))


def shown_name(name: str) -> str:
    """The name of a file as text: bytes of another encoding as `%` and their value."""
    return "".join(
        f"%{ord(char) - 0xDC00:02X}" if 0xDC80 <= ord(char) <= 0xDCFF else char for char in name
    )


def files_of(conversion: Conversion, writers: Sequence[Writer]) -> dict[str, bytes]:
    """The files of a conversion by their path within the output folder."""
    files: dict[str, bytes] = {}
    for writer in writers:
        if writer.scope == "profile":
            files.update(writer.write(conversion.profile, conversion.trace))
    return files


def internal_error(error: BaseException) -> str:
    """An error of ours in a line, with where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}: {error}"
