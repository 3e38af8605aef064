"""Attempts at a delivery: when they are made, what they have in common, and when there are no more."""

import time

from socialapi_contract.events import ATTEMPTS, DELAYS_SECONDS

from socialapi_conformance import listening
from socialapi_conformance.api import Api
from socialapi_conformance.expect import equal, ok, problem, that
from socialapi_conformance.listening import DELIVERY_HEADER, QUIET, delete_a_draft, listen
from socialapi_conformance.receiver import NO_ANSWER
from socialapi_conformance.registry import MUST, check

_EARLY, _LATE = 0.5, 1.5
"""How much sooner or later than the contract says an attempt may be made, since it only says about when."""

_A_SECOND = 1.1
"""Enough for another timestamp."""


@check(
    MUST,
    "get_webhook_delivery",
    "delete_post",
    over={"refused": 503, "redirected": 307, "unanswered": NO_ANSWER},
)
def keeps_failed_attempts_waiting(api: Api, status: int) -> None:
    """A delivery whose first attempt is refused, redirected or not answered stays pending, and its record
    shows the attempt.
    """
    elsewhere = api.receiver.mailbox()
    listener = listen(
        api, "post.deleted", statuses=(status,), location=elsewhere.url if status == 307 else ""
    )
    answer, _ = delete_a_draft(api)
    request = listener.next(answer)
    answer, record = listener.attempted(request.headers.get(DELIVERY_HEADER, api.unknown_id()), 1)
    code = status or None
    expected = {"status": "pending", "attempt_count": 1, "endpoint_id": listener.path["id"]}
    shown = {name: record.get(name) for name in (*expected, "response_status_code")}
    equal(answer, "the delivery", shown, {**expected, "response_status_code": code})
    attempt = record["attempts"][0]
    equal(answer, "the attempt", (attempt["attempt_number"], attempt.get("status_code")), (1, code))
    that(answer, bool(attempt.get("error_message")), "an error_message of the attempt", attempt)
    equal(answer, "requests to where the redirect led", len(elsewhere.events), 0)


@check(MUST, "create_webhook", "test_webhook")
def takes_any_success(api: Api) -> None:
    """An endpoint may answer with any 2xx status, whether it is tried, tested or told."""
    listener = listen(api, "page.removed", statuses=(201, 204, 206), to_ping=202)
    for status in (201, 204, 206):
        answer = listener.test({"status": status})
        result = ok(answer, 200)
        shown = (result["status"], result["response_status_code"])
        equal(answer, "the result", shown, ("delivered", status))


@check(MUST, "get_webhook_delivery", "delete_post")
def keeps_to_the_schedule(api: Api) -> None:
    """A delivery that fails is attempted again when the time that the contract gives for it has passed since
    the failure, and not much sooner; after the last attempt it is failed, and nothing more is sent.
    """
    listener = listen(api, "post.deleted", statuses=(503,))
    answer, post = delete_a_draft(api)
    first = listener.about(answer, post)[0]
    delivery = first.headers.get(DELIVERY_HEADER, api.unknown_id())
    for number, delay in enumerate(DELAYS_SECONDS[1:], 1):
        record = listener.attempted(delivery, number)[1]
        equal(answer, f"the state after attempt {number}", record["status"], "pending")
        listener.age(delivery, _EARLY * delay)
        time.sleep(QUIET)
        early = f"attempts before {_EARLY * delay:.0f} s have passed since number {number}"
        equal(answer, early, len(listener.about(answer, post)) - number, 0)
        listener.age(delivery, (_LATE - _EARLY) * delay)
        listener.about(answer, post, number + 1)
    answer, record = listener.attempted(delivery, ATTEMPTS)
    equal(answer, "the end", (record["status"], record["attempt_count"]), ("failed", ATTEMPTS))
    listener.age(delivery, _LATE * DELAYS_SECONDS[-1])
    time.sleep(QUIET)
    equal(answer, "attempts", len(listener.about(answer, post)), ATTEMPTS)


@check(MUST, "get_webhook_delivery", "delete_post")
def repeats_the_same_delivery(api: Api) -> None:
    """Every attempt at a delivery has its id, its event and the same body to the byte, with a timestamp and a
    second signature of its own.
    """
    listener = listen(api, "post.deleted", statuses=(503,))
    answer, post = delete_a_draft(api)
    first = listener.about(answer, post)[0]
    delivery = first.headers.get(DELIVERY_HEADER, api.unknown_id())
    listener.attempted(delivery, 1)
    listener.mailbox.answer_with(204)
    time.sleep(_A_SECOND)
    listener.age(delivery, _LATE * DELAYS_SECONDS[1])
    second = listener.about(answer, post, 2)[1]
    for name in (DELIVERY_HEADER, "X-SocialAPI-Event", "X-SocialAPI-Signature"):
        equal(answer, f"{name} of the second attempt", second.headers.get(name), first.headers.get(name))
    equal(answer, "the body of the second attempt", second.body, first.body)
    listener.signed(answer, second)
    made_at = [int(each.headers.get("X-SocialAPI-Timestamp", "0")) for each in (first, second)]
    that(answer, made_at[0] < made_at[1], f"a timestamp after {made_at[0]}", made_at[1])
    answer, record = listener.attempted(delivery, 2)
    codes = [each["status_code"] for each in record["attempts"]]
    equal(answer, "the record", (record["status"], codes), ("delivered", [503, 204]))


@check(MUST, "retry_webhook_delivery")
def attempts_a_failed_delivery_again(api: Api) -> None:
    """A failed delivery is attempted once more when asked: signed anew, the same body, recorded under the
    same id. One that has arrived is refused with 409 resource.conflict, if it is not sent again.
    """
    listener = listen(api, "dm.referral", statuses=(500, 200))
    failed = ok(listener.test({"text": "again"}), 200)["delivery_id"]
    answer = api.demo.call("retry_webhook_delivery", path={**listener.path, "did": failed})
    retried = ok(answer, 200)
    equal(answer, "id", retried["id"], failed)
    that(answer, retried["status"] in ("pending", "delivered"), "pending or delivered", retried["status"])
    request = listener.next(answer, 2)
    listener.signed(answer, request)
    equal(answer, "the body", listening.sent_json(answer, request), {"text": "again"})
    answer, record = listener.attempted(failed, 2)
    equal(answer, "the states", (record["status"], record["attempt_count"]), ("delivered", 2))
    again = api.demo.call("retry_webhook_delivery", path={**listener.path, "did": failed})
    if again.status != 200:
        problem(again, 409, "resource.conflict")


@check(MUST, "retry_webhook_delivery")
def retries_under_the_same_id(api: Api) -> None:
    """A delivery that was given up is sent once more when asked, under its own id; if that fails as well, it
    is failed again.
    """
    listener = listen(api, "page.removed", statuses=(503, 204))
    arranged = api.arranged("failed_delivery", webhook_id=listener.path["id"])
    path = {**listener.path, "did": arranged["delivery_id"]}
    before = listener.record(path["did"])[1]
    for number, status in enumerate(("failed", "delivered"), 1):
        answer = api.demo.call("retry_webhook_delivery", path=path)
        ok(answer, 200)
        request = listener.next(answer, number)
        equal(answer, DELIVERY_HEADER, request.headers.get(DELIVERY_HEADER), path["did"])
        equal(answer, "what is sent", listening.sent_json(answer, request), before["payload"])
        answer, record = listener.attempted(path["did"], before["attempt_count"] + number)
        equal(answer, "status of the delivery", record["status"], status)
