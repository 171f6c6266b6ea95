"""`python -m training.base`: corpus, tokenizer, training, export, card. Run again to resume."""

from ..family.run import run
from .settings import MODEL

if __name__ == "__main__":
    run(MODEL)
