"""An operationId is not a verb and a noun.

## What

An `operationId` is a verb in the imperative and what it acts on, in lower case with underscores:
`list_brands`, `publish_post`. The verbs of reading and writing go with their method: `list` and `get` with
GET, `create` with POST, `update` with PATCH or PUT, `delete` with DELETE.

## Why

The name becomes a Python function and the prefix of checks. One pattern lets a reader guess it.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: brandsList  # <-
post:
  operationId: update_brand  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
post:
  operationId: create_brand
```

## Fix

Rename the operation. If the verb is a good one that the rule does not know yet, add it to the rule's list.
"""

import re
from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project

METHODS_OF = {
    "list": ("get",),
    "get": ("get",),
    "create": ("post",),
    "update": ("patch", "put"),
    "delete": ("delete",),
}
OTHER_VERBS = {
    *("accept", "add", "assign", "connect", "decline", "deregister", "disconnect", "exchange", "export"),
    *("hide", "import", "like", "mark", "moderate", "publish", "redeem", "register", "remove", "replace"),
    *("reply", "request", "retry", "revoke", "rotate", "select", "send", "set", "sync", "test", "undo"),
    *("unhide", "unlike", "unpublish", "upload", "validate", "verify"),
}
_NAME = re.compile(r"^[a-z]+(_[a-z0-9]+)+$")


def operation_id_not_verb_noun(project: Project) -> Iterator[Defect]:
    """Report every name that does not follow the pattern."""
    for operation in project.operations:
        name = operation.node.get("operationId")
        if (
            name is not None
            and isinstance(name.value, str)
            and (problem := _problem(name.value, operation.method))
        ):
            yield Defect(
                name.place, f"{name.value} {problem}", "Name it as a verb and a noun, such as list_brands."
            )


def _problem(name: str, method: str) -> str:
    verb = name.partition("_")[0]
    if not _NAME.match(name):
        return "is not words in lower case joined by underscores"
    if verb not in METHODS_OF and verb not in OTHER_VERBS:
        return f"does not start with a known verb: {verb}"
    if method not in METHODS_OF.get(verb, (method,)):
        return f"does not fit {method.upper()}: {verb} goes with {' or '.join(METHODS_OF[verb]).upper()}"
    return ""
