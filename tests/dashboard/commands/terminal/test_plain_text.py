from dashboard.commands.terminal.plain_text import plain


def test_plain_keeps_ordinary_text_of_any_script() -> None:
    assert plain("Харьков — 哈尔滨 – القاهرة") == "Харьков — 哈尔滨 – القاهرة"
