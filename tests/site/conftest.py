"""The real and the demonstration site, each built once for all tests."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.site import sites

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder of each site."""
    folders = {}
    for name, config in sites.CONFIGS.items():
        folders[name] = tmp_path_factory.mktemp(name)
        done = sites.build(sites.ROOT / config, folders[name], "--strict")
        assert done.returncode == 0, done.stderr
    return folders


@pytest.fixture(params=sorted(sites.CONFIGS))
def site(request: pytest.FixtureRequest, built: dict[str, Path]) -> Path:
    """The folder of one site after the other."""
    return built[request.param]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all tests."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright isn't installed: pip install '.[browser]'")
    pytest.importorskip("axe_playwright_python", reason="axe isn't installed: pip install '.[browser]'")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page where there is none, as hosts of static sites do."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())
        return None


@pytest.fixture(scope="session")
def served(built: dict[str, Path]) -> Iterator[dict[str, str]]:
    """The address of each site."""
    servers = {}
    for name, folder in built.items():
        servers[name] = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))
        )
        threading.Thread(target=servers[name].serve_forever, daemon=True).start()
    yield {name: f"http://127.0.0.1:{server.server_port}/" for name, server in servers.items()}
    for server in servers.values():
        server.shutdown()


@pytest.fixture(scope="session")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, whose texts are English, with the site's own words in Spanish and a site_url."""
    folder = tmp_path_factory.mktemp("spanish")
    (folder / "docs").mkdir()
    manual = sites.ROOT / "src/policybook/scaffold/demo/policy"
    config = folder / "mkdocs.yml"
    config.write_text(
        f"site_name: x\nsite_url: {sites.URL}\ntheme: {{name: material, language: es}}\n"
        f"plugins: [{{policybook: {{manual: {manual}, as_of: 2026-11-24}}}}]\n",
        encoding="utf-8",
    )
    done = sites.build(config, folder / "site", "--strict")
    assert done.returncode == 0, done.stderr
    return folder / "site"
