"""An x- key holds a word that its readers do not know.

## What

The kinds of token in `x-tokens`, the kind of `x-opaque`, and `kind` and `when` of `x-credits` are words
from short lists; `extensions.md` says what each means.

## Why

Nobody complains about an unknown word: a token of the kind `api_keys` is simply never accepted.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-tokens: [api_keys, dashboard_jwt]  # <-
  x-credits:
    kind: posts  # <-
    when: always
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-tokens: [api_key, dashboard_jwt]
  x-credits:
    kind: post
    when: always
```

## Fix

Take the suggested word.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Project
from socialapi_tools.lint.suggestions import did_you_mean

TOKENS = ("api_key", "dashboard_jwt", "oauth_token")
OPAQUE = ("id", "cursor")
CREDITS = {"kind": ("post", "interaction"), "when": ("always", "published", "row")}


def unknown_extension_value(project: Project) -> Iterator[Defect]:
    """Report every unknown word; values that are no text at all are left to malformed_extension."""
    for node, known in _words(project):
        if isinstance(node.value, str) and node.value not in known:
            hint = did_you_mean(node.value, known, f"Known: {', '.join(known)}.")
            yield Defect(node.place, f"{node.value} means nothing here", hint)


def _words(project: Project) -> Iterator[tuple[Node, tuple[str, ...]]]:
    for operation in project.operations:
        yield from ((entry, TOKENS) for entry in operation.node.entries("x-tokens"))
        for field, known in CREDITS.items():
            if (word := operation.node.get("x-credits", field)) is not None:
                yield word, known
    for element in project.all("Schema"):
        if (word := element.node.get("x-opaque")) is not None:
            yield word, OPAQUE
