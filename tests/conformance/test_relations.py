"""How the operations of the contract hang together."""

from socialapi_conformance.relations import is_addressed_by
from socialapi_contract.operations import OPERATIONS


def test_a_word_in_a_path_may_be_taken_for_an_id() -> None:
    reached = {name for name, each in OPERATIONS.items() if is_addressed_by(each, "/keys/scopes")}
    assert reached == {"list_key_scopes", "update_key", "revoke_key"}


def test_a_path_of_another_length_is_another() -> None:
    assert not is_addressed_by(OPERATIONS["update_key"], "/keys/scopes/rotate")
