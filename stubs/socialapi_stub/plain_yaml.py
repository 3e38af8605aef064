"""YAML from users: safe types only, bounded, and without aliases, so that a small text cannot grow large."""

from typing import Any

import yaml

LARGEST = 1024 * 1024


class NotPlainYaml(Exception):
    """The text is no YAML that is taken here; the message says where and why."""


class _Loader(yaml.SafeLoader):
    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call] # the stubs forgot it
            raise yaml.constructor.ConstructorError(None, None, "aliases are not allowed", mark)
        return super().compose_node(parent, index)


def load(raw: bytes) -> Any:
    """Return the value of a YAML (or JSON) text. Raises `NotPlainYaml`."""
    if len(raw) > LARGEST:
        raise NotPlainYaml(f"it is larger than {LARGEST} bytes")
    try:
        return yaml.load(raw.decode(), Loader=_Loader)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise NotPlainYaml(f"{where}{error.problem}") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise NotPlainYaml(str(error).splitlines()[0]) from None
