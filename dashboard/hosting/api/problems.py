"""What is wrong with a request, as RFC 9457 writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from starlette.responses import JSONResponse

MEDIA_TYPE = "application/problem+json"


@dataclass
class Problem(Exception):
    """An answer that is no data. `errors` are pairs: a key of the query, and what is wrong."""

    status: HTTPStatus
    detail: str
    errors: Sequence[tuple[str, str]] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self) -> JSONResponse:
        """The problem as an HTTP answer, kept by no cache."""
        said: dict[str, object] = {
            "type": "about:blank",
            "title": self.status.phrase,
            "status": self.status.value,
            "detail": self.detail,
        }
        if self.errors:
            said["errors"] = [{"name": name, "reason": reason} for name, reason in self.errors]
        return JSONResponse(
            said,
            self.status.value,
            {"Cache-Control": "no-store", **self.headers},
            media_type=MEDIA_TYPE,
        )
