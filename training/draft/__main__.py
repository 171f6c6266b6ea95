"""`python -m training.draft`: training, export, acceptance against base, card. Run again to resume."""

from safetensors.numpy import load_file
from tokenizers import Tokenizer

from ..base.settings import MODEL as BASE
from ..corpus import KINDS
from ..corpus.tokens import held_out_documents, log
from ..evaluate import acceptance
from ..family.card import table
from ..family.measure import MAX_DOCUMENTS
from ..family.model import MODELS
from ..family.run import run
from ..quantize import Arrays, dequantize_all
from .cost import cost_per_token
from .settings import MODEL


def acceptance_numbers(draft: Arrays, tokenizer: Tokenizer) -> dict:
    """How often base would take draft's guess, by kind of held-out text; and what a guess costs."""
    cost = cost_per_token(MODEL.config) / cost_per_token(BASE.config)
    path = MODELS / BASE.name / "weights.safetensors"
    if not path.exists():
        log("no base to compare with: acceptance not measured")
        return {"costOfBase": round(cost, 4)}
    target = dequantize_all(load_file(path)), BASE.config
    by_kind = {
        kind: round(acceptance(target, (draft, MODEL.config), tokenizer, held_out_documents(kind, MAX_DOCUMENTS)), 4) for kind in KINDS
    }
    texts = [text for kind in KINDS for text in held_out_documents(kind, MAX_DOCUMENTS // 4)]
    whole = round(acceptance(target, (draft, MODEL.config), tokenizer, texts), 4)
    rows = table(("kind of text", "mean acceptance"), list(by_kind.items()))
    paragraph = f"""A guess costs {cost:.1%} of a token of base (multiplications). Mean acceptance by base at temperature 1, Σ min(p, q)
over the positions of held-out text: {whole:.3f}.

{rows}"""
    return {"costOfBase": round(cost, 4), "acceptance": whole, "acceptanceByKind": by_kind, "paragraphs": [paragraph]}


if __name__ == "__main__":
    run(MODEL, acceptance_numbers)
