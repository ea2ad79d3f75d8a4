"""Constants that must agree do."""

from itertools import pairwise

from dashboard import streamlit_internals
from dashboard.engine import timing
from geo.library.database import postgresql_liveness
from geo.system import processes


def test_reading_ends_after_a_page_may_be_back_and_before_its_session_is_let_go() -> None:
    assert timing.QUEUE_LOOK_S < timing.LINGER_S
    assert processes.LOOK_AGAIN_S < timing.LINGER_S, "a process looks while an article lingers"
    assert timing.LINGER_S < timing.GONE_S
    assert timing.GONE_S + timing.LINGER_S < streamlit_internals.SESSION_KEPT_S


def test_a_page_that_reconnects_is_run_before_it_counts_as_gone() -> None:
    assert timing.RECONNECT_S < timing.GONE_S
    assert timing.RECONNECT_PATIENCE_S < streamlit_internals.SESSION_KEPT_S


def test_a_part_that_is_down_is_asked_less_often_than_pages_look() -> None:
    assert timing.RECOVERY_LOOK_S < timing.LIBRARY_PAUSE_S < timing.PARSER_PAUSE_S
    assert postgresql_liveness.PAUSE_S <= timing.LIBRARY_PAUSE_S
    assert 2 * timing.RECOVERY_LOOK_S < timing.REDRAW_S < 3 * timing.RECOVERY_LOOK_S
    assert timing.REDRAW_S < timing.PARSER_PAUSE_S


def test_a_health_check_outlasts_a_silent_database() -> None:
    assert postgresql_liveness.PATIENCE_S < timing.HEALTH_PATIENCE_S
    assert timing.HEALTH_KEPT_S < timing.HEALTH_PATIENCE_S


def test_who_is_turned_away_comes_again_before_those_who_wait_give_up() -> None:
    assert timing.API_RETRY_S < timing.API_PATIENCE_S


def test_names_stay_wanted_while_a_page_looks() -> None:
    assert timing.NAMES_LOOK_S < timing.NAMES_PAUSE_LOOK_S < timing.NAMES_RETRY_S[0]
    assert timing.NAMES_PAUSE_LOOK_S < timing.NAMES_UNWANTED_S
    assert all(earlier < later for earlier, later in pairwise(timing.NAMES_RETRY_S))
