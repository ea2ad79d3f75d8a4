import threading
from collections.abc import Iterator

from dashboard.engine.online.background_worker import Worker


def job(said: list[str], name: str, steps: int) -> Iterator[None]:
    for step in range(steps):
        said.append(f"{name}{step}")
        yield


def test_jobs_take_turns() -> None:
    said: list[str] = []
    started, go_on = threading.Event(), threading.Event()

    def first() -> Iterator[None]:
        started.set()
        go_on.wait(10)
        yield from job(said, "a", 2)

    worker = Worker()
    worker.add(first())
    assert started.wait(10)
    worker.add(job(said, "b", 2))
    go_on.set()
    worker.join()
    assert said == ["a0", "b0", "a1", "b1"]


def test_the_thread_ends_with_the_work_and_comes_again() -> None:
    worker, threads = Worker(), list[threading.Thread]()

    def step() -> Iterator[None]:
        threads.append(threading.current_thread())
        yield

    for _ in range(2):
        worker.add(step())
        worker.join()
        threads[-1].join(60)
        assert not threads[-1].is_alive()
    assert threads[0] is not threads[1]


def test_it_never_keeps_the_process_alive() -> None:
    is_daemon: list[bool] = []

    def step() -> Iterator[None]:
        is_daemon.append(threading.current_thread().daemon)
        yield

    worker = Worker()
    worker.add(step())
    worker.join()
    assert is_daemon == [True]


def test_too_many_jobs_are_refused() -> None:
    go_on = threading.Event()

    def waiting() -> Iterator[None]:
        go_on.wait(10)
        yield

    worker = Worker(waiting=2)
    assert [worker.add(waiting()) for _ in range(3)] == [True, True, False]
    go_on.set()
    worker.join()
    assert worker.add(job([], "a", 1))


def test_a_job_that_fails_leaves_the_others() -> None:
    said: list[str] = []

    def failing() -> Iterator[None]:
        raise ValueError("a defect")
        yield

    worker = Worker()
    worker.add(failing())
    worker.add(job(said, "a", 2))
    worker.join()
    assert said == ["a0", "a1"]
