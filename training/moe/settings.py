"""Everything that decides what moe becomes: its dense twin's shape and recipe, with experts for MLPs."""

from dataclasses import replace

from ..sizes import settings as sizes
from .network import Config

TWIN = sizes.model_of("size-1m")  # an MLP of 512 there, two experts of 256 here
CONFIG = Config(**(TWIN.config.to_dict() | {"d_ff": TWIN.config.d_ff // 2}), n_expert=8, n_expert_per_token=2)

MODEL = replace(
    TWIN,
    name="moe",
    title="Moe, eight experts",
    folder="",
    config=CONFIG,
    about="""A mixture of experts: in each layer a router sends every token to two of eight small MLPs. It does the work of its dense
twin `size-1m` per token, on the same tokens in the same order, but holds more parameters. How many experts a token meets can
be changed when it runs.""",
)
