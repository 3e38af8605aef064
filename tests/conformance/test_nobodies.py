"""Holding ids against ids never issued, while other checks make and remove objects."""

import json
from http.server import BaseHTTPRequestHandler

import pytest
from conformance.liars import Answer, lying, reply
from socialapi_conformance.api import Api
from socialapi_conformance.callers import Request
from socialapi_conformance.client import Client
from socialapi_conformance.nobodies import in_path
from socialapi_conformance.target import Target, Workspace
from socialapi_conformance.verdicts import Violation
from socialapi_contract.operations import OPERATIONS

RETRY = OPERATIONS["retry_webhook_delivery"]
TARGET = Target({"demo": Workspace("demo", {"api_key": "sapi_key_1"})})
GONE, UNKNOWN = "There is no such webhook.", "There is no such delivery."
REQUESTS = [Request(RETRY, path={"id": webhook, "did": "of_another"}) for webhook in ("first", "second")]


def refuses(words: dict[str, list[str]]) -> Answer:
    """Return a server that refuses what is about a webhook in one wording after another."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        error = {"code": "resource.not_found", "message": words[handler.path.split("/")[3]].pop(0)}
        body = {"error": error, "request_id": "a1b2c3d4"}
        reply(handler, 404, json.dumps(body).encode(), name="a1b2c3d4")

    return answer


def asked(url: str) -> str:
    api = Api(TARGET, Client(url), seed=1)
    return in_path(api, api.demo, REQUESTS, "did", "of_another").exchange.url


def test_an_object_that_is_removed_meanwhile_is_passed_over() -> None:
    with lying(refuses({"first": [UNKNOWN, GONE, GONE], "second": [UNKNOWN, UNKNOWN]})) as url:
        assert "/second/" in asked(url)


def test_another_answer_for_the_same_object_is_a_failure() -> None:
    with lying(refuses({"first": [UNKNOWN, GONE, UNKNOWN]})) as url, pytest.raises(Violation):
        asked(url)
