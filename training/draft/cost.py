"""What a token costs."""

from ..gpt import Config


def cost_per_token(config: Config, n_read: int = 128) -> int:
    """Multiplications for one more token when `n_read` are in the cache: every matrix once, and the attention over them."""
    c = config
    layer = 4 * c.d_model**2 + 2 * c.d_model * c.d_ff + 2 * n_read * c.d_model
    return c.n_layer * layer + c.d_model * c.n_vocab
