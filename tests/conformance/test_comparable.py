"""What of an answer can be held against another one."""

from datetime import datetime
from typing import Any

from socialapi_conformance import schemas
from socialapi_conformance.comparable import lasting, settled

KEY: dict[str, Any] = schemas.success("create_key", 201)
POST: dict[str, Any] = schemas.success("create_post", 201)


def test_ids_secrets_and_times_do_not_last() -> None:
    made = {"id": "1", "name": "Backend", "raw_key": "sapi_key_1"}
    assert lasting(made, KEY) == {"id": None, "name": "Backend", "raw_key": None}


def test_a_settled_object_knows_its_moments_and_forgets_its_states() -> None:
    post = {"id": "1", "status": "draft", "created_at": "2026-02-15T15:30:00+01:00"}
    moment = datetime.fromisoformat("2026-02-15T14:30:00+00:00")
    assert settled(post, POST) == {"id": "1", "status": None, "created_at": moment}
