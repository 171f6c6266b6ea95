"""A model folder: int8 weights, tokenizer, manifest; and the golden values other engines are tested against."""

import hashlib
import json
from pathlib import Path

import brotli
import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from .gpt import Config, Params
from .networks import is_moe, trace
from .quantize import Arrays
from .tokenizer import encode, encode_text

FORMAT = 1  # of the manifest


def save(arrays: Arrays, path: Path, metadata: dict[str, str] | None = None) -> None:
    """A safetensors file that a web server may read (the library keeps it to its owner)."""
    save_file(arrays, path, metadata)
    path.chmod(0o644)


def file_entry(path: Path) -> dict:
    data = path.read_bytes()
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def compressed_bytes(paths: list[Path]) -> int:
    """What the files weigh over the wire."""
    return sum(len(brotli.compress(path.read_bytes())) for path in paths)


def write_manifest(folder: Path, name: str, title: str, config: Config, tensors: Arrays) -> None:
    dtypes = {np.dtype(np.int8): "int8", np.dtype(np.float32): "float32"}
    manifest = {
        "format": FORMAT,
        **({"architecture": "moe"} if is_moe(config) else {}),
        "name": name,
        "title": title,
        "license": "MIT",
        "config": config.to_dict(),
        "parameters": sum(w.size for n, w in tensors.items() if not n.endswith(".scale")),
        "files": {file: file_entry(folder / file) for file in ("weights.safetensors", "tokenizer.json")},
        "tensors": {n: {"shape": list(w.shape), "dtype": dtypes[w.dtype]} for n, w in tensors.items()},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def write_golden(path: Path, name: str, params: Params, config: Config, tokenizer: Tokenizer, prompts: list[str]) -> None:
    """`{k}.tokens` [T], `{k}.logits` [T, V], `{k}.attention` [L, H, T, T] and what else `trace` gives, in float32."""
    arrays: Arrays = {}
    with jax.default_matmul_precision("highest"):
        for k, prompt in enumerate(prompts):
            tokens = jnp.array(encode(tokenizer, prompt), jnp.int32)
            arrays[f"{k}.tokens"] = np.asarray(tokens)
            arrays |= {f"{k}.{what}": np.asarray(x) for what, x in trace(params, tokens, config).items()}
    save(arrays, path, {"model": name, "prompts": json.dumps(prompts)})


def write_golden_tokens(path: Path, tokenizer: Tokenizer, texts: list[str]) -> None:
    rows = [{"text": text, "ids": encode_text(tokenizer, text)} for text in texts]
    path.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


def write_weights(folder: Path, tensors: Arrays) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    save(tensors, folder / "weights.safetensors")
