"""The poems of the npm package chinese-poetry (MIT), fetched once by npm into `data/`; nothing of it enters the site."""

import base64
import hashlib
import json
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

from opencc import OpenCC

from .verse import lines_of

PACKAGE = "chinese-poetry@2.0.1"
ARCHIVE = "chinese-poetry-2.0.1.tgz"
SHA512 = "KtYARvV7CWNtax0na9+Jn6PlhGgSoid7PWyDzXI4KsCEm2odZcqEQyval5koaLygZnM/EQ3lfJ//25K8p3uHNg=="  # npm's integrity
FOLDER = "package/dist/quantangshi/poet."  # poet.tang.*.json and poet.song.*.json, a thousand poems each


def fetch(data: Path) -> Path:
    """The package's archive, verified; about 85 MB."""
    path = data / ARCHIVE
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", PACKAGE, "--ignore-scripts", "--pack-destination", str(data)], check=True, stdout=subprocess.DEVNULL)
    found = base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()
    if found != SHA512:
        raise ValueError(f"{path} is not {PACKAGE} as it was published (SHA-512 {found}); delete it and run again")
    return path


def is_wanted(name: str) -> bool:
    return name.startswith((f"{FOLDER}tang.", f"{FOLDER}song.")) and name.endswith(".json")


def read_poems(archive: Path) -> Iterator[list[str]]:
    """Every poem of Tang and Song as its lines, in simplified characters, in the archive's order."""
    simplified = OpenCC("t2s.json").convert
    with tarfile.open(archive) as tar:
        for member in tar:
            if is_wanted(member.name):
                for poem in json.load(tar.extractfile(member)):
                    yield lines_of(simplified("".join(poem["paragraphs"])))
