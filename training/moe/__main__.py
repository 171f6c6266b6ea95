"""`python -m training.moe`: training, export, how evenly the experts are used, card. Run again to resume."""

import json

import numpy as np
from tokenizers import Tokenizer

from ..corpus import KINDS
from ..corpus.tokens import held_out_documents, load_rows
from ..evaluate import padded
from ..family.card import table
from ..family.model import MODELS
from ..family.run import run
from ..networks import loads_of
from ..quantize import Arrays
from .network import active_parameters
from .settings import CONFIG, MODEL, TWIN

N_ROWS = 64  # held-out rows over which loads are measured
N_TEXTS = 30  # of each kind


def expert_numbers(params: Arrays, tokenizer: Tokenizer) -> dict:
    """The experts' shares by layer, over all held-out text and over each kind; the active parameters; the dense twin."""
    rows = load_rows("held-out", CONFIG.n_ctx)[:N_ROWS, :-1].astype(np.int32)
    loads = np.asarray(loads_of(params, rows, CONFIG))  # [L, E]
    by_kind = {}
    for kind in KINDS:
        texts, counts = padded(tokenizer, held_out_documents(kind, N_TEXTS), CONFIG.n_ctx)
        whole = [row[: count.sum()] for row, count in zip(texts, counts)]
        by_kind[kind] = np.round(np.asarray(loads_of(params, whole, CONFIG)), 4).tolist()
    path = MODELS / TWIN.name / "card.json"
    twin = json.loads(path.read_text())["heldOut"] if path.exists() else None
    table_of_loads = table(("layer", *(f"expert {e}" for e in range(CONFIG.n_expert))), [
        (i, *(f"{load:.1%}" for load in layer)) for i, layer in enumerate(loads)
    ])  # fmt: skip
    compared = f"The dense twin {TWIN.name} loses {twin['nats_per_token']} nats per token." if twin else f"{TWIN.name} is not here yet."
    return {
        "activeParameters": active_parameters(CONFIG),
        "loads": np.round(loads, 4).tolist(),
        "loadsByKind": by_kind,
        "twin": {"name": TWIN.name, "heldOut": twin},
        "paragraphs": [
            f"A token meets {active_parameters(CONFIG):,} of the parameters. {compared}",
            f"Share of the tokens' choices in held-out text (even: {1 / CONFIG.n_expert:.1%}):\n\n{table_of_loads}",
        ],
    }


if __name__ == "__main__":
    run(MODEL, expert_numbers)
