"""Any bytes go through every parser: hypothesis makes them, also out of what a parser takes."""

from hostile.seeds import SEEDS
from hostile.targets import TARGETS
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

_ODD = st.sampled_from([
    b"\0", b"\xff", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\r\n", b"\n---\n", b"{{", b"<![CDATA[",
    b"]]>", b"<!DOCTYPE x>", b"&#0;", b"-1", b"1e999", b"NaN", b"9" * 400, b"[" * 50, b"\\ud800",
    b"\t", b"'", b'"', b"::", b"%00", b"0x7f.1", b"PK\x03\x04", b"%PDF-", b"stream\n", b"!!int ''",
    b"<", b">", b"null",
])  # fmt: skip


def inputs(name: str) -> st.SearchStrategy[bytes]:
    """Bytes of no form, and inputs the parser takes with pieces changed, doubled or lost."""
    known = SEEDS.get(name, ())
    if not known:
        return st.binary(max_size=400)
    return st.one_of(st.binary(max_size=400), _changed(known))


@st.composite
def _changed(draw: st.DrawFn, known: tuple[bytes, ...]) -> bytes:
    data = draw(st.sampled_from(known))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 20)))
        piece = draw(st.one_of(_ODD, st.binary(max_size=8), st.just(data[start:end] * 3)))
        data = data[:start] + piece + data[end:]
    return data


def check(name: str, *, examples: int, seed_: int | None = None) -> None:
    """Feed a parser; what it must not do is raised, with the smallest input that does it."""

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=seed_ is None,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(name))
    def fed(data: bytes) -> None:
        TARGETS[name](data)

    (fed if seed_ is None else seed(seed_)(fed))()
