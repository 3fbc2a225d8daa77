"""Asking endpoints over HTTP, as Wikidata wants to be asked.

``qwikidata`` sends its requests with neither a user agent nor a time-out, tries once, and takes any answer
for JSON; this module stands in for that part of it. What it keeps to:

- https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy
- https://www.mediawiki.org/wiki/API:Etiquette and https://www.mediawiki.org/wiki/Manual:Maxlag_parameter
- https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual#Query_limits
"""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin, urlsplit

from factlint.kbbuild.update.errors import AnswerError, BusyError, TooHeavyError, UpdateError

if TYPE_CHECKING:
    from requests import Response, Session

LONGEST_ADDRESS = 4_000
"""Characters of an address beyond which parameters are posted."""

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

_BUSY = frozenset({429, 503})
_TOO_HEAVY = frozenset({408, 413, 500, 502, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_TRIES_DIVISIBLE, _TRIES_INDIVISIBLE = 2, 3
"""How often a question is asked that seems to be too much: what took too long once mostly does again."""
_CHUNK = 1 << 16
_FIRST_WAIT, _LONGEST_BACKOFF = 1.0, 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how often to try.

    Attributes:
        timeout: seconds to wait for a connection, and for each part of an answer.
        deadline: seconds that a whole answer may take; the query service stops after 60.
        tries: how often one question is asked before giving up.
        longest_wait: seconds; where an endpoint asks to wait longer, the update stops instead.
        largest: bytes of an answer, unpacked.
    """

    timeout: float = 70.0
    deadline: float = 180.0
    tries: int = 6
    longest_wait: float = 900.0
    largest: int = 64 << 20


@dataclass(frozen=True, slots=True)
class Request:
    """A question to an endpoint.

    Attributes:
        what: the question in words, for messages.
        url: the endpoint.
        parameters: what goes into the address, or into the body where that would become too long.
        accept: the media type wanted.
    """

    what: str
    url: str
    parameters: tuple[tuple[str, str], ...]
    accept: str = "application/json"


class NotFoundError(UpdateError):
    """The endpoint has nothing at the address."""


@dataclass
class Client:
    """Asks one question at a time and tries again where that may help.

    Attributes:
        agent: the ``User-Agent`` header.
        limits: how long and how often to try.
        notify: told when an endpoint is waited for, and why.
        sleep: waits for a number of seconds.
        jitter: a random number from 0 to 1.
    """

    agent: str
    limits: Limits = field(default_factory=Limits)
    notify: Callable[[str], None] = lambda _: None
    sleep: Callable[[float], None] = time.sleep
    jitter: Callable[[], float] = random.random

    def __post_init__(self) -> None:
        self._sessions: dict[bool, Session] = {}

    def fetch(self, request: Request, check: Callable[[bytes], object], *, divisible: bool = False) -> bytes:
        """The answer to a question, once it has passed a check.

        Args:
            request: the question.
            check: raises AnswerError on what is no answer to it, BusyError where it says to wait.
            divisible: whether the caller can ask for less, so that an answer that does not come
                is given up sooner.

        Raises:
            TooHeavyError: no whole answer came in time.
            NotFoundError: there is nothing at the address.
            UpdateError: the endpoint refuses, or stays out of reach.
        """
        for attempt in range(1, self.limits.tries + 1):
            try:
                return self._once(request, check)
            except BusyError as busy:
                reason, asked, last = str(busy), busy.seconds, UpdateError(f"{request.what}: {busy}")
            except (TooHeavyError, AnswerError) as error:
                reason, asked = str(error), None
                last = TooHeavyError(f"{request.what}: {error}")
                if attempt >= (_TRIES_DIVISIBLE if divisible else _TRIES_INDIVISIBLE):
                    raise last from error
            except _ConnectionFailedError as error:
                reason, asked, last = str(error), None, UpdateError(f"{request.what}: {error}")
            if attempt == self.limits.tries:
                raise last
            self._wait(attempt, asked, reason, request)
        raise AssertionError("unreachable: the last try returns or raises")

    def _wait(self, attempt: int, asked: float | None, reason: str, request: Request) -> None:
        """Wait as long as the endpoint asks, else ever longer, at random within bounds."""
        backoff = min(_LONGEST_BACKOFF, _FIRST_WAIT * 2 ** (attempt - 1))
        # "Equal jitter" (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
        seconds = backoff / 2 + self.jitter() * backoff / 2 if asked is None else asked + self.jitter()
        if seconds > self.limits.longest_wait:
            raise UpdateError(f"{request.what}: the endpoint asks to wait {seconds:.0f} seconds")
        self.notify(f"{request.what}: {reason}; trying again in {seconds:.0f} seconds")
        self.sleep(seconds)

    def _once(self, request: Request, check: Callable[[bytes], object]) -> bytes:
        import requests

        end = time.monotonic() + self.limits.deadline
        try:
            response = self._send(request)
            with response:
                _check_status(response)
                body = self._body(response, end)
            check(body)
            return body  # noqa: TRY300 - checked only now
        except BusyError as busy:
            # The MediaWiki API says that it lags in an answer of status 200, the wait in a header.
            raise BusyError(str(busy), busy.seconds or _asked_wait(response)) from None
        except requests.Timeout:
            raise TooHeavyError("no answer in time") from None
        except requests.exceptions.ChunkedEncodingError:
            raise TooHeavyError("the answer was cut short") from None
        except (requests.ConnectionError, requests.exceptions.ContentDecodingError) as error:
            if "Read timed out" in str(error):
                raise TooHeavyError("the answer stopped in the middle") from None
            raise _ConnectionFailedError(f"no connection ({type(error).__name__})") from None
        except requests.RequestException as error:
            raise UpdateError(f"{request.what}: {type(error).__name__}: {str(error)[:200]}") from None

    def _send(self, request: Request) -> Response:
        """Send a request and follow redirects within the host that was asked."""
        url, encoded = request.url, urlencode(request.parameters)
        posted = len(url) + len(encoded) > LONGEST_ADDRESS
        headers = {"User-Agent": self.agent, "Accept": request.accept}
        query = f"{'&' if '?' in url else '?'}{encoded}" if encoded and not posted else ""
        target = url + query
        for _ in range(_MOST_REDIRECTS):
            try:
                response = self._session(target).request(
                    "POST" if posted else "GET",
                    target,
                    data=request.parameters if posted else None,
                    headers=headers,
                    timeout=(min(10.0, self.limits.timeout), self.limits.timeout),
                    allow_redirects=False,
                    stream=True,
                )
            except ValueError as error:  # also of a redirect that requests tries to read
                raise UpdateError(f"{request.what}: an address that is none ({error})") from error
            if response.status_code not in _REDIRECTS:
                return response
            response.close()
            target = _redirected(target, response.headers.get("Location", ""), request)
        raise UpdateError(f"{request.what}: {_MOST_REDIRECTS} redirects and no answer")

    def _session(self, url: str) -> Session:
        """A session; for this very machine one that asks no proxy."""
        local = is_loopback(url)
        if local not in self._sessions:
            import requests

            self._sessions[local] = requests.Session()
            self._sessions[local].trust_env = not local
        return self._sessions[local]

    def _body(self, response: Response, end: float) -> bytes:
        parts, size = [], 0
        for part in response.iter_content(_CHUNK):
            parts.append(part)
            size += len(part)
            if size > self.limits.largest:
                raise TooHeavyError(f"the answer is larger than {self.limits.largest:,} bytes")
            if time.monotonic() > end:
                raise TooHeavyError("the answer takes too long")
        return b"".join(parts)


class _ConnectionFailedError(Exception):
    """No connection, or one that broke."""


def user_agent(version: str, contact: str) -> str:
    """The ``User-Agent`` in the form that the Wikimedia Foundation asks for.

    Args:
        version: factlint's.
        contact: a page or e-mail address of whoever runs the update.

    Raises:
        UpdateError: the contact cannot stand in a header.
    """
    if not contact.isascii() or not contact.isprintable() or len(contact) > 200:
        raise UpdateError("the contact is no e-mail address or address of a page", "check --contact")
    from importlib.metadata import version as installed

    return f"factlint/{version} ({contact}) python-requests/{installed('requests')}"


def is_loopback(url: str) -> bool:
    """Whether an address is on this machine."""
    return (urlsplit(url).hostname or "") in LOOPBACK


def _redirected(url: str, location: str, request: Request) -> str:
    """Where a redirect leads, if it stays on the host that was asked."""
    try:
        target = urljoin(url, location)
    except ValueError:
        target = ""
    if not location or _origin(target) != _origin(url):
        raise UpdateError(
            f"{request.what}: {_place(url)} sends us to {_place(target)}, which nobody asked for"
        )
    return target


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    return parts.scheme, parts.hostname, port


def _place(url: str) -> str:
    scheme, host, port = _origin(url)
    return f"{scheme}://{host}{f':{port}' if port else ''}" if host else "nowhere"


def _check_status(response: Response) -> None:
    """Raise what a status or a content type that is not that of an answer means."""
    status, kind = response.status_code, response.headers.get("Content-Type", "").partition(";")[0].strip()
    if status in _BUSY:
        lag = response.headers.get("X-Database-Lag")
        reason = f"status {status}" + (f", {lag[:20]} seconds behind" if lag else "")
        raise BusyError(reason, _asked_wait(response))
    if status in _TOO_HEAVY:
        raise TooHeavyError(f"status {status}")
    if status in (404, 410):
        raise NotFoundError(f"{_place(response.url)}: nothing there (status {status})")
    if status != 200:
        raise UpdateError(f"{_place(response.url)} refuses (status {status})")
    if kind and not (kind.endswith(("/json", "+json"))):
        raise AnswerError(f"no JSON but {kind[:60]}")


def _asked_wait(response: Response) -> float | None:
    return retry_after(response.headers.get("Retry-After", ""))


def retry_after(text: str, now: dt.datetime | None = None) -> float | None:
    """Seconds that a ``Retry-After`` header asks to wait (RFC 9110, 10.2.3), None where it says nothing."""
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=dt.UTC)
    return max(0.0, (when - (now or dt.datetime.now(dt.UTC))).total_seconds())
