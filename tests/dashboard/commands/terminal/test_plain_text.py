from dashboard.commands.terminal import plain


def test_plain_keeps_ordinary_text_of_any_script() -> None:
    assert plain("Харьков — 哈尔滨 – القاهرة") == "Харьков — 哈尔滨 – القاهرة"
