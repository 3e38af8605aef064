"""An event and the schema of its payload do not belong together.

## What

Every event of `catalogues/events.yaml` has exactly one schema that names it in `x-event`: the one that its
`payload` names. The schema's property `event` holds that name and no other, and its `example` is a whole
payload.

## Why

The schema is all that a receiver knows of an event. Without one the event arrives unannounced; with two, or
under another name, the generated types and the reference contradict each other. The page of the events
shows the example.

## Bad

```yaml
# catalogues/events.yaml
entries:
  brand.created: {payload: BrandCreatedEvent}
  brand.deleted: {payload: BrandDeletedEvent}  # <-
```

```yaml
# schemas/brands/BrandCreatedEvent.yaml
type: object
x-event: brand.created
properties:
  event: {type: string, enum: [brand.made]}  # <-
example: {event: brand.created}
```

```yaml
# schemas/brands/BrandMovedEvent.yaml
type: object
x-event: brand.moved  # <-
example: {event: brand.moved}
```

## Good

```yaml
# catalogues/events.yaml
entries:
  brand.created: {payload: BrandCreatedEvent}
```

```yaml
# schemas/brands/BrandCreatedEvent.yaml
type: object
x-event: brand.created
properties:
  event: {type: string, enum: [brand.created]}
example: {event: brand.created}
```

## Fix

Write the missing schema, or correct the name where the message points.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Project
from socialapi_tools.lint.suggestions import did_you_mean


def event_without_payload(project: Project) -> Iterator[Defect]:
    """Report events without a schema and schemas without their event; nothing while a file cannot be read."""
    if "events" not in project.catalogues.sources or project.broken:
        return
    catalogue = Node.top(project.catalogues.sources["events"])
    payloads = {name: facts.text("payload") for name, facts in catalogue.items("entries")}
    found: set[str] = set()
    for element in project.all("Schema"):
        event = element.node.get("x-event")
        if event is not None and isinstance(event.value, str):
            found.add(event.value)
            yield from _schema(element.node, event, payloads)
    for name, facts in catalogue.items("entries"):
        if name not in found:
            hint = f"Write {payloads[name]}.yaml with x-event: {name}."
            yield Defect(facts.key_place, f"no schema describes the payload of {name}", hint)


def _schema(schema: Node, event: Node, payloads: dict[str, str | None]) -> Iterator[Defect]:
    name = schema.source.path.stem
    if event.value not in payloads:
        hint = did_you_mean(event.value, payloads, "Add it to catalogues/events.yaml.")
        yield Defect(event.place, f"no such event: {event.value}", hint)
    elif payloads[event.value] != name:
        problem = f"the payload of {event.value} is {payloads[event.value]}, not {name}"
        yield Defect(event.place, problem, "Correct x-event, or the payload in catalogues/events.yaml.")
    if schema.get("example") is None:
        yield Defect(event.place, f"the payload of {event.value} has no example", "Write one beside x-event.")
    said = schema.get("properties", "event", "enum")
    if said is not None and said.value != [event.value]:
        yield Defect(said.place, f"event is not {event.value}, as x-event has it", f"Write [{event.value}].")
