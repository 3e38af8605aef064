"""What an operation's `x-errors` stands for, read with the error catalogue."""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Operation, Project

KEY = "x-errors"


def listed(operation: Operation) -> Iterator[tuple[str, Node]]:
    """Yield each code or family an operation lists, with the entry it comes from; no unknown ones."""
    catalogues = operation.project.catalogues
    if "errors" not in catalogues.sources:
        return
    for name, entry in operation.node.texts(KEY):
        try:
            yield from ((code, entry) for code in catalogues.codes(name))
        except KeyError:
            continue


def statuses(operation: Operation, namespace: str = "") -> set[int]:
    """Return the statuses of the codes it lists; of one namespace (`auth`), if given."""
    codes = (code for code, _ in listed(operation) if code.startswith(f"{namespace}." if namespace else ""))
    found = (operation.project.catalogues.error(code)["status"] for code in codes)
    return {status for status in found if isinstance(status, int)}


def judged(project: Project) -> Iterator[Operation]:
    """Yield the operations whose list can be judged: it is there and every entry is known."""
    if "errors" not in project.catalogues.sources:
        return
    for operation in project.operations:
        entries = {entry.pointer for _, entry in listed(operation)}
        if entries and entries == {entry.pointer for entry in operation.node.entries(KEY)}:
            yield operation


def lacking(operation: Operation, problem: str, hint: str) -> Defect:
    """Return the defect of an operation whose `x-errors` lacks something."""
    errors = operation.node.get(KEY) or operation.node
    return Defect(errors.key_place, f"{operation.name} {problem}", hint)
