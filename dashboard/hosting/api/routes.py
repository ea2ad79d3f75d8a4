"""Places and mentions over HTTP, for QGIS, notebooks and other sites. Nothing can be written.

The addresses take the query of the page's link. `openapi.json` beside this file describes
them; tests ask the server what it allows.
"""

import hashlib
import json
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard.engine.process import process
from dashboard.engine.timing import API_RETRY_S
from dashboard.hosting.api.problems import Problem
from dashboard.hosting.api.requested_articles import atlas_of
from dashboard.hosting.api.strict_query import read_query
from dashboard.hosting.api.thread_pool import Busy, Workers
from dashboard.hosting.previews import picture
from dashboard.server_settings import ServerSettings
from dashboard.wording.phrases import name_of
from geo.errors import DatelineError
from geo.exports import to_csv, to_geojson
from geo.model.atlas import Atlas

_log = logging.getLogger(__name__)
_METHODS = ["GET", "HEAD", "OPTIONS"]
_CACHING = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}
"""Answers may be kept, and must be asked for again: an article can be deleted."""
Answer = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Data:
    """One kind of answer: its file name, its media type, and what makes it of an atlas."""

    name: str
    media_type: str
    made: Callable[[Atlas], bytes]


def _preview(shown: Atlas) -> bytes:
    title = name_of(shown.articles[0]) if shown.articles else "Dateline"
    return picture(shown, title)


PLACES = Data("places.geojson", "application/geo+json", lambda shown: to_geojson(shown).encode())
MENTIONS = Data(
    "mentions.csv", "text/csv; charset=utf-8; header=present", lambda shown: to_csv(shown).encode()
)
PREVIEW = Data("preview.png", "image/png", _preview)
"""The picture of a link where it is pasted elsewhere (`dashboard.hosting.previews`)."""


def make_api(settings: ServerSettings, workers: Workers) -> Starlette:
    """The application under `/api`. Any site may read it: it holds what its addresses say."""
    answers = {
        data.name: _data_answer(data, settings, workers) for data in (PLACES, MENTIONS, PREVIEW)
    }
    answers["openapi.json"] = _description
    return Starlette(
        routes=[Route(f"/{name}", answer, methods=_METHODS) for name, answer in answers.items()],
        middleware=[
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=_METHODS,
                allow_headers=["If-None-Match"],
                expose_headers=["ETag"],
            )
        ],
        exception_handlers={HTTPException: _refused, Problem: _told, Exception: _failed},
    )


def _data_answer(data: Data, settings: ServerSettings, workers: Workers) -> Answer:
    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return _options()
        view = read_query(request.scope["query_string"])
        try:
            body = await workers.run(lambda: data.made(atlas_of(view, settings)))
        except Busy:
            raise _busy("The server is busy with other articles: ask again soon.") from None
        except DatelineError as error:
            _log.error("%s", error)
            raise _busy("The articles cannot be read just now: ask again soon.") from None
        process().measures.add("api_answers", data.name)
        return _tagged(request, body, data)

    return answer


def _tagged(request: Request, body: bytes, data: Data) -> Response:
    """The body, or 304 where the reader has it already."""
    # Weak: the same data may come compressed or not.
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Vary": "Accept-Encoding", **_CACHING}
    if _has(request.headers.get("If-None-Match", ""), tag):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f'inline; filename="dateline-{data.name}"'
    return Response(body, headers=headers, media_type=data.media_type)


def _has(sent: str, tag: str) -> bool:
    """RFC 9110's weak comparison."""
    tags = {one.strip().removeprefix("W/") for one in sent.split(",")}
    return "*" in tags or tag.removeprefix("W/") in tags


async def _description(request: Request) -> Response:
    if request.method == "OPTIONS":
        return _options()
    # With the base path, if there is one.
    servers = [{"url": request.scope["root_path"] or "/"}]
    return JSONResponse({**description(), "servers": servers})


def description() -> dict[str, object]:
    """The OpenAPI description of the data addresses."""
    text = files("dashboard.hosting.api").joinpath("openapi.json").read_text(encoding="utf-8")
    made: dict[str, object] = json.loads(text)
    return made


def _options() -> Response:
    return Response(status_code=204, headers={"Allow": ", ".join(_METHODS)})


_busy = partial(
    Problem, HTTPStatus.SERVICE_UNAVAILABLE, errors=(), headers={"Retry-After": str(API_RETRY_S)}
)


async def _told(_: Request, problem: Exception) -> Response:
    assert isinstance(problem, Problem)  # noqa: S101 - Starlette hands over what was registered
    return problem.response()


async def _refused(_: Request, error: Exception) -> Response:
    """What Starlette refuses itself: another path, another method."""
    assert isinstance(error, HTTPException)  # noqa: S101
    detail = {
        404: "This API offers places.geojson, mentions.csv and openapi.json.",
        405: "This API is read-only.",
    }.get(error.status_code, error.detail)
    return Problem(HTTPStatus(error.status_code), detail, headers=error.headers or {}).response()


async def _failed(_: Request, error: Exception) -> Response:
    number = secrets.token_hex(4)
    _log.error("Fault %s in the data routes", number, exc_info=error)
    process().measures.add("errors", type(error).__name__)
    detail = f"Something went wrong; the server's log has the details under {number}."
    return Problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail).response()
