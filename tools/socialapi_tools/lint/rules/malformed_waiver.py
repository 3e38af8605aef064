"""A waiver cannot be understood.

## What

Each row of `lint-waivers.yaml` names a `rule`, a `file` of the specification and the `reason` why its
findings there are accepted. The rules about waivers and about files that cannot be read cannot be waived.

## Why

A waiver with a misspelt name covers nothing, and one without a reason can never be removed with a good
conscience.

## Bad

```yaml
# lint-waivers.yaml
- rule: missing_exmaple  # <-
  file: schemas/brands/Brand.yaml
  reason: The name says it all.
- rule: missing_example  # <-
  file: schemas/brands/Brand.yaml
```

## Good

```yaml
# lint-waivers.yaml
- rule: missing_example
  file: schemas/brands/Brand.yaml
  reason: Every value would show somebody's real brand.
```

## Fix

Correct the row.
"""

from collections.abc import Iterator

from socialapi_tools.lint import rules
from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Project, normal
from socialapi_tools.lint.suggestions import did_you_mean
from socialapi_tools.lint.waivers import FOREVER, KEYS, rows


def malformed_waiver(project: Project) -> Iterator[Defect]:
    """Report every row that is incomplete or names something that does not exist."""
    if project.waivers is not None and not isinstance(project.waivers.data, list):
        yield Defect(
            Node.top(project.waivers).place, "waivers are a list of rows", f"A row has {', '.join(KEYS)}."
        )
    for row in rows(project):
        missing = [key for key in KEYS if not row.text(key)]
        if missing:
            yield Defect(
                row.place, f"the waiver has no {' and no '.join(missing)}", f"A row has {', '.join(KEYS)}."
            )
        elif (rule := row.get("rule")) and (file := row.get("file")):
            yield from _names(project, rule, file)


def _names(project: Project, rule: Node, file: Node) -> Iterator[Defect]:
    if rule.value in FOREVER:
        yield Defect(rule.place, f"{rule.value} cannot be waived", "Mend what it reports.")
    elif rule.value not in rules.names():
        hint = did_you_mean(rule.value, rules.names(), "`sapi lint --rules` lists them.")
        yield Defect(rule.place, f"no such rule: {rule.value}", hint)
    path = normal(project.folder / file.value)
    if path not in project.paths:
        known = [found.relative_to(project.folder).as_posix() for found in project.paths]
        hint = did_you_mean(file.value, known, "Files are named relative to the specification.")
        yield Defect(file.place, f"no such file: {file.value}", hint)
