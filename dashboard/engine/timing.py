"""How long the parts of a server wait for each other, in seconds.

They stand together because they depend on each other as is said here, and
tests/dashboard/engine/test_timing.py holds that. None is a setting.

**A reader who leaves.** The queue and the processes that read look for a page at short intervals. A
page may be away for longer than that, and an article lingers for longer than such an interval; so
reading ends some 15 seconds after the last page that waits was seen, long before Streamlit lets the
page's session go (two minutes).

**A page whose session is lost** is run anew long before it counts as gone, and its events wait for
that run no longer than its session is kept.

**A part that is down** is asked less often than open pages look whether it is back, a parser less
often than a database. A page that shows nothing is drawn anew with its third look. A health check
outlasts a silent database, and its answer holds for less time than it may take.

**Names that online services are asked about** are wanted as long as a page looks, which is more
often than a service is asked again, and than names go unwanted.
"""

QUEUE_LOOK_S = 0.5
"""How often the place of somebody who waits is reported, and whether they are here is asked."""
LINGER_S = 3.0
"""How long an article stays wanted once somebody stopped waiting: the page's next run goes on."""
GONE_S = 12.0
"""How long a page may be away: it is loaded anew, or its connection is lost for a moment."""

RECONNECT_S = 0.2
"""When a page whose session is lost asks for a run. If it asks by itself, that comes first."""
RECONNECT_PATIENCE_S = 60.0
"""How long an event waits for that run; then Streamlit does with it what it does."""

LIBRARY_PAUSE_S = 15.0
"""How long a database that failed is left alone: asking again could keep the page waiting."""
PARSER_PAUSE_S = 30.0
"""How long nobody tries again to load a parser that could not be loaded."""
RECOVERY_LOOK_S = 5.0
"""How often an open page looks whether what was down is back."""
REDRAW_S = 12.0
"""After how long a page that could read nothing is drawn anew."""
HEALTH_KEPT_S = 2.0
"""How long an answer of the health check holds, so that probes cost nothing."""
HEALTH_PATIENCE_S = 5.0
"""How long a part may take to answer the health check before it counts as failed."""

API_PATIENCE_S = 60.0
"""How long a data route works on a request."""
API_RETRY_S = 5
"""When somebody who was turned away by a data route may ask again."""

NAMES_LOOK_S = 1.0
"""How often a page looks for answers while services are asked."""
NAMES_PAUSE_LOOK_S = 5.0
"""The same where names wait to be asked again."""
NAMES_RETRY_S = (40.0, 80.0, 160.0)
"""Pauses before what could not be asked is asked again by itself; after these only on request."""
NAMES_UNWANTED_S = 90.0
"""An article that no page has asked for so long is asked about no further."""
