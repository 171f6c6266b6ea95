"""What a model of the family can do: held-out loss by kind of text, recall, samples."""

from tokenizers import Tokenizer

from ..corpus import KINDS, arithmetic, code, world
from ..corpus.tokens import held_out_documents, load_rows, load_stream
from ..evaluate import bits_per_byte, held_out_loss, next_logits_of, recall, sample, text_loss
from ..gpt import Config
from ..quantize import Arrays
from .model import Model

TEMPERATURE, N_TOKENS, WIDTH = 0.7, 60, 96
MAX_ROWS, MAX_DOCUMENTS = 256, 100  # that are measured, in all and of each kind


def share(right: list[bool]) -> float:
    return round(sum(right) / len(right), 4)


def loss_numbers(params: Arrays, config: Config) -> dict:
    counts = load_stream("held-out")[1]
    nats = held_out_loss(params, load_rows("held-out", config.n_ctx)[:MAX_ROWS], config)
    return {"nats_per_token": round(nats, 4), "bits_per_byte": round(bits_per_byte(nats, counts["tokens"], counts["bytes"]), 4)}


def recall_numbers(params: Arrays, config: Config, tokenizer: Tokenizer) -> dict:
    """Greedy answers that are right: facts, sums, outputs of programs; how many were asked, and which facts were missed."""
    asked = {
        "facts of the world": world.probes([kind for kind in world.FACTS if kind not in world.INVENTED]),
        "facts of Willow Bay": world.probes(list(world.INVENTED)),
        **{f"sums, {name}": pairs for name, pairs in arithmetic.probes().items()},
        "outputs of programs": code.probes(),
    }
    right = {name: recall(params, config, tokenizer, pairs, width=96 if "programs" in name else 32) for name, pairs in asked.items()}
    missed = [prompt + answer for name in list(asked)[:2] for (prompt, answer), known in zip(asked[name], right[name]) if not known]
    return {"recall": {name: {"asked": len(r), "right": share(r)} for name, r in right.items()}, "factsMissed": missed}


def samples_of(model: Model, params: Arrays, tokenizer: Tokenizer) -> list[dict]:
    next_logits = next_logits_of(model.config, WIDTH)
    return [
        {"prompt": prompt, "seed": seed, "text": sample(
            params, model.config, tokenizer, prompt, seed, TEMPERATURE, N_TOKENS, next_logits, WIDTH)}
        for prompt, seed in model.samples
    ]  # fmt: skip


def measure(model: Model, tokenizer: Tokenizer, params: Arrays, shipped: Arrays) -> dict:
    """The losses of the float32 and of the shipped int8 weights; the rest with the shipped ones."""
    by_kind = {
        kind: round(text_loss(shipped, model.config, tokenizer, held_out_documents(kind, MAX_DOCUMENTS)), 4) for kind in KINDS
    }
    return {
        "heldOut": loss_numbers(shipped, model.config),
        "heldOutFloat32": loss_numbers(params, model.config),
        "heldOutByKind": by_kind,
        **recall_numbers(shipped, model.config, tokenizer),
        "temperature": TEMPERATURE,
        "samples": samples_of(model, shipped, tokenizer),
    }
