"""The official client, unpatched, synchronous and asynchronous, against the mock server."""

from collections.abc import Callable

import pytest
from client.casebook import Case, cases
from client.conftest import Scene


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_the_client_means_what_the_mock_holds(
    case: Case, scene: Scene, strays: Callable[[], set[str]]
) -> None:
    call, here = scene
    try:
        case.act(call, here)
    finally:
        sent = strays()
    assert set(case.methods) <= call.made
    assert sent == case.strays
