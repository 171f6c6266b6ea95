"""The card of embed."""

import json
from pathlib import Path

from ..export import compressed_bytes
from ..family.card import table
from .source import PACKAGE


def write_card(folder: Path, numbers: dict) -> None:
    (folder / "card.json").write_text(json.dumps(numbers, indent=2, ensure_ascii=False) + "\n")
    (folder / "README.md").write_text(readme(folder, numbers))


def readme(folder: Path, n: dict) -> str:
    manifest = json.loads((folder / "manifest.json").read_text())
    c, r = manifest["config"], n["retrieval"]
    size = compressed_bytes([folder / file for file in manifest["files"]])
    facts = table(("", ""), [
        ("parameters", f"{manifest['parameters']:,}"),
        ("architecture", f"one table: {c['n_vocab']:,} tokens of {c['n_dimensions']} numbers; a sentence is the mean of its tokens, of length 1"),
        ("tokenizer", "the teacher's WordPiece, lower-cased, ASCII tokens alone"),
        ("size", f"{size:,} bytes, weights and tokenizer, after brotli"),
        ("license", "Apache 2.0, as the teacher"),
    ])  # fmt: skip
    near = table(("question", "nearest of the facts"), [(entry["prompt"], entry["text"]) for entry in n["samples"]])
    return f"""# embed

Sentences as {c["n_dimensions"]} numbers, such that sentences that mean alike point alike.

{facts}

## Data

No text. The teacher is all-MiniLM-L6-v2 (sentence-transformers, Apache 2.0), as the Python package
`{PACKAGE}` carries it; the package itself names no license, the model it repeats does.

## Recipe

The teacher reads every token alone, between [CLS] and [SEP]; the {c["n_dimensions"]} principal components of its answers stay; frequent
tokens are weighed less; int8, one scale per token (Model2Vec's way). No training, so no seed and no held-out loss.
`python -m training.embed` does it again.

## Measured

{table(("", "embed", "its teacher"), [(f"nearest fact answers the question, {r['questions']} questions", f"{r['embed']:.1%}", f"{r['teacher']:.1%}")])}

Spearman's correlation with the teacher over the cosines of all pairs of 160 held-out texts: {n["agreement"]}.

## Samples

Not edited, not chosen.

{near}

## Limits

It knows no order of words: "the dog bites the man" is "the man bites the dog". English only.
"""
