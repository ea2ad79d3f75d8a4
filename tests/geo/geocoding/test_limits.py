from geo.geocoding.limits import Gate


def test_the_first_passes_at_once_and_the_others_a_slot_apart() -> None:
    slept: list[float] = []
    gate = Gate(4.0, clock=lambda: 10.0, sleep=slept.append)
    for _ in range(4):
        gate.wait()
    assert slept == [0.25, 0.5, 0.75]


def test_after_a_pause_nobody_waits() -> None:
    now, slept = [0.0], list[float]()
    gate = Gate(1.0, clock=lambda: now[0], sleep=slept.append)
    gate.wait()
    now[0] = 5.0
    gate.wait()
    assert slept == []


def test_a_closed_gate_opens_by_itself() -> None:
    now = [0.0]
    gate = Gate(1.0, clock=lambda: now[0])
    gate.close(30)
    gate.close(10)
    assert gate.closed_for == 30
    now[0] = 31.0
    assert gate.closed_for == 0
