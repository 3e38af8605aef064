"""The contract and the stub have the same operations."""

from socialapi_contract.operations import OPERATIONS
from socialapi_stub.handlers import discover


def test_every_operation_has_a_function_and_none_is_spare() -> None:
    assert set(discover()) == set(OPERATIONS)
