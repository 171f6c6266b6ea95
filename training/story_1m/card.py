"""The model card: every number in it is measured here."""

import json
from pathlib import Path

from tokenizers import Tokenizer

from ..evaluate import bits_per_byte, held_out_loss, next_logits_of, recall, sample
from ..export import compressed_bytes
from . import settings as story
from .corpus import HELD_OUT_EVERY, arithmetic, knowledge

TEMPERATURE, N_TOKENS, WIDTH = 0.7, 40, 80
MAX_ROWS = 512  # held-out rows that are measured


def share(right: list[bool]) -> float:
    return round(sum(right) / len(right), 4)


def loss_numbers(params, rows, s: story.Settings, counts: dict) -> dict:
    nats = held_out_loss(params, rows[:MAX_ROWS], s.config)
    bits = bits_per_byte(nats, counts["tokens"], counts["bytes"])
    return {"nats_per_token": round(nats, 4), "bits_per_byte": round(bits, 4)}


def measure(s: story.Settings, tokenizer: Tokenizer, params, shipped, held_out, counts: dict) -> dict:
    """Losses of the float32 and of the shipped int8 weights; the rest with the shipped ones."""
    facts, sums = knowledge.probes(), arithmetic.probes()
    known = recall(shipped, s.config, tokenizer, facts)
    summed = recall(shipped, s.config, tokenizer, sums)
    next_logits = next_logits_of(s.config, WIDTH)
    samples = [
        {"prompt": prompt, "seed": seed, "text": sample(
            shipped, s.config, tokenizer, prompt, seed, TEMPERATURE, N_TOKENS, next_logits, WIDTH)}
        for prompt, seed in story.SAMPLES
    ]  # fmt: skip
    return {
        "heldOut": loss_numbers(shipped, held_out, s, counts),
        "heldOutFloat32": loss_numbers(params, held_out, s, counts),
        "factRecall": share(known),
        "facts": len(facts),
        "factsMissed": [p + a for (p, a), right in zip(facts, known) if not right],
        "sumAccuracy": share(summed),
        "sums": len(sums),
        "temperature": TEMPERATURE,
        "samples": samples,
    }


def write_card(folder: Path, s: story.Settings, n: dict) -> None:
    (folder / "card.json").write_text(json.dumps(n, indent=2, ensure_ascii=False) + "\n")
    (folder / "README.md").write_text(readme(folder, s, n))


def quoted(entry: dict) -> str:
    text = f"**{entry['prompt']}**{entry['text']}" if entry["prompt"] else f"(empty prompt) {entry['text']}"
    lines = "\n> ".join(text.replace("\n", "  \n").split("\n"))
    return f"seed {entry['seed']}\n> {lines}\n"


def readme(folder: Path, s: story.Settings, n: dict) -> str:
    manifest = json.loads((folder / "manifest.json").read_text())
    t, r, c = n["training"], s.recipe, s.config
    files = [folder / file for file in manifest["files"]]
    samples = "\n".join(quoted(entry) for entry in n["samples"])
    stages = ", then ".join(f"{p.steps:,} steps on rows of {p.width} tokens (mix `{p.mix}`)" for p in r.stages)
    corpus = t["corpus"]["all"]
    drill = (
        f"; the mix `drill`, {s.drill_documents:,} documents more, has a larger share of sums" if "drill" in t["corpus"] else ""
    )
    missed = "; ".join(n["factsMissed"]) or "none"
    return f"""# {story.NAME}

A decoder-only Transformer of {manifest["parameters"]:,} parameters that continues simple English stories, recalls a
few hundred facts and adds small numbers. It exists to be taken apart in a lesson, not to be relied upon.

| | |
|---|---|
| architecture | GPT-2 style: {c.n_layer} layers, {c.n_head} heads, width {c.d_model}, FFN {c.d_ff}, context {c.n_ctx}, vocabulary {c.n_vocab}; learned positions, pre-LayerNorm, tied output head |
| tokenizer | byte-level BPE, digits single, id 0 = `<|endoftext|>` before every document |
| weights | int8, symmetric, one scale per output channel (per row for the embeddings); vectors float32 |
| size | {compressed_bytes(files):,} bytes, weights and tokenizer, after brotli |
| license | MIT, for weights and corpus alike |

## Data

A corpus written by a seeded grammar (`training/story_1m/corpus`): stories, dialogues, portraits, facts, sums, lists.
All sentences are our own; no text was collected from anywhere. Seed {s.corpus_seed}; {corpus["documents"]:,} documents,
{corpus["tokens"]:,} tokens, {corpus["bytes"]:,} bytes{drill}. Every {HELD_OUT_EVERY}th document is held out. Long documents
do not recur, but short ones (a fact, a sum) exist in both parts, and held-out stories come from the same templates:
the held-out loss says how well the grammar was learned, not how well English was.

## Recipe

Seed {r.seed}; {t["steps"]:,} steps of {r.tokens_per_step:,} tokens ({t["tokens"]:,} in all): {stages}. AdamW (β₂ {r.beta2}, weight decay
{r.weight_decay} on matrices, gradients clipped at {r.clip}); learning rate warmed up over {r.warmup} steps to {r.peak_lr}, then a
cosine down to {r.final_lr}; float32. {t["seconds"]:,} s of wall-clock time on {t["device"]}. `python -m training.story_1m` 
does it again; `training/README.md` says how this run differed.

## Measured

| | nats per token | bits per byte |
|---|---|---|
| held-out, float32 | {n["heldOutFloat32"]["nats_per_token"]} | {n["heldOutFloat32"]["bits_per_byte"]} |
| held-out, int8 as shipped | {n["heldOut"]["nats_per_token"]} | {n["heldOut"]["bits_per_byte"]} |

Loss over {MAX_ROWS} packed rows of {c.n_ctx} tokens. Facts recalled greedily from a prompt seen in this form in training: {n["factRecall"]:.1%} of {n["facts"]} (missed: {missed}).
Sums ({n["sums"]}: one digit, and two digits with nothing to carry): {n["sumAccuracy"]:.1%} right.

## Samples

{N_TOKENS} tokens at temperature {n["temperature"]}, no filter, not edited, not chosen.

{samples}
## Limits

{LIMITS}
"""


LIMITS = """- It knows only what its grammar wrote. Ask for anything else and it goes on in the style of a children's story.
- It tracks one or two characters over a few sentences. Sometimes a new name, a wrong pronoun or an object that was not
  there before slips in, and a plot may jump to another.
- Facts come back reliably from statements; asked inside a story ("The teacher asked ...") it often answers wrongly.
- The lexicon draws some words by chance: a turtle may have a mother who bakes, and a bell may be soft.
- Rare words, other languages and larger numbers were never trained: bytes go in, nonsense comes out.
- No instruction following, no chat, no safety training. English only."""
