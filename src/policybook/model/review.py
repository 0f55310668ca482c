"""Reviews and recommendations: who looked at what and concluded what, and what an oversight body asks."""

from __future__ import annotations

from typing import Any

from policybook.model.lazy import once
from policybook.model.view import View
from policybook.values import dates

EVALUATION = "evaluation"
"""What `method` says in the evaluation of a policy by the body that oversees it."""

OF_POLICY = "policy"
"""What `of` says in a review of the policy itself rather than of a strategy."""


class Review(View):
    """An event: on this day this body looked at this text and concluded this."""

    def __init__(self, data: Any, path: str, id: str, code: str) -> None:
        of = data["of"]
        super().__init__(data, path, (), code if of == OF_POLICY else f"{code}/{of}")
        self.id = id
        self.of: str = of
        """The id of a strategy, or `policy`."""

    @property
    def by(self) -> str:
        """Return the body that looked."""
        return self.text("by")

    @once
    def when(self) -> dates.PartialDate:
        """Return the day: the record's own, or that in the file's name."""
        own = self.date("date")
        if own is not None:
            return own
        for length in (10, 7, 4):
            if dates.is_date(self.id[:length]):
                return dates.parse(self.id[:length])
        return dates.parse("0001")

    @property
    def digest(self) -> str:
        """Return the digest of the text looked at."""
        return self.text("digest")

    @property
    def outcome(self) -> str:
        """Return the conclusion."""
        return self.text("outcome")

    def parts(self, key: str) -> tuple[View, ...]:
        """Return the entries listed under `key`: evidence, measured, next_steps."""
        return tuple(
            View(data, self._path, (key, at), self._subject) for at, data in enumerate(self._data.get(key) or ())
        )


class Response(View):
    """What a body answered to a recommendation."""

    @property
    def by(self) -> str:
        """Return the body that answers."""
        return self.text("by")

    @property
    def answer(self) -> str:
        """Return the answer: accepted, accepted-in-part, declined, noted."""
        return self.text("answer")

    @property
    def actions(self) -> tuple[View, ...]:
        """Return what it will do."""
        return tuple(
            View(data, self._path, (*self._route, "actions", at), self._subject)
            for at, data in enumerate(self._data.get("actions") or ())
        )


class Recommendation(View):
    """What an oversight body asks another body to do."""

    def __init__(self, data: Any, path: str, id: str, code: str) -> None:
        super().__init__(data, path, (), code)
        self.id = id

    @property
    def by(self) -> str:
        """Return the body that asks."""
        return self.text("by")

    @once
    def when(self) -> dates.PartialDate:
        """Return the day on which it was made, which its file's name begins with."""
        for length in (10, 7, 4):
            if dates.is_date(self.id[:length]):
                return dates.parse(self.id[:length])
        return dates.parse("0001")

    @property
    def to(self) -> tuple[str, ...]:
        """Return the bodies that are asked."""
        return self.texts("to")

    @property
    def about(self) -> tuple[str, ...]:
        """Return the strategies it is about; none: the policy as a whole."""
        return self.texts("about")

    @property
    def respond_by(self) -> dates.PartialDate | None:
        """Return until when an answer is asked for."""
        return self.date("respond_by")

    @property
    def closed(self) -> View | None:
        """Return when and why it was closed, None where it wasn't."""
        data = self._data.get("closed")
        return View(data, self._path, ("closed",), self._subject) if data else None

    @once
    def responses(self) -> tuple[Response, ...]:
        """Return the answers."""
        return tuple(
            Response(data, self._path, ("responses", at), self._subject)
            for at, data in enumerate(self._data.get("responses") or ())
        )
