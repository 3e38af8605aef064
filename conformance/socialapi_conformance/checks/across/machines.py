"""The state machines of the contract, walked at random against the model that the catalogue describes."""

from socialapi_conformance.api import Api
from socialapi_conformance.machines import LIVES
from socialapi_conformance.machines.model import Model
from socialapi_conformance.registry import MUST, check


def keeps_to_its_model(api: Api, machine: str) -> None:
    """Whatever is done with an object, in whatever order, its state allows and leads to what the contract
    says; a call that is refused changes nothing, and what is removed stays so.
    """
    from socialapi_conformance.machines.walking import walk

    walk(LIVES[machine](api), Model(machine), api.seed)


for _name in LIVES:
    check(MUST, *Model(_name).cited, over={_name: _name}, draws=True)(keeps_to_its_model)
