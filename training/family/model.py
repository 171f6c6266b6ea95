"""A dense model of the family, as its settings describe it, and its way into a folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import jax
import numpy as np
from safetensors import safe_open
from tokenizers import Tokenizer

from ..export import save, write_golden, write_golden_tokens, write_manifest, write_weights
from ..gpt import Config, Params
from ..quantize import Arrays, dequantize_all, quantize_all
from ..tokenizer import save_tokenizer
from ..train import Recipe

TRAINING = Path(__file__).parent.parent
MODELS = TRAINING.parent / "public" / "models"


@dataclass(frozen=True)
class Model:
    name: str
    title: str
    config: Config
    recipe_of: Callable[[int], Recipe]  # by the number of steps
    steps: dict[str, int]  # of a full run, on `cpu` and on `gpu`
    golden_prompts: list[str]
    samples: list[tuple[str, int]]  # prompt, seed
    about: str  # the card's first paragraph
    limits: str  # its last
    folder: str = ""  # under training/, where it is not the name
    golden_texts: list[str] | None = None  # for the tokenizer's golden ids, where the tokenizer is this model's own

    @property
    def home(self) -> Path:
        return TRAINING / (self.folder or self.name)

    @property
    def command(self) -> str:
        return f"python -m training.{self.home.relative_to(TRAINING).parts[0]}"

    @property
    def full_steps(self) -> int:
        return self.steps["cpu" if jax.default_backend() == "cpu" else "gpu"]


def to_numpy(params: Params, dtype=np.float32) -> Arrays:
    return {name: np.asarray(w, dtype) for name, w in params.items()}


def export(model: Model, tokenizer: Tokenizer, params: Arrays, folder: Path, golden: Path) -> Arrays:
    """Writes the model folder and the golden values; returns the weights that the int8 tensors stand for."""
    tensors = quantize_all(params)
    write_weights(folder, tensors)
    save_tokenizer(tokenizer, folder / "tokenizer.json")
    write_manifest(folder, model.name, model.title, model.config, tensors)
    shipped = dequantize_all(tensors)
    write_golden(golden / "golden.safetensors", model.name, shipped, model.config, tokenizer, model.golden_prompts)
    if model.golden_texts:
        write_golden_tokens(golden / "golden_tokens.json", tokenizer, model.golden_texts)
    return shipped


def save_float_weights(path: Path, params: Params, steps: int, seconds: float) -> None:
    """The weights before quantization, in float16, to go on from; and how much training they have had."""
    save(to_numpy(params, np.float16), path, {"steps": str(steps), "seconds": str(seconds)})


def load_float_weights(path: Path) -> tuple[Params, int, float]:
    with safe_open(path, "numpy") as file:
        params = {name: jax.numpy.asarray(file.get_tensor(name), jax.numpy.float32) for name in file.keys()}
        meta = file.metadata()
    return params, int(meta["steps"]), float(meta["seconds"])
