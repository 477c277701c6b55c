"""PDF by Chromium's print: one browser for many documents, spoken to over its DevTools pipe."""

from __future__ import annotations

import base64
import html
import json
import os
import subprocess
import tempfile
from types import TracebackType
from typing import Any, Self

from tests.machine import chromium_path, message_of
from tests.rendering.printed.style import PAPERS, PdfStyle, footer_text, header_text
from tests.rendering.printed.web import web_page
from tests.rendering.sheet import Sheet

_POINTS_PER_INCH = 72
# Without the flags on networking the browser asks for hosts that a closed network refuses.
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync "
    "--disable-dev-shm-usage --remote-debugging-pipe"
).split()


class Chromium:
    """A browser that prints pages; to be used in a `with` statement."""

    def __enter__(self) -> Self:
        path = chromium_path()
        if path is None:
            raise RuntimeError(message_of(["chromium"]))
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()
        # The browser reads commands from descriptor 3 and writes answers to descriptor 4.
        self._process = subprocess.Popen(
            [
                *("bash", "-c", f'exec "$@" 3<&{to_browser} 4>&{from_browser}', "chromium"),
                *(path, *_FLAGS, f"--user-data-dir={self._folder.name}"),
            ],
            pass_fds=(to_browser, from_browser),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._rest = b""
        self._number = 0
        target = self._call("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = self._call("Target.attachToTarget", {"targetId": target, "flatten": True})
        self._session = attached["sessionId"]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._write)
        self._process.terminate()
        self._process.wait(30)
        os.close(self._read)
        self._folder.cleanup()

    def pdf(self, sheet: Sheet, style: PdfStyle) -> bytes:
        """The PDF of a sheet, tagged where the style says so."""
        page = web_page(sheet, style, margin_boxes=False)
        return self.printed(page, _print_options(sheet, style))

    def printed(self, page: str, options: dict[str, Any]) -> bytes:
        """The PDF of a page of HTML, by the options of `Page.printToPDF`."""
        frames = self._call("Page.getFrameTree", {}, self._session)
        self._call(
            "Page.setDocumentContent",
            {"frameId": frames["frameTree"]["frame"]["id"], "html": page},
            self._session,
        )
        printed = self._call("Page.printToPDF", options, self._session)
        return base64.b64decode(printed["data"])

    def _call(self, method: str, params: dict[str, Any], session: str = "") -> dict[str, Any]:
        self._number += 1
        command: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session:
            command["sessionId"] = session
        rest = json.dumps(command).encode() + b"\0"
        while rest:
            rest = rest[os.write(self._write, rest) :]
        while True:
            answer = self._answer()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result

    def _answer(self) -> dict[str, Any]:
        """The next message of the browser; events among them are skipped by the caller."""
        while b"\0" not in self._rest:
            found = os.read(self._read, 1 << 16)
            if not found:
                raise RuntimeError("chromium ended before it answered")
            self._rest += found
        message, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer


def _print_options(sheet: Sheet, style: PdfStyle) -> dict[str, Any]:
    width, height = PAPERS[style.paper]
    margin = style.margin / _POINTS_PER_INCH
    return {
        "paperWidth": width / _POINTS_PER_INCH,
        "paperHeight": height / _POINTS_PER_INCH,
        "marginTop": margin,
        "marginBottom": margin,
        "marginLeft": margin,
        "marginRight": margin,
        "printBackground": True,
        "displayHeaderFooter": style.running_header or style.running_footer,
        "headerTemplate": _template(header_text(sheet.title) if style.running_header else ""),
        "footerTemplate": _template(
            _page_numbers(sheet.name, style.footer_style) if style.running_footer else "",
        ),
        "generateTaggedPDF": style.tagged,
    }


def _page_numbers(name: str, style: int) -> str:
    shown = footer_text(html.escape(name), 111, 999, style)
    return shown.replace("111", '<span class="pageNumber"></span>').replace(
        "999", '<span class="totalPages"></span>'
    )


def _template(inner: str) -> str:
    return f'<div style="font-size:8pt; width:100%; text-align:center">{inner}</div>'
