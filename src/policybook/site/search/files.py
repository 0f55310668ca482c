"""The files that the browser loads: what it needs for any search, then only the terms and texts it asks for.

They are scripts that hand over data rather than JSON, so that a site read from a disk can be searched too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policybook.exports import urls
from policybook.model import Manual
from policybook.site.search import index, synonyms, tokens
from policybook.site.search.index import Index
from policybook.site.search.units import subjects
from policybook.text.i18n import Say

_HERE = Path(__file__).parent
_SCRIPTS = _HERE.parent / "inline"
_SHARD = 24_000
"""How many characters of postings stand in one file, at the least."""


def of_manual(manual: Manual, say: Say) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each file of the search."""
    language = manual.agency.language
    groups = [*synonyms.bundled(language), *manual.agency.synonyms]
    built = index.build(subjects(manual, say), groups, language)
    shards = list(_shards(built))
    yield f"{urls.SEARCH}index.js", _handed("index", 0, _start(built, shards, manual))
    for number, shard in enumerate(shards):
        yield f"{urls.SEARCH}terms-{number}.js", _handed("terms", number, _postings(built, shard))
    for number, subject in enumerate(built.subjects):
        yield f"{urls.SEARCH}text-{number}.js", _handed("text", number, [unit.text for unit in subject.units])
    yield f"{urls.SEARCH}stem.js", stemmer(language)
    yield (
        f"{urls.SEARCH}search.js",
        b";\n".join((_SCRIPTS / name).read_bytes() for name in ("search.js", "search_page.js")),
    )


def _start(built: Index, shards: list[list[str]], manual: Manual) -> dict[str, Any]:
    """Return what every search needs: the terms, the places they can lead to, the synonyms."""
    language = manual.agency.language
    return {
        "language": language.partition("-")[0],
        "stop": sorted(synonyms.stop_words(language)),
        "synonyms": built.synonyms,
        "terms": [" ".join(shard) for shard in shards],
        "subjects": [
            {
                "code": subject.code,
                "title": subject.title,
                "status": subject.status,
                "url": subject.units[0].url,
                "codes": [tokens.code_key(code) for code in dict.fromkeys((subject.code, *subject.codes))],
                "units": [[unit.url.removeprefix(subject.units[0].url), unit.heading] for unit in subject.units[1:]],
                **({"language": subject.language} if subject.language else {}),
            }
            for subject in built.subjects
        ],
    }


def _shards(built: Index) -> Iterator[list[str]]:
    """Yield the terms in runs whose postings fit in one file."""
    shard: list[str] = []
    size = 0
    for term, postings in built.postings.items():
        shard.append(term)
        size += 7 * len(postings)
        if size >= _SHARD:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


def _postings(built: Index, shard: list[str]) -> list[list[int]]:
    """Return for each term its units, each as the distance from the one before, with its score."""
    written = []
    for term in shard:
        row, last = [], 0
        for number, score in built.postings[term]:
            row += [number - last, score]
            last = number
        written.append(row)
    return written


def _handed(what: str, number: int, data: Any) -> bytes:
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f'policybookSearch.take("{what}",{number},{safe})\n'.encode()


def stemmer(language: str) -> bytes:
    """Return the stemmer of a language as a script, or one that leaves words alone."""
    algorithm = tokens.STEMMERS.get(language.partition("-")[0])
    if algorithm is None:
        return b"policybookSearch.stemmer = { stemWord: function (word) { return word } }\n"
    parts = [(_HERE / "vendor" / f"{name}-stemmer.js").read_bytes() for name in ("base", algorithm)]
    name = f"{algorithm.capitalize()}Stemmer"
    return b"(function () {\nvar BaseStemmer, %(name)s\n%(code)s\npolicybookSearch.stemmer = new %(name)s()\n})()\n" % {
        b"name": name.encode(),
        b"code": b"\n".join(parts),
    }
