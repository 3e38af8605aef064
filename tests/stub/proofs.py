"""What has to hold once a provider state is arranged: a function per state, of its name."""

from datetime import datetime, timedelta
from typing import Any

import httpx
from stub.callers import caller, code, web
from stub.world import DAY, World, soon

Json = dict[str, Any]


def aged_delivery(world: World) -> None:
    failed = world.arrange("failed_delivery")
    path = f"/webhooks/{failed['webhook_id']}/deliveries/{failed['delivery_id']}"
    before = world.client.get(path).json()
    world.arrange("aged_delivery", delivery_id=failed["delivery_id"], seconds=60)
    after = world.client.get(path).json()
    for one, other in ((before, after), (before["attempts"][-1], after["attempts"][-1])):
        passed = datetime.fromisoformat(one["created_at"]) - datetime.fromisoformat(other["created_at"])
        assert passed == timedelta(seconds=60)


def approved_template(world: World) -> None:
    world.arrange("registered_number")
    arranged = world.arrange("approved_template")
    assert _send_template(world, arranged).status_code == 200


def closed_conversation_window(world: World) -> None:
    arranged = world.arrange("closed_conversation_window")
    body = {"account_id": arranged["account_id"], "text": "Sorry!"}
    path = f"/inbox/conversations/{arranged['conversation_id']}/messages"
    answers = [world.client.post(path, json=body | tag) for tag in ({}, {"message_tag": "HUMAN_AGENT"})]
    assert [_refusal(one) for one in answers] == [(410, "platform.instagram.window_closed")] * 2


def closed_platform(world: World) -> None:
    inside = _new(world, platform="linkedin_page")
    body = {"platform": "linkedin_page", "brand_id": _brand(inside)}
    before = inside.client.post("/accounts/connect", json=body)
    inside.arrange("closed_platform", platform="linkedin_page")
    after = inside.client.post("/accounts/connect", json=body)
    assert (before.is_success, _refusal(after)) == (True, (403, "billing.platform_not_available"))


def code_issued(world: World) -> None:
    arranged, started = world.arrange("code_issued", who=world.name), _connect(world, "linkedin")
    body = {"platform": "linkedin", "code": arranged["code"], "metadata": {"state": started["state"]}}
    assert world.client.post("/oauth/exchange", json=body).json()["username"] == world.name


def consent_given(world: World) -> None:
    arranged = world.arrange("consent_given", state=_connect(world, "linkedin")["state"], who=world.name)
    assert arranged["account_id"] in world.accounts("linkedin")


def deleted_user(world: World) -> None:
    tokens = world.arrange("deleted_user")["tokens"]
    answers = [_with_token(world, tokens[role]) for role in ("api_key", "dashboard_jwt")]
    assert answers == [(401, "auth.invalid_key"), (401, "auth.user_not_found")]


def disabled_template(world: World) -> None:
    assert _template(world, world.arrange("disabled_template"))["status"] == "DISABLED"


def due_post(world: World) -> None:
    body = {"text": "Soon", "targets": [{"account_id": world.accounts("threads")[0]}]}
    post = world.client.post("/posts", json={**body, "scheduled_at": world.later(DAY)}).json()["id"]
    world.arrange("due_post", post_id=post)
    soon(lambda: world.client.get(f"/posts/{post}").json()["status"] == "published")


def exhausted_exports(world: World) -> None:
    world.arrange("exhausted_exports")
    (tiktok,) = world.accounts("tiktok")
    assert code(world.client.post(f"/accounts/{tiktok}/export")) == "billing.export_limit"


def exhausted_interaction_credits(world: World) -> None:
    arranged = world.arrange("expired_private_reply_window")
    body = {"account_id": arranged["account_id"], "text": "Yes."}
    path = f"/inbox/comments/{arranged['post_id']}"
    before = world.client.post(path, json=body)
    world.arrange("exhausted_interaction_credits")
    after = world.client.post(path, json=body)
    assert (before.is_success, code(after)) == (True, "validation.interaction_limit_exhausted")


def exhausted_post_credits(world: World) -> None:
    world.arrange("exhausted_post_credits")
    target = {"account_id": world.accounts("threads")[0]}
    answer = world.client.post("/posts", json={"text": "One more", "publish_now": True, "targets": [target]})
    assert _refusal(answer) == (429, "validation.post_limit_exhausted")


def expired_connect(world: World) -> None:
    started = _connect(world, "linkedin")
    world.arrange("expired_connect", state=started["state"])
    assert web.get(f"{started['auth_url']}&approve=1").status_code == 410


def expired_invite(world: World) -> None:
    made = _invite(world)
    world.arrange("expired_invite", invite=made["token"])
    assert _refusal(web.get(made["url"])) == (410, "invite.expired")


