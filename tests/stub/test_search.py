"""Posts that contain some words: found by an index, and none that it knows alone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from socialapi_stub import post_filters
from stub.callers import Client

pytestmark = pytest.mark.every_database
WORDS = st.text(st.sampled_from("aAbß \"'%_\\*-\0\1\uffff\U0001f600\U0010fffdé"), min_size=1, max_size=6)
LIMITED = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def made(client: Client, text: str) -> str:
    return str(client.post("/posts", json={"text": f"-{text}"}).raise_for_status().json()["id"])


def found(client: Client, words: str) -> set[str]:
    listed = client.get("/posts", params={"search": words, "limit": 100}).raise_for_status().json()["data"]
    return {post["text"] for post in listed}


@pytest.mark.parametrize("few", [post_filters.FEW, 0])
@given(texts=st.lists(WORDS, min_size=3, max_size=3), words=WORDS)
@LIMITED
def test_a_search_finds_what_contains_the_words_now(
    quiet: Client, few: int, texts: list[str], words: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(post_filters, "FEW", few)
        for post in quiet.get("/posts").json()["data"]:
            quiet.delete(f"/posts/{post['id']}").raise_for_status()
        _, changed, deleted = (made(quiet, text) for text in texts)
        quiet.patch(f"/posts/{changed}", json={"text": f"+{words}"}).raise_for_status()
        quiet.delete(f"/posts/{deleted}").raise_for_status()
        for sought in (words, texts[0], texts[0][-2:], texts[1]):
            now = f"-{texts[0]}", f"+{words}"
            assert found(quiet, sought) == {text for text in now if sought.casefold() in text.casefold()}
