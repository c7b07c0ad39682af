"""In a batch of pairs, every other caption is a wrong answer for free.

                caption 0   caption 1   caption 2
    image 0       right       wrong       wrong       N images, N captions:
    image 1       wrong       right       wrong       a classification with
    image 2       wrong       wrong       right       N classes, right by place

The scores are cosine similarities, between -1 and 1. The softmax of numbers so
close together is nearly even, so they are divided by a small temperature first.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def contrastive_loss(images, captions, temperature):
    """Return the mean cost of picking each image's caption among all, (N, D) each."""
    __("cross-entropy of cosine similarities / temperature; row i belongs to i")
    return loss


@pytest.mark.parametrize(("pairs", "size"), [(3, 5), (6, 2)])
@pytest.mark.parametrize("temperature", [0.1, 0.5])
def test_it_asks_each_image_for_its_caption(device, pairs, size, temperature):
    vectors = torch.randn(2, pairs, size).to(device)
    ours, theirs = (vectors.clone().requires_grad_() for _ in range(2))
    loss = contrastive_loss(*ours, temperature)

    expected = 0
    for i in range(pairs):
        scores = [
            F.cosine_similarity(theirs[0, i], other, dim=0) for other in theirs[1]
        ]
        chances = (torch.stack(scores) / temperature).softmax(dim=0)
        expected = expected - chances[i].log() / pairs
    torch.testing.assert_close(loss, expected)
    loss.backward()
    expected.backward()
    torch.testing.assert_close(ours.grad, theirs.grad)


def test_images_learn_to_find_their_captions(device):
    captions = torch.randn(12, 8).to(device)
    images = captions @ torch.randn(8, 8).to(device)  # the same facts, otherwise told
    encoder = torch.zeros(8, 8, device=device).fill_diagonal_(1).requires_grad_()
    optimizer = torch.optim.Adam([encoder], lr=0.05)
    for _ in range(60):
        loss = contrastive_loss(images @ encoder, captions, temperature=0.1)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    found = F.normalize(images @ encoder, dim=-1) @ F.normalize(captions, dim=-1).T
    right = found.argmax(dim=1).cpu() == torch.arange(12)
    assert right.float().mean() > 0.7  # 0.91 or more with 50 seeds; untrained 0.09
