"""The contract and the stub have the same operations."""

from socialapi_contract import bundle
from socialapi_contract.operations import OPERATIONS
from socialapi_stub.handlers import discover
from socialapi_stub.served import document


def test_every_operation_has_a_function_and_none_is_spare() -> None:
    assert set(discover()) == set(OPERATIONS)


def test_the_document_served_has_all_operations() -> None:
    served = {(path, method.upper()) for path, item in document()["paths"].items() for method in item}
    beside = {(path, name) for path in document()["paths"] for name in ("PARAMETERS", "SERVERS")}
    assert served - beside == {(operation.path, operation.method) for operation in OPERATIONS.values()}


def test_the_published_document_has_no_operation_of_another() -> None:
    published = {operation.path for operation in OPERATIONS.values() if operation.document == "api"}
    assert set(bundle()["paths"]) == published
