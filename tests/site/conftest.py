"""The real and the demonstration site, each built once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site import sites


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
