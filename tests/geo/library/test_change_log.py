"""Who changed what."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import update
from support.corrections import correction

from geo.library import Act, Library
from geo.library.database.engine import open_database
from geo.library.database.tables import article as article_table
from geo.model.article import Article
from geo.settings import Settings

RAIN = Article("x", "Rain fell.", "Rain")


def acts(library: Library) -> list[tuple[Act, str, str]]:
    return [(c.act, c.who, c.subject) for c in library.changes.latest()]


def test_each_change_is_written_down_once_the_latest_first(library: Library) -> None:
    token = library.articles.add(RAIN, "Ana").token
    library.articles.add(RAIN, "Bo")  # it is there already
    one = correction(article=RAIN, who="Cy")
    library.corrections.add([one, one])
    library.corrections.undo(one.id, "Di")
    library.corrections.undo(one.id, "Di")
    library.articles.delete(token, "Ed")
    library.articles.delete(token, "Ed")
    assert acts(library) == [
        (Act.DELETED, "Ed", token),
        (Act.UNDONE, "Di", one.id),
        (Act.CORRECTED, "Cy", one.id),
        (Act.STORED, "Ana", token),
    ]
    assert [c.act for c in library.changes.latest(2)] == [Act.DELETED, Act.UNDONE]
    now = datetime.now(UTC)
    assert all(timedelta() <= now - c.made < timedelta(hours=1) for c in library.changes.latest())


def test_what_expires_is_written_down_too(settings: Settings) -> None:
    library = Library.open(settings.model_copy(update={"retention_days": 30}))
    token = library.articles.add(RAIN).token
    engine = open_database(settings)
    with engine.begin() as connection:
        old = datetime.now(UTC) - timedelta(days=31)
        connection.execute(update(article_table).values(added=old))
    engine.dispose()
    library.articles.forget_old()
    assert acts(library)[0] == (Act.EXPIRED, "", token)
    library.close()
