"""The built pages are valid HTML by the Nu checker, which the W3C's validator runs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.site import sites

JAR = Path(os.environ.get("VNU_JAR") or sites.ROOT / "build/node_modules/vnu-jar/build/dist/vnu.jar")


@pytest.mark.slow
def test_the_nu_checker_finds_no_error(built: dict[str, Path]) -> None:
    java = shutil.which("java")
    if java is None or not JAR.is_file():
        pytest.skip("the Nu checker isn't here: install Java, then `npm install --prefix build vnu-jar`")
    command = [java, "-Xss2m", "-jar", str(JAR), "--skip-non-html", "--format", "json", "--exit-zero-always"]
    said = subprocess.run([*command, *map(str, built.values())], capture_output=True, text=True, check=True).stderr
    found = [one for one in json.loads(said)["messages"] if one["type"] != "info" or one.get("subType") == "warning"]
    assert sorted({(one["message"], one.get("extract", "")) for one in found}) == []
