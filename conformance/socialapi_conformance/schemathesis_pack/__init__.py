"""The checks of this suite that need no choreography, for a team that runs Schemathesis itself.

`sapi schemathesis` writes a `schemathesis.toml` that names this package as its hooks. Importing it registers
the checks and what they need: tokens, addresses, ids that the server has issued, what a server may overlook.
"""

from socialapi_conformance.schemathesis_pack import checks, issued, sending, tolerances

__all__ = ["checks", "issued", "sending", "tolerances"]
