"""Work in LibreOffice as a person would, run by the Python that LibreOffice knows.

`python3 libreoffice.py FOLDER FILE…` accepts and then rejects every tracked change: FILE.accept.txt, FILE.reject.txt.
`python3 libreoffice.py FOLDER --replace OLD NEW FILE…` replaces words and saves each FILE as Word would.
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


def sides(desktop, dispatcher, file):
    """Write what a file says once all changes are accepted, and once all are rejected."""
    for side in ("accept", "reject"):
        document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (value("Hidden", True),))
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, f".uno:{side.capitalize()}AllTrackedChanges", "", 0, ())
        options = (value("FilterName", "Text (encoded)"), value("FilterOptions", "UTF8,LF"))
        document.storeToURL(file.with_suffix(f".{side}.txt").as_uri(), options)
        document.close(True)


def replace(desktop, file, old, new):
    """Replace words in a file and save it."""
    document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (value("Hidden", True),))
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = old, new
    document.replaceAll(search)
    document.storeToURL(file.as_uri(), (value("FilterName", "MS Word 2007 XML"),))
    document.close(True)


def main(folder, words):
    """Do what the words of the command ask."""
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
        if words[0] == "--replace":
            for file in map(pathlib.Path, words[3:]):
                replace(desktop, file, words[1], words[2])
        else:
            for file in map(pathlib.Path, words):
                sides(desktop, dispatcher, file)
        desktop.terminate()
        office.wait(60)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
