"""The checks of this suite that need no choreography, for a team that runs Schemathesis itself.

`sapi schemathesis` writes a `schemathesis.toml` that names this package as its hooks. Importing it registers
the checks, and what they need of requests: tokens, ids that the server has issued, addresses.
"""

from socialapi_conformance.schemathesis_pack import checks, issued, sending

__all__ = ["checks", "issued", "sending"]
