"""Finding the few posts that contain some words without reading all the others.

Either database has an index of what stands together in `posts.search`: SQLite its full-text search,
PostgreSQL an inverted index of arrays. They name candidates; whether one of them does contain the words is
for the query to see.
"""

from sqlalchemy import Connection, Select, TextClause, select, text

from socialapi_stub.tables import Post

NAME = "post_search"
"""What the name of everything begins with that belongs to the index."""
SIZE = 3
"""How many characters a term has at most."""
LONGEST = 16
"""How many characters are looked up: each costs as much as its term is common, and a few tell enough."""
LAST = "\U0010ffff"
"""What sorts behind all other characters."""
NOT_HELD = {0: "\ufdd0", 0xFFFE: "\ufdd1", 0xFFFF: "\ufdd2"}
"""What stands for characters that one of the databases takes for others, or for the end of a text."""

# Two characters follow each text, so that a term begins at its last characters, too.
_ENTER = "INSERT OR REPLACE INTO post_search (rowid, search) VALUES (new.rowid, new.search || char(1, 1));"
MAKING = {
    "sqlite": (
        """CREATE VIRTUAL TABLE post_search
        USING fts5 (search, columnsize=0, tokenize='trigram case_sensitive 1')""",
        "CREATE VIRTUAL TABLE post_search_terms USING fts5vocab (post_search, 'instance')",
        f"CREATE TRIGGER post_search_insert AFTER INSERT ON posts BEGIN {_ENTER} END",
        f"CREATE TRIGGER post_search_update AFTER UPDATE OF search ON posts BEGIN {_ENTER} END",
        """CREATE TRIGGER post_search_delete AFTER DELETE ON posts
        BEGIN DELETE FROM post_search WHERE rowid = old.rowid; END""",
        "INSERT INTO post_search (rowid, search) SELECT rowid, search || char(1, 1) FROM posts",
    ),
    "postgresql": (
        """CREATE OR REPLACE FUNCTION post_search_terms (words text) RETURNS text[]
        LANGUAGE sql IMMUTABLE COST 1000 AS $$
        SELECT coalesce(array_agg(DISTINCT term) FILTER (WHERE term IS NOT NULL), '{}') FROM (
            SELECT unnest(ARRAY[one, one || next, one || next || lead(next) OVER places]) FROM (
                SELECT one, place, lead(one) OVER (ORDER BY place)
                FROM unnest(string_to_array(words, NULL)) WITH ORDINALITY AS characters (one, place)
            ) AS pairs (one, place, next) WINDOW places AS (ORDER BY place)
        ) AS terms (term) $$""",
        "CREATE INDEX post_search ON posts USING gin (post_search_terms(search))",
    ),
}
"""The statements that make the index, of the posts that are there already, too."""

# The index comes first, then its posts; no other index has the expression for the workspace.
_PHRASE = """SELECT id FROM post_search CROSS JOIN posts ON posts.rowid = post_search.rowid
WHERE post_search MATCH :phrase AND workspace_id || '' = :workspace_id"""
_SHORT = """SELECT id FROM
(SELECT DISTINCT doc FROM post_search_terms WHERE term >= :words AND term < :beyond) AS found
CROSS JOIN posts ON posts.rowid = doc WHERE workspace_id || '' = :workspace_id"""
_ARRAY = """SELECT id FROM posts
WHERE post_search_terms(search) @> CAST(:terms AS text[]) AND workspace_id || '' = :workspace_id"""


def make(connection: Connection) -> None:
    """Make the index of the posts that are there, and of all that follow."""
    for statement in MAKING[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def searchable(*parts: str | None) -> str:
    """Return a text as it is searched, and searched for: in one case, without what no database holds."""
    return " ".join(filter(None, parts)).casefold().translate(NOT_HELD)


def candidates(dialect: str, workspace_id: str, words: str) -> Select[str]:
    """Select the ids of the posts of a workspace that may contain some words, which are `searchable`."""
    found = _candidates(dialect, words).bindparams(workspace_id=workspace_id).columns(Post.id).subquery()
    return select(found.c.id)


def _candidates(dialect: str, words: str) -> TextClause:
    sought = words[:LONGEST]
    if dialect == "postgresql":
        last = max(1, len(sought) - SIZE + 1)
        return text(_ARRAY).bindparams(terms=[sought[start : start + SIZE] for start in range(last)])
    if len(sought) < SIZE:
        return text(_SHORT).bindparams(words=sought, beyond=sought + LAST)
    phrase = sought.replace('"', '""')
    return text(_PHRASE).bindparams(phrase=f'"{phrase}"')
