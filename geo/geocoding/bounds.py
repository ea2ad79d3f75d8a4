"""How much of a service's answer is read: so many bytes, so many seconds, no redirects.

requests reads a body to its end whatever its length, waits anew after every byte, and follows
redirects anywhere; a service that was taken over could fill memory or ask the network behind.
"""

import time
from typing import Any

from requests import PreparedRequest, RequestException, Response
from requests.adapters import BaseAdapter
from requests.exceptions import ConnectionError as CannotConnect
from requests.exceptions import ReadTimeout
from urllib3.exceptions import HTTPError

MOST_BYTES = 1_000_000
"""Of one answer, unpacked; five places come to some 5,000."""
SECONDS = 20.0
"""For one body, however steadily it drips."""
_BLOCK = 1 << 16


class BoundedAdapter(BaseAdapter):
    """Reads the answers of the adapter below within bounds.

    What exceeds them is an exception of requests, as an outage is.
    """

    def __init__(self, below: BaseAdapter, seconds: float = SECONDS) -> None:
        super().__init__()
        self._below, self._seconds = below, seconds

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        """Send one request, and read its whole answer."""
        response = self._below.send(request, *args, **(kwargs | {"stream": True}))
        if response.is_redirect:
            response.close()
            raise CannotConnect("it redirects, which is not followed")
        response._content = self._body(response)  # noqa: SLF001 - where requests keeps what it read
        response._content_consumed = True  # type: ignore[attr-defined]  # noqa: SLF001 - the same
        return response

    def close(self) -> None:
        """Close the connections."""
        self._below.close()

    def _body(self, response: Response) -> bytes:
        end = time.monotonic() + self._seconds
        data = bytearray()
        try:
            # read1: what has come, where read would wait for a whole block
            while block := response.raw.read1(_BLOCK, decode_content=True):
                data += block
                if len(data) > MOST_BYTES:
                    raise CannotConnect(f"it sent more than {MOST_BYTES:,} bytes")
                if time.monotonic() > end:
                    raise ReadTimeout(f"it sent no whole answer in {self._seconds:g} s")
        except RequestException:
            raise
        except (HTTPError, OSError) as error:
            raise ReadTimeout(f"its answer broke off ({type(error).__name__})") from None
        finally:
            response.close()
        return bytes(data)