def expired_pending_connection(world: World) -> None:
    made = world.arrange("consent_given", state=_connect(world, "facebook")["state"], who=f"new.{world.name}")
    world.arrange("expired_pending_connection", connection_id=made["connection_id"])
    assert world.client.get(f"/accounts/pending/{made['connection_id']}").status_code in (404, 410)


def expired_private_reply_window(world: World) -> None:
    arranged = world.arrange("expired_private_reply_window")
    path = f"/inbox/comments/{arranged['post_id']}/{arranged['comment_id']}/private-reply"
    body = {"account_id": arranged["account_id"], "text": "Yes."}
    assert code(world.client.post(path, json=body)) == "platform.instagram.private_reply_ineligible"


def export_in_cooldown(world: World) -> None:
    ended = _export(world, "export_in_cooldown")
    assert (ended["status"], code(_again(world, ended))) == ("completed", "billing.export_cooldown")


def failed_delivery(world: World) -> None:
    arranged = world.arrange("failed_delivery")
    path = f"/webhooks/{arranged['webhook_id']}/deliveries/{arranged['delivery_id']}"
    delivery = world.client.get(path).json()
    assert (delivery["status"], len(delivery["attempts"])) == ("failed", 5)
    assert world.client.post(f"{path}/retry").is_success


def failed_export(world: World) -> None:
    ended = _export(world, "failed_export")
    assert (ended["status"], bool(ended["error"]), _again(world, ended).status_code) == ("failed", True, 202)
    running = world.arrange("pending_export")["export_id"]
    world.arrange("failed_export", export_id=running)
    assert world.client.get(f"/exports/{running}").json()["status"] == "failed"


def failed_post(world: World) -> None:
    assert _targets(world, "failed_post") == ["failed", "failed"]


def finished_export(world: World) -> None:
    ended = _export(world, "finished_export")
    videos = world.client.get(f"/exports/{ended['id']}/videos").json()["videos"]
    assert (ended["status"], len(videos), "result" in ended) == ("completed", ended["total_videos"], True)
    assert (len(videos) > 0, _again(world, ended).status_code) == (True, 202)


def full_storage(world: World) -> None:
    world.arrange("full_storage")
    answer = world.client.post("/media/upload", files={"file": ("a.txt", b"a", "text/plain")})
    assert _refusal(answer) == (413, "billing.storage_quota")


def lost_grant(world: World) -> None:
    (threads,) = world.accounts("threads")
    world.arrange("lost_grant", account_id=threads)
    found = {one["id"]: one["status"] for one in world.client.get("/accounts").json()["data"]}
    assert found[threads] == "reconnect_required"


def media_in_use(world: World) -> None:
    arranged = world.arrange("media_in_use")
    assert _refusal(world.client.delete(f"/media/{arranged['media_id']}")) == (409, "media.in_use")


def new_workspace(world: World) -> None:
    inside = _new(world, plan="starter", platform="instagram")
    lists = ("/posts", "/inbox/comments", "/inbox/conversations")
    found = [len(inside.client.get(path).json()["data"]) for path in lists]
    assert (len(inside.accounts("instagram")), found) == (1, [1, 1, 1])


def paid_up(world: World) -> None:
    world.arrange("past_due")
    world.arrange("paid_up")
    assert world.client.get("/brands").status_code == 200


def partial_post(world: World) -> None:
    assert _targets(world, "partial_post") == ["partial", "published", "failed"]


def past_due(world: World) -> None:
    world.arrange("past_due")
    assert _refusal(world.client.get("/brands")) == (402, "billing.past_due")


def paused_template(world: World) -> None:
    world.arrange("registered_number")
    answer = _send_template(world, world.arrange("paused_template"))
    assert _refusal(answer) == (409, "whatsapp.template_paused")


def pending_collaboration(world: World) -> None:
    arranged = world.arrange("pending_collaboration")
    path = f"/platforms/instagram/accounts/{arranged['account_id']}/media/{arranged['media_id']}/collab"
    answers = [world.client.post(f"{path}/{answer}").status_code for answer in ("accept", "decline")]
    assert answers == [200, 400]


def pending_connection(world: World) -> None:
    arranged = world.arrange("pending_connection")
    path = f"/accounts/pending/{arranged['connection_id']}/select"
    body = {"platform_account_id": arranged["platform_account_id"]}
    assert [world.client.post(path, json=body).status_code for _ in range(2)] == [201, 404]


def pending_export(world: World) -> None:
    waiting = _export(world, "pending_export")
    assert waiting["status"] in ("pending", "processing")
    soon(lambda: world.client.get(f"/exports/{waiting['id']}").json()["status"] == "completed")


