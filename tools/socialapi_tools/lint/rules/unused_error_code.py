"""No operation can answer with a code of the error catalogue.

## What

Every code and family of `catalogues/errors.yaml` is listed by an operation, or is one of those that need not
be: codes of the framework (`layer: framework`), codes of targets (`where: target`), `system.internal`, the
codes that another one names as `alternatives`, and those that say in `elsewhere` where they occur.

## Why

Clients write branches for the codes they read. One that never comes is a branch that never runs.

## Bad

```yaml
# catalogues/errors.yaml
codes:
  auth.missing_header: {status: 401, title: No token}
  auth.invalid_token: {status: 401, title: Token refused}
  auth.insufficient_scope: {status: 403, title: Key not allowed}
  billing.past_due: {status: 402, title: Past due}
  brand.not_found: {status: 404, title: No such brand}
  brand.frozen: {status: 409, title: Frozen}  # <-
  validation.body_invalid: {status: 400, title: Body not JSON}
  validation.field_invalid: {status: 400, title: Field wrong}
  validation.field_required: {status: 400, title: Field missing}
families: {}
sets:
  bearer: [auth.missing_header, auth.invalid_token]
```

## Good

```yaml
# catalogues/errors.yaml
codes:
  auth.missing_header: {status: 401, title: No token}
  auth.invalid_token: {status: 401, title: Token refused}
  auth.insufficient_scope: {status: 403, title: Key not allowed}
  billing.past_due: {status: 402, title: Past due}
  brand.not_found: {status: 404, title: No such brand}
  validation.body_invalid: {status: 400, title: Body not JSON}
  validation.field_invalid: {status: 400, title: Field wrong}
  validation.field_required: {status: 400, title: Field missing}
families: {}
sets:
  bearer: [auth.missing_header, auth.invalid_token]
```

## Fix

List it where it can happen, or say `elsewhere`, or delete it.
"""

from collections.abc import Iterator
from typing import Any

from socialapi_tools.lint.answers import listed
from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Project

ANYWHERE = "system.internal"
EXCUSES = ("layer", "where", "elsewhere")


def unused_error_code(project: Project) -> Iterator[Defect]:
    """Report every code that nothing leads to; nothing while a file that might list it cannot be read."""
    if project.broken or "errors" not in project.catalogues.sources:
        return
    errors = project.catalogues["errors"]
    used = _used(project) | {ANYWHERE}
    used |= {other for facts in errors["codes"].values() for other in facts.get("alternatives", ())}
    top = Node.top(project.catalogues.sources["errors"])
    for kind in ("codes", "families"):
        for name, node in top.items(kind):
            if name not in used and not any(key in node.value for key in EXCUSES):
                yield Defect(node.key_place, f"no operation lists {name}", "List it, or say elsewhere.")


def _used(project: Project) -> set[str]:
    """Return the codes that operations list, and the families of those that stand for one."""
    codes = {code for operation in project.operations for code, _ in listed(operation)}
    expanded: dict[str, Any] = project.catalogues.expanded()
    return codes | {expanded[code]["family"] for code in codes if code in expanded}
