import asyncio
from threading import Event

import pytest
from support.coroutines import finished

from dashboard.hosting.api.thread_pool import Busy, Workers


def test_work_is_done_and_its_error_is_raised() -> None:
    async def use() -> None:
        with Workers() as workers:
            assert await workers.run(lambda: 7) == 7
            with pytest.raises(ZeroDivisionError):
                await workers.run(lambda: 1 // 0)

    finished(use())


def test_a_full_house_is_said_at_once_and_slow_work_keeps_its_place() -> None:
    async def use() -> None:
        go = Event()
        with Workers(threads=1, most=1, patience_s=0.05) as workers:
            with pytest.raises(Busy):  # not done in time
                await workers.run(lambda: go.wait(20))
            with pytest.raises(Busy):  # its thread still works
                await workers.run(lambda: 7)
            go.set()
            for _ in range(100):
                try:
                    assert await workers.run(lambda: 7) == 7
                    break
                except Busy:
                    await asyncio.sleep(0.01)
            else:
                pytest.fail("the place was never given back")

    finished(use())
