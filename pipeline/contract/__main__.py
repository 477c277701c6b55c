"""`python -m pipeline.contract [DIR]`: writes the schemas and the data dictionary."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pipeline.contract import resources
from pipeline.contract.data_package import package_descriptor
from pipeline.contract.dictionary import dictionary_text
from pipeline.contract.json_schema import (
    comparison_schema,
    profile_schema,
    report_schema,
    trace_schema,
)
from pipeline.contract.xsd import xsd_text
from pipeline.core.versions import COMPARISON, PROFILE, REPORT, TABLES, TRACE, XML


def generated_files() -> dict[str, str]:
    """File name -> text of all files of the public contract."""
    return {
        PROFILE.file: _json_text(profile_schema()),
        TRACE.file: _json_text(trace_schema()),
        REPORT.file: _json_text(report_schema()),
        COMPARISON.file: _json_text(comparison_schema()),
        XML.file: xsd_text(),
        TABLES.file: _json_text(package_descriptor()),
        resources.DICTIONARY: dictionary_text(),
    }


def _json_text(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str]) -> None:
    """Writes the files into the folder that is named, else into the checkout's own."""
    folder = Path(arguments[0]) if arguments else resources.CHECKOUT_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in generated_files().items():
        (folder / name).write_bytes(text.encode("utf-8"))
        print(folder / name)


if __name__ == "__main__":
    main(sys.argv[1:])
