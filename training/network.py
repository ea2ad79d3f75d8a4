"""The network: one small pretrained encoder, three heads."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from geo.recognition.network.tags import CASES, INNER, KNOWN, OUTER, TYPES


class Network(nn.Module):
    """A BERT encoder told of each piece's case and known name, and a linear layer a head."""

    def __init__(self, encoder: BertModel, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.cases = nn.Embedding(len(CASES), width)
        self.known = nn.Embedding(len(KNOWN), width)
        nn.init.normal_(self.cases.weight, std=0.02)
        nn.init.normal_(self.known.weight, std=0.02)
        self.dropout = nn.Dropout(dropout)
        self.inner = nn.Linear(width, len(INNER))
        self.outer = nn.Linear(width, len(OUTER))
        self.types = nn.Linear(width, len(TYPES))

    def forward(
        self, pieces: Tensor, cases: Tensor, known: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of each head, (windows, longest, tags); inputs are (windows, longest) ids."""
        embedded = self.encoder.embeddings.word_embeddings(pieces)
        embedded = embedded + self.cases(cases) + self.known(known)
        # added to the attention's scores, in the type they are computed in
        half = torch.is_autocast_enabled("cpu")
        mask = (pieces == 0)[:, None, None].to(torch.bfloat16 if half else embedded.dtype) * -1e4
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        hidden = self.dropout(hidden)
        return self.inner(hidden), self.outer(hidden), self.types(hidden)

    @classmethod
    def pretrained(cls, folder: Path) -> "Network":
        """The encoder from a folder of safetensors; fresh heads."""
        encoder = BertModel.from_pretrained(
            folder,
            add_pooling_layer=False,
            attn_implementation="eager",
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=0.0,
        )
        return cls(encoder)


def set_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Minus log probability of the set of allowed tags, (words, tags) each; mean over words
    of which something is known."""
    told = ~allowed.all(dim=-1)
    scores, allowed = scores[told].float(), allowed[told]
    if not len(scores):
        return scores.sum()
    among = scores.masked_fill(~allowed, -1e9)
    return (torch.logsumexp(scores, -1) - torch.logsumexp(among, -1)).mean()
