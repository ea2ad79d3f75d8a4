"""The training loop: windows in, network out."""

import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.optim.lr_scheduler import LambdaLR

from geo.recognition.network.features import batch
from geo.recognition.network.tags import INNER, OUTER, TYPES
from geo.recognition.network.wordpieces import WordPieces
from training.config import Stage
from training.examples import STEP, Stream, WindowExample
from training.network import Network, set_loss

REPORT = 100
"""Steps between two lines of progress."""


def fit(
    network: Network,
    stream: Stream,
    stage: Stage,
    pieces: WordPieces,
    say: Callable[[str], None] = print,
) -> None:
    """Train in place. Mixed precision (bfloat16), AdamW, linear warm-up and decay."""
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(not stage.keep_words)
    waiting = stream.epoch(stage.batch)
    total = int(len(waiting) * stage.epochs)
    optimizer, rates = _optimizer(network, stage, total)
    weights = (1.0, stage.outer_weight, stage.type_weight)
    network.train()
    began, sums = time.perf_counter(), np.zeros(len(weights))
    for step in range(1, total + 1):
        if not waiting:
            waiting = stream.epoch(stage.batch)
        losses = list(_losses(network, waiting.pop(), pieces))
        torch.stack([w * loss for w, loss in zip(weights, losses, strict=True)]).sum().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        rates.step()
        optimizer.zero_grad()
        sums += [float(loss.detach()) for loss in losses]
        if step % REPORT == 0:
            seconds = time.perf_counter() - began
            say(f"step {step}/{total}  losses {np.round(sums / REPORT, 4)}  {seconds:.0f} s")
            sums[:] = 0
    network.eval()


def _optimizer(
    network: Network, stage: Stage, total: int
) -> tuple[torch.optim.Optimizer, LambdaLR]:
    encoder = {id(p) for p in network.encoder.parameters()}
    trained = [p for p in network.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in trained if id(p) in encoder], "lr": stage.encoder_rate},
        {"params": [p for p in trained if id(p) not in encoder], "lr": stage.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    warm = max(int(total * stage.warmup), 1)

    def rate(step: int) -> float:
        return min((step + 1) / warm, max(total - step, 0) / max(total - warm, 1))

    return optimizer, LambdaLR(optimizer, rate)


def _losses(
    network: Network, windows: Sequence[WindowExample], pieces: WordPieces
) -> Iterator[Tensor]:
    """The loss of each head: innermost names, outer names, types."""
    laid = batch([w.words for w in windows], pieces, step=STEP)
    kept = np.concatenate([heads >= 0 for heads in laid.heads])
    rows = np.repeat(np.arange(len(windows)), [len(heads) for heads in laid.heads])[kept]
    columns = np.concatenate(laid.heads)[kept]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        answers = network(*map(torch.from_numpy, (laid.pieces, laid.cases, laid.known)))
    golds = [(w.gold.inner, w.gold.outer, w.gold.types) for w in windows]
    for head, (scores, tags) in enumerate(zip(answers, (INNER, OUTER, TYPES), strict=True)):
        bits = np.concatenate([gold[head] for gold in golds])[kept]
        allowed = (bits[:, None] >> np.arange(len(tags))) & 1
        yield set_loss(scores[rows, columns], torch.from_numpy(allowed).bool())
