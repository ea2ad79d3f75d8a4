"""Makes allowances: counted in this process, or in Redis for all replicas."""

import logging

from dashboard.engine.intake.allowance import Allowance, OwnAllowance

_log = logging.getLogger(__name__)


def allowance(name: str, most: int, redis_url: str = "") -> Allowance:
    """An allowance counted in Redis for all replicas, where there is one, else for this process.

    `name` tells allowances that share a Redis apart.
    """
    own = OwnAllowance(most)
    if not redis_url:
        return own
    try:
        # Redis is an extra, needed by those who name one
        from dashboard.engine.intake.redis_allowance import SharedAllowance

        return SharedAllowance(name, most, redis_url, own)
    except (ImportError, ValueError) as error:  # its text may hold the password
        _log.warning(
            "DATELINE_REDIS_URL cannot be used (%s): write redis://host:6379/0 and install "
            "dateline[online]; until then each process counts articles an hour by itself.",
            type(error).__name__,
        )
        return own
