"""Figures for Prometheus, on a port of this machine only; off unless the settings name one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from dashboard.engine.process import process
from dashboard.server_settings import ServerSettings
from geo.errors import DatelineError

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry
    from prometheus_client.metrics_core import Metric

T = TypeVar("T")
HOST = "127.0.0.1"
COUNTED = {
    "articles": ("Articles requested, parsed now or taken from memory.", "origin"),
    "api_answers": ("Answers of the data routes.", "file"),
    "dropped_messages": ("Messages of pages that were not taken, by kind.", "kind"),
    "errors": ("Faults, by the class of the error.", "error"),
}
"""Names counted upwards: what they are, and what their label says."""
TIMED = {
    "run": ("Runs of the page's script: all of it, or its workspace alone.", "part"),
    "parse": ("Batches of articles parsed.", ""),
}


@contextmanager
def serve_figures(settings: ServerSettings) -> Iterator[None]:
    """Serve the figures where the settings name a port.

    Raises DatelineError where it cannot be done.
    """
    if settings.metrics_port is None:
        yield
        return
    try:
        from prometheus_client import start_http_server

        server, thread = start_http_server(settings.metrics_port, HOST, registry())
    except ModuleNotFoundError:
        raise DatelineError(
            "DATELINE_METRICS_PORT needs a library: install 'dateline[metrics]'."
        ) from None
    except OSError as error:
        raise DatelineError(
            f"The figures cannot be served on port {settings.metrics_port} ({error.strerror}): "
            "name another in DATELINE_METRICS_PORT."
        ) from None
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def registry() -> "CollectorRegistry":
    """All figures: Dateline's own, and of the process its memory, time and files."""
    from prometheus_client import CollectorRegistry, ProcessCollector

    made = CollectorRegistry(auto_describe=False)
    ProcessCollector(registry=made)
    made.register(_Collector())
    return made


class _Collector:
    """Reads the measures when Prometheus asks."""

    def collect(self) -> "Iterator[Metric]":
        from prometheus_client.metrics_core import (
            CounterMetricFamily,
            GaugeMetricFamily,
            SummaryMetricFamily,
        )

        amounts = process().measures.amounts()
        yield GaugeMetricFamily(
            "dateline_sessions", "Pages open now.", value=amounts.get(("sessions", ""), 0)
        )
        for name, (said, label) in COUNTED.items():
            counter = CounterMetricFamily(f"dateline_{name}", said, labels=[label])
            for value, amount in _labelled(amounts)[name].items():
                counter.add_metric([value], amount)
            yield counter
        for name, (said, label) in TIMED.items():
            labels = [label] if label else []
            summary = SummaryMetricFamily(f"dateline_{name}_seconds", said, labels=labels)
            for value, (times, seconds) in _labelled(process().measures.times())[name].items():
                summary.add_metric([value] if label else [], times, seconds)
            yield summary


def _labelled(found: Mapping[tuple[str, str], T]) -> dict[str, dict[str, T]]:
    by_name: dict[str, dict[str, T]] = defaultdict(dict)
    for (name, label), value in found.items():
        by_name[name][label] = value
    return by_name
