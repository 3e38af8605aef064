"""The state machines of the contract, walked at random against the model that the catalogue describes.

`model.py` reads the catalogue, `walking.py` takes random steps and judges them, `life.py` says what a step
needs to know of one kind of object, and every other module is that for the machine it is named like.
"""

from __future__ import annotations

from socialapi_conformance.machines.delivery import DeliveryLife
from socialapi_conformance.machines.export import ExportLife
from socialapi_conformance.machines.invite import InviteLife
from socialapi_conformance.machines.life import Life
from socialapi_conformance.machines.media import MediaLife
from socialapi_conformance.machines.post import PostLife
from socialapi_conformance.machines.whatsapp_template import TemplateLife

LIVES: dict[str, type[Life]] = {
    "delivery": DeliveryLife,
    "export": ExportLife,
    "invite": InviteLife,
    "media": MediaLife,
    "post": PostLife,
    "whatsapp_template": TemplateLife,
}
"""How the objects of each machine that is walked live."""
