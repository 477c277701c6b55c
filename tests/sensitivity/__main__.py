"""Each tolerance of the PDF reader at other values: what that changes, and which tests notice.

    python -m tests.sensitivity [FOLDER ...] [--only PATTERN] [--jobs N] [--by SHARE] [--first]
    python -m tests.sensitivity --units [--only PATTERN] [--jobs N]

The first moves each a little and reads documents: those of the folders, or one of each producer's
habit (`documents`). With `--units` each goes to nothing and to ten times as much, and the unit
tests of its module are to fail (`units`); it ends with 1 where they do not.
"""

from __future__ import annotations

import argparse
import sys


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*")
    parser.add_argument(
        "--only", default="", help="tolerances whose module and name match this pattern"
    )
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--by", type=float, default=0.2, help="how far each is moved")
    parser.add_argument("--first", action="store_true", help="tell only whether it changes any")
    parser.add_argument("--units", action="store_true", help="whether unit tests notice")
    args = parser.parse_args(arguments)
    # The reader must not be loaded before its modules are changed.
    if args.units:
        from tests.sensitivity.units import unnoticed

        return int(unnoticed(args.only, args.jobs) > 0)
    from tests.sensitivity.documents import tell

    tell(tuple(args.folders), args.only, args.jobs, args.by, first=args.first)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
