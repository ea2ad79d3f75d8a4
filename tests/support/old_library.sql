CREATE TABLE library (version INTEGER NOT NULL, PRIMARY KEY (version));
CREATE TABLE article (
    token VARCHAR(64) NOT NULL, content_hash VARCHAR(64) NOT NULL, title TEXT NOT NULL,
    outlet TEXT NOT NULL, published DATE, language TEXT NOT NULL, source TEXT NOT NULL,
    note TEXT NOT NULL, text TEXT NOT NULL, length INTEGER NOT NULL, searched TEXT NOT NULL,
    added {moment} NOT NULL, PRIMARY KEY (token), UNIQUE (content_hash)
);
CREATE INDEX ix_article_added ON article (added);
CREATE TABLE correction (
    number {serial}, id VARCHAR(64) NOT NULL, article VARCHAR(64) NOT NULL,
    article_id TEXT NOT NULL, source TEXT NOT NULL, field VARCHAR(8) NOT NULL,
    start INTEGER NOT NULL, quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    scope VARCHAR(16) NOT NULL, verdict VARCHAR(16) NOT NULL, place TEXT, type VARCHAR(32),
    who TEXT NOT NULL, note TEXT NOT NULL, made {moment} NOT NULL, undone {moment}, undone_by TEXT,
    PRIMARY KEY (number), UNIQUE (id)
);
CREATE INDEX ix_correction_article ON correction (article);
INSERT INTO library (version) VALUES (1);
INSERT INTO article VALUES (
    'abcdefghijklmnopqrstuv', '{hash}', 'Rain', 'The Wet Paper', '2024-05-17', 'en',
    'https://example.org/rain', 'By hand.', 'Floods came to Harbin.', 22, 'rain', '{added}'
);
INSERT INTO correction (
    id, article, article_id, source, field, start, quote, prefix, suffix, scope, verdict, place,
    type, who, note, made
) VALUES (
    'c1', '{hash}', 'x', '', 'text', 15, 'Harbin', 'Floods came to ', '.', 'mention', 'flagged',
    NULL, NULL, 'Ana', '', '{added}'
);
