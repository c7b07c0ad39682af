"""Cross-entropy looks for the classes in dim 1, wherever you keep them.

For token labels (N, T) it wants logits (N, C, T). A language model hands out
(N, T, C), and gets "Expected target size [2, 7], got [2, 5]". A reshape to the
wanted shape silences that; but it deals the numbers out anew, and each token is
then judged by scores that belong to others. Where T happens to equal C, not
even the error is there: the (N, T, C) logits are taken as they are.

Hint: The numbers must stay with their token: which operation swaps two dims?
Hint: Or let each token be an example: logits (N * T, C) for labels (N * T,).
Hint: `logits.transpose(1, 2)`
Wrong: Without the swap, dim 1 holds the tokens: an error, or a wrong number if T is C.
    loss = F.cross_entropy(logits, tokens)
Wrong: A view deals the numbers out row by row, as reshape does.
    batch, length, vocabulary = logits.shape
    loss = F.cross_entropy(logits.view(batch, vocabulary, length), tokens)
Wrong: The logits stand sentence by sentence, those labels position by position.
    loss = F.cross_entropy(logits.flatten(0, 1), tokens.T.flatten())
Wrong: This brings the tokens to the front; the classes are still last.
    loss = F.cross_entropy(logits.permute(1, 0, 2), tokens.T)
Wrong: That is the sum of the sentences' costs, not the mean over all tokens.
    loss = sum(F.cross_entropy(row, label) for row, label in zip(logits, tokens))
Right:
    loss = F.cross_entropy(logits.permute(0, 2, 1), tokens)
Right:
    loss = F.cross_entropy(logits.flatten(0, 1), tokens.flatten())
Right:
    loss = F.cross_entropy(logits.reshape(-1, logits.shape[-1]), tokens.reshape(-1))
Right:
    log_probs = logits.log_softmax(dim=-1)
    loss = -log_probs.gather(-1, tokens.unsqueeze(-1)).mean()
See: torch.nn.functional.cross_entropy, torch.transpose
"""

import pytest
import torch
import torch.nn.functional as F


def token_loss(logits, tokens):
    """Return the mean cost of tokens (N, T) under logits (N, T, C)."""
    # broken: each token is judged by its own logits
    # batch, length, vocabulary = logits.shape
    # loss = F.cross_entropy(logits.reshape(batch, vocabulary, length), tokens)
    loss = F.cross_entropy(logits.transpose(1, 2), tokens)
    # end
    return loss


@pytest.mark.parametrize(("length", "vocabulary"), [(5, 7), (6, 3), (4, 4)])
def test_sure_and_correct_costs_nothing(device, length, vocabulary):
    tokens = torch.randint(vocabulary, (2, length)).to(device)
    tokens[:, :3] = torch.tensor([[0, 1, 2], [1, 1, 0]], device=device)
    logits = 30.0 * F.one_hot(tokens, vocabulary)
    assert token_loss(logits, tokens).item() == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(("length", "vocabulary"), [(5, 7), (4, 4)])
def test_it_is_the_mean_over_all_tokens(device, length, vocabulary):
    tokens = torch.randint(vocabulary, (3, length)).to(device)
    logits = (2 * torch.randn(3, length, vocabulary)).to(device).requires_grad_()
    loss = token_loss(logits, tokens)
    loss.backward()

    p = logits.detach().softmax(dim=-1)
    share = 1 / (3 * length)
    chosen = p.gather(2, tokens[:, :, None])
    torch.testing.assert_close(loss, -share * chosen.log().sum())
    torch.testing.assert_close(logits.grad, share * (p - F.one_hot(tokens, vocabulary)))
