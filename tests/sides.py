"""Open Word files in LibreOffice, accept or reject every tracked change, and save the words of both sides.

Run by the Python that LibreOffice knows: `python3 sides.py FOLDER FILE…` writes FILE.accept.txt and FILE.reject.txt.
"""

# mypy: ignore-errors
from __future__ import annotations

import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name, held):
    """Return a named value, as LibreOffice takes its options."""
    made = PropertyValue()
    made.Name, made.Value = name, held
    return made


def context(folder, pipe):
    """Return LibreOffice's own context, once it has started."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


def main(folder, files):
    """Write both sides of each file."""
    pipe = f"policybook{time.time_ns()}"
    home = pathlib.Path(folder, "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={home}",
        "--headless",
        "--norestore",
        f"--accept=pipe,name={pipe};urp;",
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as office:
        there = context(folder, pipe)
        services = there.ServiceManager
        desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", there)
        for file in map(pathlib.Path, files):
            for side in ("accept", "reject"):
                document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (value("Hidden", True),))
                frame = document.CurrentController.Frame
                dispatcher.executeDispatch(frame, f".uno:{side.capitalize()}AllTrackedChanges", "", 0, ())
                target = file.with_suffix(f".{side}.txt").as_uri()
                options = (value("FilterName", "Text (encoded)"), value("FilterOptions", "UTF8,LF"))
                document.storeToURL(target, options)
                document.close(True)
        desktop.terminate()
        office.wait(60)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
