"""The contract and the stub have the same operations."""

from socialapi_contract import bundle
from socialapi_contract.operations import OPERATIONS
from socialapi_stub.handlers import discover
from socialapi_stub.served import SERVED, UNSERVED, document

UNSERVED_YET = {
    "announcements",
    "billing",
    "checkout",
    "comments",
    "connections",
    "conversations",
    "events",
    "exports",
    "facebook",
    "feedback",
    "instagram",
    "invites",
    "linkedin",
    "media",
    "mentions",
    "pinterest",
    "redirect_uris",
    "reviews",
    "tiktok",
    "twitter_credentials",
    "webhooks",
    "whatsapp",
    "youtube",
}
"""Resources of the contract without a module in the stub yet; the list may only grow shorter."""


def test_every_operation_that_is_served_has_a_function_and_none_is_spare() -> None:
    assert set(discover()) == set(SERVED)


def test_what_is_not_served_is_known() -> None:
    assert set(UNSERVED) == UNSERVED_YET


def test_the_document_served_has_the_operations_served_and_no_others() -> None:
    served = {(path, method.upper()) for path, item in document()["paths"].items() for method in item}
    assert served - {(path, "PARAMETERS") for path in document()["paths"]} == {
        (operation.path, operation.method) for operation in SERVED.values()
    }


def test_the_published_document_has_no_operation_of_another() -> None:
    published = {operation.path for operation in OPERATIONS.values() if operation.document == "api"}
    assert set(bundle()["paths"]) == published
