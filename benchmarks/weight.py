"""Print what pages weigh over the wire, gzipped, with everything they ask for, against stock Material's start page.

    python benchmarks/weight.py

Both sites hold the demonstration manual's pages with the same text; requests to other hosts are refused and not counted.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGES = ("", "policies/3210/", "policies/3210/proposed/2026-shorter-suspensions/", "accountability/")


@dataclass(frozen=True, slots=True)
class Weight:
    """What a browser without a cache loads for one page."""

    bytes: int
    """Of all bodies as they are sent, gzipped where that helps."""
    requests: int


class _Gzipped(http.server.SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content, packed = path.read_bytes(), path.suffix in (".html", ".css", ".js", ".json", ".xml", ".svg")
        body = gzip.compress(content, 6, mtime=0) if packed else content
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        self.server.sent.append(len(body))  # type: ignore[attr-defined]

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a built site and yield its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Gzipped, directory=str(folder)))
    server.sent = []  # type: ignore[attr-defined]
    _SERVERS[server.server_port] = server
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


_SERVERS: dict[int, Any] = {}


def of(browser: Any, url: str) -> Weight:
    """Return what the page at `url` weighs, read by a browser that holds nothing yet."""
    sent = _SERVERS[int(url.split(":")[2].partition("/")[0])].sent
    sent.clear()
    context = browser.new_context()
    context.route(lambda asked: not asked.startswith("http://127.0.0.1"), lambda route: route.abort())
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    context.close()
    return Weight(sum(sent), len(sent))


def main() -> None:
    """Build both sites, measure and print."""
    import stock  # type: ignore[import-not-found]  # its neighbour, where this runs as a script
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        ours, theirs = Path(name, "ours"), Path(name, "theirs")
        build = [sys.executable, "-m", "mkdocs", "build", "-q"]
        subprocess.run([*build, "-f", str(ROOT / "mkdocs-demo.yml"), "-d", str(ours)], check=True)
        stock.write(ours, theirs)
        subprocess.run([*build, "-f", str(theirs / "mkdocs.yml")], check=True)
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with served(theirs / "site") as address:
            start = of(browser, address)
            print(f"stock Material's start page: {start.bytes:,} bytes, {start.requests} requests")
        with served(ours) as address:
            for page in PAGES:
                one = of(browser, address + page)
                print(f"/{page}: {one.bytes:,} bytes, {one.requests} requests")
        browser.close()


if __name__ == "__main__":
    main()
