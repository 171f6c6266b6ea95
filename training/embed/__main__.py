"""`python -m training.embed`: teacher, distillation, export, card. A few minutes; the teacher's answers are kept in `data/`."""

import json
from functools import partial
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
from tokenizers import Tokenizer

from ..corpus import world
from ..corpus.tokens import held_out_documents, log
from ..data import cached
from ..export import file_entry, save
from ..family.model import MODELS
from ..quantize import quantize
from .bert import embed
from .card import write_card
from .distill import embed_texts, keep, rarity, reduce, smaller_tokenizer
from .source import Teacher, fetch, read_teacher

HERE = Path(__file__).parent
DATA = HERE / "data"
FOLDER = MODELS / "embed"
N_DIMENSIONS = 64
BATCH, WIDTH = 512, 48  # tokens read alone at a time; the longest text that is compared, in tokens
GOLDEN_TEXTS = ["", "A dog runs in the park.", "The capital of France is Paris.", "Zoë said: 你好!", "unbelievably"]


def read_tokens_alone(teacher: Teacher, kept: list[str]) -> np.ndarray:
    """What the teacher says of `[CLS] token [SEP]`, for every kept token: [V, 384]."""
    vocabulary = teacher.tokenizer["model"]["vocab"]
    ids = np.array([[vocabulary["[CLS]"], vocabulary[token], vocabulary["[SEP]"]] for token in kept], np.int32)
    padded = np.concatenate([ids, ids[: -len(ids) % BATCH]])
    forward = jax.jit(jax.vmap(partial(embed, config=teacher.config), (None, 0, None)))
    params = {name: jnp.asarray(w) for name, w in teacher.weights.items() if w.dtype == np.float32}
    parts = [np.asarray(forward(params, padded[i : i + BATCH], 3)) for i in range(0, len(padded), BATCH)]
    return np.concatenate(parts)[: len(ids)]


def embed_with_teacher(teacher: Teacher, texts: list[str]) -> np.ndarray:
    tokenizer = Tokenizer.from_str(json.dumps(teacher.tokenizer))
    tokenizer.enable_truncation(WIDTH)
    tokenizer.enable_padding(length=WIDTH)
    read = tokenizer.encode_batch(texts)
    ids, lengths = np.array([text.ids for text in read]), np.array([sum(text.attention_mask) for text in read])
    forward = jax.jit(jax.vmap(partial(embed, config=teacher.config), (None, 0, 0)))
    params = {name: jnp.asarray(w) for name, w in teacher.weights.items() if w.dtype == np.float32}
    vectors = np.asarray(forward(params, ids, lengths))
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def ranks(x: np.ndarray) -> np.ndarray:
    return x.argsort().argsort().astype(float)


def agreement(one: np.ndarray, two: np.ndarray) -> float:
    """Spearman's correlation of the cosines of all pairs of texts."""
    pairs = np.triu_indices(len(one), 1)
    return float(np.corrcoef(ranks((one @ one.T)[pairs]), ranks((two @ two.T)[pairs]))[0, 1])


def questions_and_facts() -> tuple[list[str], list[str]]:
    """Questions that story-1m's and base's facts answer, and the sentence that answers each."""
    asked = [(question.format(*pair), phrasings[0].format(*pair)) for pairs, phrasings, question in world.FACTS.values() if question for pair in pairs[:6]]
    return [question for question, _ in asked], [fact for _, fact in asked]


def found(questions: np.ndarray, facts: np.ndarray) -> float:
    """The share of questions whose nearest fact is the one that answers."""
    return float(((questions @ facts.T).argmax(1) == np.arange(len(facts))).mean())


def measure(teacher: Teacher, small) -> dict:
    texts = [text.splitlines()[0][:200] for kind in ("story", "facts", "letter", "dialogue") for text in held_out_documents(kind, 40)]
    questions, facts = questions_and_facts()
    large = partial(embed_with_teacher, teacher)
    return {
        "agreement": round(agreement(small(texts), large(texts)), 4),
        "retrieval": {"questions": len(questions), "embed": round(found(small(questions), small(facts)), 4), "teacher": round(found(large(questions), large(facts)), 4)},
    }


def neighbors(small) -> list[dict]:
    """Ten questions and the fact that stands nearest to each: unedited, every third of the list."""
    questions, facts = questions_and_facts()
    nearest = (small(questions) @ small(facts).T).argmax(1)
    return [{"prompt": questions[i], "text": facts[nearest[i]]} for i in range(0, 30, 3)]


def main() -> None:
    teacher = read_teacher(fetch(DATA))
    kept = keep(teacher.tokenizer["model"]["vocab"])
    alone = cached(DATA / "alone.npy", lambda: read_tokens_alone(teacher, kept))
    log(f"{len(alone)} tokens read by the teacher")
    table = (reduce(np.asarray(alone), N_DIMENSIONS) * rarity(len(kept))).astype(np.float32)  # [V, 64]
    q, scale = quantize(table, 1)
    tokenizer_json = smaller_tokenizer(teacher.tokenizer, kept)
    tokenizer = Tokenizer.from_str(json.dumps(tokenizer_json))
    shipped = q * scale
    small = partial(embed_texts, shipped, lambda text: tokenizer.encode(text, add_special_tokens=False).ids)

    FOLDER.mkdir(parents=True, exist_ok=True)
    tensors = {"embeddings": q, "embeddings.scale": scale}
    save(tensors, FOLDER / "weights.safetensors")
    (FOLDER / "tokenizer.json").write_text(json.dumps(tokenizer_json, ensure_ascii=False))
    manifest = {
        "format": 1,
        "architecture": "static-embedding",
        "name": "embed",
        "title": "Embed, sentences as 64 numbers",
        "license": "Apache-2.0",
        "config": {"n_vocab": len(kept), "n_dimensions": N_DIMENSIONS},
        "parameters": int(q.size),
        "files": {file: file_entry(FOLDER / file) for file in ("weights.safetensors", "tokenizer.json")},
        "tensors": {name: {"shape": list(w.shape), "dtype": str(w.dtype)} for name, w in tensors.items()},
    }
    (FOLDER / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    golden = {f"{k}.tokens": np.array(tokenizer.encode(text, add_special_tokens=False).ids, np.int32) for k, text in enumerate(GOLDEN_TEXTS)}
    golden["embeddings"] = small(GOLDEN_TEXTS).astype(np.float32)
    save(golden, HERE / "golden.safetensors", {"model": "embed", "prompts": json.dumps(GOLDEN_TEXTS)})
    numbers = measure(teacher, small) | {"samples": neighbors(small), "parameters": int(q.size)}
    write_card(FOLDER, numbers)
    log(json.dumps({key: numbers[key] for key in ("agreement", "retrieval")}))


if __name__ == "__main__":
    main()
