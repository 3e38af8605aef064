"""Writing the next step: `python -m socialapi_stub.migrations WHY`."""

import sys

from alembic import command

from socialapi_stub import migrations
from socialapi_stub.storage import Storage


def main(why: str) -> None:
    """Add a module to `versions`; read it before you commit it, Alembic does not see everything."""
    storage = Storage()
    with storage.writing() as connection:
        config = migrations.config(connection)
        command.upgrade(config, "head")
        following = int((migrations.known() or ["0"])[-1]) + 1
        command.revision(config, why, autogenerate=True, rev_id=f"{following:04}")
    storage.close()


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]) or "change_tables")
