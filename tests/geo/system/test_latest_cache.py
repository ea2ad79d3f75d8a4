from concurrent.futures import ThreadPoolExecutor

from geo.system.latest_cache import LatestCache


def filled(most: int, keys: str) -> LatestCache[str, str]:
    cache: LatestCache[str, str] = LatestCache(most)
    for key in keys:
        cache.put(key, key.upper())
    return cache


def test_what_was_put_is_got_until_too_much_came_after_it() -> None:
    cache = filled(3, "abc")
    assert cache.get("a") == "A"
    cache.put("d", "D")
    assert cache.get("b") is None  # "a" was used after it
    assert cache.items() == [("c", "C"), ("a", "A"), ("d", "D")]


def test_what_is_put_again_is_the_latest_and_has_the_new_value() -> None:
    cache = filled(2, "ab")
    cache.put("a", "again")
    cache.put("c", "C")
    assert cache.items() == [("a", "again"), ("c", "C")]


def test_looking_is_no_use() -> None:
    cache = filled(2, "ab")
    assert "a" in cache
    assert len(cache.items()) == len(cache) == 2
    cache.put("c", "C")
    assert "a" not in cache
    assert cache.items() == [("b", "B"), ("c", "C")]


def test_what_is_forgotten_is_there_no_longer() -> None:
    cache = filled(9, "abcab")
    cache.forget(lambda key: key < "c")
    assert cache.items() == [("c", "C")]
    cache.forget(lambda key: key < "c")
    assert len(cache) == 1


def test_many_threads_never_find_more_than_is_kept() -> None:
    cache: LatestCache[int, int] = LatestCache(50)

    def use(first: int) -> int:
        for number in range(first, first + 2_000):
            cache.put(number % 170, number)
            cache.get((number * 7) % 170)
            cache.forget(lambda key, n=number: key == n % 13)  # type: ignore[misc]
        return len(cache)

    with ThreadPoolExecutor(8) as pool:
        sizes = list(pool.map(use, range(0, 800, 100)))
    assert max(sizes) <= 50
    assert len(cache.items()) == len(cache) <= 50