def platform_refuses(world: World) -> None:
    codes = ["platform.tiktok.auth", "platform.tiktok.rate_limit"]
    world.arrange("platform_refuses", codes=codes)
    (tiktok,) = world.accounts("tiktok")
    answers = [world.client.get(f"/accounts/{tiktok}/creator-info") for _ in range(3)]
    assert [code(one) for one in answers[:2]] == codes
    assert answers[2].is_success


def published_post(world: World) -> None:
    assert _targets(world, "published_post") == ["published", "published"]


def refused_app_credentials(world: World) -> None:
    pair = {"client_id": "an-app", "client_secret": "a-secret"}
    world.client.put("/platforms/twitter/credentials", json=pair).raise_for_status()
    world.arrange("refused_app_credentials")
    body = {"platform": "twitter", "brand_id": _brand(world)}
    answer = world.client.post("/accounts/connect", json=body)
    assert _refusal(answer) == (401, "byok.credentials_invalid")


def registered_number(world: World) -> None:
    assert _number(world, world.arrange("registered_number")) == {"verified": True, "registered": True}


def rejected_template(world: World) -> None:
    assert _template(world, world.arrange("rejected_template"))["status"] == "REJECTED"


def removed_page(world: World) -> None:
    arranged = world.arrange("removed_page")
    pages = f"/accounts/{arranged['account_id']}/pages"
    named = {one["platform_page_id"]: one for one in world.client.get(pages).json()["data"]}
    gone = named[arranged["platform_page_id"]]
    back = world.client.patch(f"{pages}/{gone['id']}", json={"is_active": True})
    assert (gone["is_active"], code(back)) == (False, "validation.field_invalid")


def sendable_template(world: World) -> None:
    arranged = world.arrange("sendable_template")
    assert _send_template(world, {**arranged, "name": arranged["template_name"]}).is_success


def sent_code(world: World) -> None:
    arranged = world.arrange("sent_code")
    path = f"/platforms/whatsapp/phone-numbers/{arranged['account_id']}/verify-code"
    answers = [world.client.post(path, json={"code": arranged["code"]}).is_success for _ in range(2)]
    assert answers == [True, False]


def shared_post_id(world: World) -> None:
    arranged = world.arrange("shared_post_id")
    answer = world.client.get(f"/posts/{arranged['platform_post_id']}")
    assert _refusal(answer) == (409, "ambiguous_post_id")


def unverified_number(world: World) -> None:
    assert _number(world, world.arrange("unverified_number")) == {"verified": False, "registered": False}


def verified_number(world: World) -> None:
    assert _number(world, world.arrange("verified_number")) == {"verified": True, "registered": False}


def _refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, code(answer)


def _new(world: World, **params: str) -> World:
    """Return the workspace that the state of this name makes."""
    made = world.arrange("new_workspace", **params)
    return World(world.url, caller(world.url, made["tokens"]["dashboard_jwt"]), made["workspace"])


def _with_token(world: World, token: str) -> tuple[int, str]:
    with caller(world.url, token) as client:
        return _refusal(client.get("/brands"))


def _brand(world: World) -> str:
    return str(world.client.get("/brands").json()["data"][0]["id"])


def _connect(world: World, platform: str) -> Json:
    body = {"platform": platform, "brand_id": _brand(world)}
    started: Json = world.client.post("/accounts/connect", json=body).json()
    return started


def _invite(world: World) -> Json:
    body = {"platform": "linkedin", "brand_id": _brand(world), "expires_in_days": 30}
    made: Json = world.client.post("/invites", json=body).json()
    return made


def _template(world: World, arranged: Json) -> Json:
    found: Json = world.client.get(f"/platforms/whatsapp/templates/{arranged['template_id']}").json()
    return found


def _send_template(world: World, arranged: Json) -> httpx.Response:
    body = {"to": "4915112345678", "template_name": arranged["name"], "language": "en_US"}
    return world.client.post(
        f"/platforms/whatsapp/accounts/{arranged['account_id']}/send-template", json=body
    )


def _number(world: World, arranged: Json) -> Json:
    found: Json = world.client.get(
        f"/platforms/whatsapp/phone-numbers/{arranged['account_id']}/status"
    ).json()
    return found


def _targets(world: World, state: str) -> list[str]:
    post = world.client.get(f"/posts/{world.arrange(state)['post_id']}").json()
    return [post["status"], *(target["status"] for target in post["targets"])]


def _export(world: World, state: str) -> Json:
    found: Json = world.client.get(f"/exports/{world.arrange(state)['export_id']}").json()
    return found


def _again(world: World, ended: Json) -> httpx.Response:
    return world.client.post(f"/accounts/{ended['account_id']}/export")
