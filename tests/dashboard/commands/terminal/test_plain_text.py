from dashboard.commands.terminal.plain_text import for_terminal


def test_plain_keeps_ordinary_text_of_any_script() -> None:
    assert for_terminal("Харьков — 哈尔滨 – القاهرة") == "Харьков — 哈尔滨 – القاهرة"
