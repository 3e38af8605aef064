"""Talking to the control plane of a running mock."""

from typing import Any

import httpx

from socialapi_tools.failures import COULD_NOT_RUN, USAGE, Failure

TIMEOUT_SECONDS = 30


def post(url: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """Send an order and return its answer. Raises `Failure` for a refusal, and when no mock answers."""
    try:
        answer = httpx.post(
            f"{url.rstrip('/')}/_mock/{path}", json=body, timeout=TIMEOUT_SECONDS, trust_env=False
        )
        found: dict[str, Any] = answer.json()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        hint = "Start one with `sapi mock`, or give its address with --url."
        raise Failure(f"No mock answers at {url}: {error}", hint=hint, exit_code=COULD_NOT_RUN) from error
    except ValueError:
        hint = "Give the address of a running `sapi mock` with --url."
        raise Failure(f"What answers at {url} is no mock", hint=hint, exit_code=COULD_NOT_RUN) from None
    if answer.is_success:
        return found
    refusal = found.get("error", {})
    if not str(refusal.get("code", "")).startswith("mock."):
        hint = "Give the address of a running `sapi mock` with --url."
        raise Failure(f"What answers at {url} is no mock of this version", hint=hint, exit_code=COULD_NOT_RUN)
    raise Failure(refusal["message"], hint=refusal["hint"], exit_code=USAGE)
