"""Who plays in the demo data: what the modules of it build on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from socialapi_stub.tables import Account, Brand, Workspace

Homes = Mapping[str, tuple[Workspace, Brand]]


@dataclass(frozen=True, slots=True)
class Cast:
    """The workspaces of a seed by name, each with its first brand, and the accounts in them.

    Everything in it is in `session` already; `now` is the instant that the demo data are relative to.
    """

    session: Session
    homes: Homes
    accounts: Mapping[str, Sequence[Account]]
    now: datetime

    def account(self, platform: str, workspace: str = "demo") -> Account:
        """Return the first working account of a workspace on a platform. Raises `LookupError`."""
        for account in self.accounts[workspace]:
            if account.platform == platform and account.status == "active":
                return account
        raise LookupError(f"the demo data have no {platform} account in {workspace}")

    @property
    def lost(self) -> Account:
        """The account of the demo workspace that has lost its grant."""
        return next(one for one in self.accounts["demo"] if one.status == "reconnect_required")
