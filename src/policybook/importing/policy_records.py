"""The records of one policy, from all documents with its code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from policybook.documents.drafts import match
from policybook.documents.drafts.draft import Draft
from policybook.importing import code_references, linked
from policybook.importing import update as updating
from policybook.importing.built import Built
from policybook.importing.dates import Written
from policybook.importing.document import Document
from policybook.importing.facts import Facts
from policybook.importing.mapping import Entry, ImportMapping
from policybook.importing.offices import Offices
from policybook.importing.update import Update
from policybook.model import Policy, Revision, Text
from policybook.text import rich_text
from policybook.values import codes, dates, digest, slugs


class PolicyRecords:
    """One policy, from all documents with its code."""

    def __init__(
        self,
        built: Built,
        entries: list[Entry],
        documents: Mapping[str, Document],
        known: dict[str, str],
        mapping: ImportMapping,
        source: str,
        bodies: Offices,
        series: Mapping[str, str],
        update: Update | None,
        files: Mapping[str, str],
    ) -> None:
        self._update = update
        self._files = files
        self._base: Text | None = None
        """The text before, by which provisions keep their ids."""
        self._built, self._documents, self._known = built, documents, known
        self._mapping, self._source, self._bodies, self._series = mapping, source, bodies, series
        self._adopted = sorted(
            (one for one in entries if one.facts.status != "proposal"), key=lambda one: _last(one.facts)
        )
        self._proposals = [one for one in entries if one.facts.status == "proposal"]
        self._main = (self._adopted or self._proposals)[-1]
        self.code = self._main.facts.code
        self.folder = f"{codes.address(self.code)}-{slugs.slug(self._main.facts.title) or 'policy'}"
        self._ids: set[str] = set()
        self._before: tuple[str, str] | None = None
        self._taken: set[str] = set()
        self._read: set[str] = set()
        """The readings that stand in an act."""

    def build(self) -> None:
        """Add the policy's files."""
        there = self._update.policy(self.code) if self._update is not None else None
        if self._update is not None and there is not None:
            self._bring_up_to_date(self._update, there)
            return
        if self._update is not None:
            self._update.new.append(self.code)
        self._twice()
        acts: list[tuple[Written | None, Entry | None]] = []
        for entry in self._adopted:
            facts = entry.facts
            day = _day(facts)
            earlier = [facts.adopted] if facts.adopted else []
            earlier += [
                one for one in facts.revised if (day is None or one.is_ != day.is_) and not _too_early(one, facts)
            ]
            for one in earlier:
                if day is None or one.is_ != day.is_:
                    acts.append((one, None))
            acts.append((day, entry))
        texts = {day.is_ for day, entry in acts if day and entry}
        seen: set[str] = set()
        ordered = sorted(
            acts, key=lambda act: (act[0] is None, dates.parse(act[0].is_).latest.isoformat() if act[0] else "")
        )
        for day, text in ordered:
            if text is None and day is not None and (day.is_ in seen or day.is_ in texts):
                continue
            if day is not None:
                seen.add(day.is_)
            self._act(day, text)
        if self._main.facts.status == "retired":
            self._rescinded()
        for entry in self._proposals:
            self._proposal(entry)
        self._built.records[f"{self.folder}/policy.yml"] = self._policy()

    def _bring_up_to_date(self, update: Update, policy: Policy) -> None:
        """Add an act or a proposal to a policy that is there, where its text is another."""
        self.code, self.folder = policy.code, policy.folder
        self._ids, self._taken, self._before = updating.ids(policy), updating.taken(policy), updating.before(policy)
        self._base = base = updating.last_text(policy)
        if self._adopted:
            entry = self._adopted[-1]
            draft = self._draft(entry)
            if base is not None and (draft.says(base) or self._draft(entry, mentions=False).says(base)):
                update.unchanged.append(policy.code)
                self._built.places[entry.file], self._built.drafts[entry.file] = (policy.code, base.id), draft
            else:
                update.changed.append(policy.code)
                if update.as_proposals:
                    self._proposal(entry)
                else:
                    self._later_acts(entry, policy)
        for entry in self._proposals:
            if not any(one.holds_text and self._draft(entry).says(one) for one in policy.proposals):
                self._proposal(entry)

    def _later_acts(self, entry: Entry, policy: Policy) -> None:
        """Add the acts after the last one on record; a text whose day isn't later is dated by the day it was seen."""
        last = max((act.acted.latest for act in policy.acts if act.acted), default=None)
        days = [one for one in [entry.facts.adopted, *entry.facts.revised] if one is not None]
        later = [one for one in days if last is None or dates.parse(one.is_).earliest > last]
        later.sort(key=lambda one: dates.parse(one.is_).latest)
        for day in later[:-1]:
            self._act(day, None)
        self._act(later[-1] if later else None, entry)

    def _draft(self, entry: Entry, mentions: bool = True) -> Draft:
        """Return a document's text as the record holds it; its provisions keep the ids of the text before.

        With `mentions`, each policy that the words name is a link.
        """
        document = self._documents[entry.file]
        manuscript = linked.resolved(document.manuscript, self._files)
        if mentions and not document.ours:
            manuscript = code_references.linked(manuscript, self._known, self.code)
        found = match.matched(manuscript, self._base, self._taken)
        return Draft(entry.facts.title, found.provisions, found.footnotes, found.given, found.gone)

    def _twice(self) -> None:
        undated = [one for one in self._adopted if _day(one.facts) is None]
        if len(undated) > 1 or len({_last(one.facts) for one in self._adopted}) < len(self._adopted):
            for one in self._adopted[1:]:
                self._built.suspicions.append(
                    (
                        one.file,
                        self._adopted[0].file,
                        f"Two documents have the code {self.code} and nothing says which is later.",
                    )
                )

    def _id(self, wanted: str) -> str:
        id = slugs.free(wanted, self._ids)
        self._ids.add(id)
        return id

    def _act(self, day: Written | None, entry: Entry | None) -> None:
        id = self._id(day.is_.replace("/", "--") if day else "undated")
        first = self._before is None
        data: dict[str, Any] = {"action": "adopt" if first else "revise"}
        if day:
            data["date"] = day.fact()
        else:
            data["seen"] = self._mapping.day.isoformat()
        data["title"] = (entry or self._main).facts.title
        own = self._own_source(entry) if entry else self._source
        data["recorded"] = {"date": self._mapping.day.isoformat(), "source": own}
        if not first and self._before:
            data["follows"] = self._before[0]
        readings = self._readings(day)
        if readings:
            data["readings"] = readings
        if entry is None:
            data["text"], data["not_held"] = "not-held", "The imported documents name this act and don't hold its text."
            text = digest.NOT_HELD
        else:
            if entry.facts.effective:
                data["effective"] = entry.facts.effective.fact()
            text = self._text(data, entry, id)
        self._chain(data, id, text)
        self._built.records[f"{self.folder}/revisions/{id}.yml"] = data

    def _own_source(self, entry: Entry) -> str:
        """Add the source record that holds a document's words, which the check `text-equals-source` compares; return its id."""
        document = self._documents[entry.file]
        name = re.sub(r"[^a-z0-9]+", "-", codes.address(self.code)).strip("-")
        id = slugs.free(
            f"{self._source}-{name}",
            {path.split("/")[1].removesuffix(".yml") for path in self._built.records if path.startswith("sources/")}
            | set(self._update.manual.sources if self._update is not None else ()),
        )
        text = "".join(f"{line}\n" for line in _printed(document)).encode()
        self._built.records[f"sources/{id}.yml"] = {
            "title": entry.file,
            "part_of": self._source,
            "retrieved": self._mapping.day.isoformat(),
            "sha256": digest.of_bytes(text),
            "note": f"The words of the policy's text in this file, whose SHA-256 is {document.sha256}.",
        }
        self._built.files[f"sources/{id}.txt"] = text
        return id

    def _readings(self, day: Written | None) -> list[dict[str, Any]]:
        """Return the readings that led to an act: those up to its day, after the act before."""
        found: list[dict[str, Any]] = []
        listed = [one for entry in self._adopted for one in entry.facts.readings if one.is_ not in self._read]
        for one in sorted(listed, key=lambda one: (one.is_, one.number)):
            if day is None or dates.parse(one.is_).latest > dates.parse(day.is_).latest or one.is_ in self._read:
                continue
            self._read.add(one.is_)
            found.append({"date": one.is_} | ({"number": one.number} if one.number else {}))
        return found

    def _text(self, data: dict[str, Any], entry: Entry, id: str) -> str:
        draft = self._draft(entry)
        self._base = draft.text()
        self._taken |= set(self._base.by_id)
        self._built.places[entry.file] = (self.code, id)
        self._built.drafts[entry.file] = draft
        if not draft.provisions:
            data["text"], data["not_held"] = "not-held", "The imported document holds no text."
            return digest.NOT_HELD
        data["text"] = draft.provisions
        if draft.footnotes:
            data["footnotes"] = draft.footnotes
        if entry.facts.legal:
            data["legal"] = list(dict.fromkeys(entry.facts.legal))
        listed = self._references(entry.facts, draft)
        if listed:
            data["references"] = listed
        data["digest"] = digest.of_text(entry.facts.title, draft.provisions, draft.footnotes)
        return str(data["digest"])

    def _references(self, facts: Facts, draft: Draft) -> list[Any]:
        """Return the policies that a document refers to; what is no policy of this manual keeps its words."""
        found: dict[str, Any] = {}
        for words in facts.references:
            named = [
                code for code in code_references.in_words(words, self._known) if codes.key(code) != codes.key(self.code)
            ]
            for code in named:
                found[code] = code
            if not named:
                found[words] = {"title": words}
        for code in code_references.in_text(draft, self._known):
            if codes.key(code) != codes.key(self.code):
                found[code] = code
        return list(found.values())

    def _chain(self, data: dict[str, Any], id: str, text: str) -> None:
        data["chain"] = digest.of_act(self._before, id, data["action"], text)
        self._before = (id, data["chain"])

    def _rescinded(self) -> None:
        id = self._id("rescinded")
        data: dict[str, Any] = {
            "action": "rescind",
            "seen": self._mapping.day.isoformat(),
            "recorded": {"date": self._mapping.day.isoformat(), "source": self._source},
            "reason": "The imported document is marked as retired; the day of the act isn't known.",
        }
        if self._before:
            data["follows"] = self._before[0]
        self._chain(data, id, "none")
        self._built.records[f"{self.folder}/revisions/{id}.yml"] = data

    def _proposal(self, entry: Entry) -> None:
        id = self._id(f"{self._mapping.day.year}-{slugs.slug(entry.facts.title) or 'proposal'}")
        data: dict[str, Any] = {"action": "revise" if self._before else "adopt", "title": entry.facts.title}
        held = next((data_["digest"] for path, data_ in reversed(list(self._built.records.items()))
                     if path.startswith(f"{self.folder}/revisions/") and "digest" in data_), "")  # fmt: skip
        if not held and isinstance(self._base, Revision):
            held = self._base.computed_digest
        if held:
            data["based_on"] = held
        if self._before:
            data["follows"] = self._before[0]
        self._text(data, entry, id)
        data.pop("digest", None)
        self._built.records[f"{self.folder}/revisions/{id}.yml"] = data

    def _policy(self) -> dict[str, Any]:
        facts = self._main.facts
        data: dict[str, Any] = {"code": self.code, "kind": facts.kind}
        parents = self._parents()
        if facts.kind in ("procedure", "exhibit"):
            if parents:
                data["parent"] = parents
            else:
                data["kind"] = "operating-policy"
                self._built.suspicions.append(
                    (
                        self._main.file,
                        "",
                        f"It looks like a {facts.kind}, but no policy is found that it serves. Name one under ‘parent’.",
                    )
                )
        former = list(
            dict.fromkeys(code for one in (*self._adopted, *self._proposals) for code in one.facts.former_codes)
        )
        if former:
            data["former_codes"] = former
        also = [code for one in (*self._adopted, *self._proposals) for code in one.facts.also_codes]
        also = [code for code in dict.fromkeys(also) if codes.key(code) not in self._known]
        if also:
            data["also_codes"] = also
        steward = self._bodies.id_of(facts.steward) if facts.steward else ""
        if steward:
            data["steward"] = {"is": steward, "basis": "stated", "source": self._source}
        elif facts.steward:
            facts.notes.append(f"Owner: {facts.steward}")
        if facts.classification:
            data["classification"] = facts.classification
        if facts.model:
            data["model"] = {"name": facts.model}
        notes = [{"text": note} for note in self._notes()]
        if notes:
            data["notes"] = notes
        return data

    def _parents(self) -> str:
        if self._main.parent:
            return self._main.parent
        base = re.sub(
            r"(?:(?:(?<=[0-9])[- .]?|(?<=[A-Z])-)(?:P|R|AR|AP|AG|REG|E|F|EX)(?:[- .]?[0-9]{1,2})?|\s*\((?:REGULATION|EXHIBIT)\))$",
            "", self.code, flags=re.IGNORECASE,
        )  # fmt: skip
        prefixed = re.fullmatch(r"(?:AR|AP|AG|REG|E|EX)[- ]?([0-9].*)", self.code, re.IGNORECASE)
        if prefixed:
            number = re.sub(r" *\([0-9]+\)$", "", prefixed[1])
            served = (f"{before}{number}" for before in ("BP ", "BP", "BP-", "PO", "BB ", ""))
            return next((self._known[codes.key(one)] for one in served if codes.key(one) in self._known), "")
        if base == self.code:
            return ""
        return self._known.get(codes.key(base)) or self._not_held(base)

    def _not_held(self, code: str) -> str:
        """Add the policy that a procedure's code names and no document holds: known by its code alone."""
        if not codes.is_code(code):
            return ""
        title = self._main.facts.title
        self._built.records[f"{codes.address(code)}-{slugs.slug(title) or 'policy'}/policy.yml"] = {
            "code": code,
            "title": f"Policy {code}",
            "kind": "operating-policy",
            "text": "not-held",
            "not_held": f"The imported documents hold {self.code} and not the policy that it serves by its code.",
        }
        self._known[codes.key(code)] = code
        self._built.suspicions.append(
            (self._main.file, "", f"No document holds policy {code}, which {self.code} serves by its code.")
        )
        return code

    def _notes(self) -> list[str]:
        found: list[str] = []
        for entry in (*self._adopted, *self._proposals):
            facts = entry.facts
            found += facts.notes
            found += [f"Reviewed: {one.words}. The document names nobody who reviewed it." for one in facts.reviewed]
            found += [
                f"Revised: {one.words}. That is before the adoption, so no act is made of it."
                for one in facts.revised
                if _too_early(one, facts)
            ]
            found += [f"Reading: {one.words}." for one in facts.readings if one.is_ not in self._read]
            found += [f"Also: {code}" for code in facts.also_codes if codes.key(code) in self._known]
            if facts.series and facts.series not in self._series:
                found.append(f"Series: {facts.series}")
        return list(dict.fromkeys(found))


def _printed(document: Document) -> Iterator[str]:
    """Yield what is printed in a document's text, a line for each paragraph and each row."""
    for block in document.manuscript.blocks:
        words = [rich_text.words(line) for line in block.lines]
        yield " ".join(part for part in (block.label or block.mark.replace("•", ""), *words) if part)
        yield from (" ".join(rich_text.words(cell) for cell in row) for row in block.rows)


def _day(facts: Facts) -> Written | None:
    """Return the day of the act that made a document's text: the last revision, else the adoption."""
    listed = [*([facts.adopted] if facts.adopted else []), *facts.revised]
    return max(listed, key=lambda one: dates.parse(one.is_).latest) if listed else None


def _too_early(revised: Written, facts: Facts) -> bool:
    """Return whether a revision is dated before the adoption, as where a model's own revisions are listed."""
    adopted = dates.parse(facts.adopted.is_).earliest if facts.adopted else None
    return adopted is not None and dates.parse(revised.is_).latest < adopted


def _last(facts: Facts) -> str:
    day = _day(facts)
    return dates.parse(day.is_).latest.isoformat() if day else "9999"
