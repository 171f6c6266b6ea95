"""The model cards of base and its relatives; every number in them was measured by the run that wrote them."""

import json
from pathlib import Path

from ..corpus import HELD_OUT_EVERY
from ..corpus.tokens import SEED
from ..export import compressed_bytes
from ..train import Recipe
from .measure import MAX_DOCUMENTS, MAX_ROWS, N_TOKENS
from .model import Model


def write_card(folder: Path, model: Model, recipe: Recipe, numbers: dict) -> None:
    (folder / "card.json").write_text(json.dumps(numbers, indent=2, ensure_ascii=False) + "\n")
    (folder / "README.md").write_text(readme(folder, model, recipe, numbers))


def quoted(entry: dict) -> str:
    text = f"**{entry['prompt']}**{entry['text']}" if entry["prompt"] else f"(empty prompt) {entry['text']}"
    lines = "\n> ".join(text.replace("#", r"\#").replace("\n", "  \n").split("\n"))
    return f"seed {entry['seed']}\n> {lines}\n"


def table(head: tuple[str, ...], rows: list[tuple]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in row) + " |" for row in lines)


def architecture(folder: Path, model: Model) -> str:
    c, manifest = model.config, json.loads((folder / "manifest.json").read_text())
    size = compressed_bytes([folder / file for file in manifest["files"]])
    shape = f"{c.n_layer} layers, {c.n_head} heads, width {c.d_model}, FFN {c.d_ff}, context {c.n_ctx}, vocabulary {c.n_vocab}"
    return table(("", ""), [
        ("parameters", f"{manifest['parameters']:,}"),
        ("architecture", f"GPT-2 style: {shape}; learned positions, pre-LayerNorm, tied output head"),
        ("tokenizer", "byte-level BPE, digits single, id 0 = `<\\|endoftext\\|>` before every document; the same for the whole family"),
        ("weights", "int8, symmetric, one scale per output channel (per row for the embeddings); vectors float32"),
        ("size", f"{size:,} bytes, weights and tokenizer, after brotli"),
        ("license", "MIT, for weights and corpus alike"),
    ])  # fmt: skip


def how_trained(recipe: Recipe, t: dict, model: Model) -> str:
    stages = ", then ".join(f"{p.steps:,} steps on rows of {p.width} tokens (mix `{p.mix}`)" for p in recipe.stages if p.steps)
    optimizer = "AdamW" if recipe.optimizer == "adamw" else "Muon for the layers' matrices, Adam for the rest"
    precision = "float32" if recipe.products == "float32" else "float32, but for matrix products, rounded to bfloat16 on their way in"
    return f"""Seed {recipe.seed}; {recipe.steps:,} steps of {recipe.tokens_per_step:,} tokens ({t["tokens"]:,} in all): {stages}.
{optimizer} (β₂ {recipe.beta2}, weight decay {recipe.weight_decay}, gradients clipped at {recipe.clip}); learning rate {recipe.peak_lr} after
{recipe.warmup} steps of warm-up, falling in a line to {recipe.final_lr} over the last {recipe.decay or 1:.0%}; {precision}. {t["seconds"]:,} s of wall-clock
time on {t["device"]}. {t["note"]} `{model.command}` does it again."""


def readme(folder: Path, model: Model, recipe: Recipe, n: dict) -> str:
    t = n["training"]
    corpus = t["corpus"]["all"]
    losses = table(("", "nats per token", "bits per byte"), [
        (label, n[key]["nats_per_token"], n[key]["bits_per_byte"])
        for label, key in (("held-out, float32", "heldOutFloat32"), ("held-out, int8 as shipped", "heldOut"))
    ])  # fmt: skip
    kinds = table(("kind of text", "nats per token"), list(n["heldOutByKind"].items()))
    recall = table(("asked greedily", "questions", "right"), [
        (name, r["asked"], f"{r['right']:.1%}") for name, r in n["recall"].items()
    ])  # fmt: skip
    missed = "; ".join(n["factsMissed"]) or "none"
    extra = "\n\n".join(n.get("paragraphs", []))
    samples = "\n".join(quoted(entry) for entry in n["samples"])
    return f"""# {model.name}

{model.about}

{architecture(folder, model)}

## Data

Eight kinds of text out of a seeded grammar (`training/corpus`): stories, dialogues, facts (of the world, and of Willow Bay,
a village that exists in this corpus alone), sums and differences, recipes and lists, small Python programs with their output,
letters, weather reports. All sentences are our own; no text was collected from anywhere. Seed {SEED}; {corpus["documents"]:,}
documents, {corpus["tokens"]:,} tokens, {corpus["bytes"]:,} bytes; the mix `drill` has a larger share of facts, sums and programs. Every
{HELD_OUT_EVERY}th document is held out. Long documents do not recur, but short ones (a fact, a sum) exist in both parts,
and held-out stories come from the same templates: the held-out loss says how well the grammar was learned, not how well
English was.

## Recipe

{how_trained(recipe, t, model)}

## Measured

{losses}

Over {MAX_ROWS} packed rows of {model.config.n_ctx} tokens. By kind, over whole held-out documents ({MAX_DOCUMENTS} of each), int8 as shipped:

{kinds}

What it recalls, under greedy decoding:

{recall}

One pair of numbers in eleven with a two-digit number was never written: these sums show whether it adds or remembers.
Facts missed: {missed}.

{extra}

## Samples

{N_TOKENS} tokens at temperature {n["temperature"]}, no filter, not edited, not chosen.

{samples}
## Limits

{model.limits}
"""
