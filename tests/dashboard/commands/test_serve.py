import socket

import pytest

from dashboard import cli


def test_serve_says_that_the_port_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert cli.main(["serve", "--port", port]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert port in err
