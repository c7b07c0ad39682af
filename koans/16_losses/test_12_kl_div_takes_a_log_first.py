"""`F.kl_div` takes the model first, as logarithms, and the truth second.

    KL(p || q)  adds up  p * (log p - log q)       p the truth, q the model
    F.kl_div(input, target)  adds up  target * (log target - input)

    p = [0.5, 0.5]   KL(p || q)  0.511     turned round           0.368
    q = [0.9, 0.1]                         the log left out      -1.193

No divergence is negative, and only equal distributions have 0. The function
checks neither the order nor the logs: a mistake has a number and a slope, too.
"""

import pytest
import torch
import torch.nn.functional as F
from torch.distributions import Categorical, kl_divergence


def distillation_loss(student, teacher):
    """Return the mean of KL(teacher || student), from logits (N, C) of both."""
    # repair: never negative, and 0 only where the student agrees
    loss = F.kl_div(
        teacher.softmax(dim=-1), student.softmax(dim=-1), reduction="batchmean"
    )
    return loss


@pytest.mark.essential
def test_two_answers_against_a_student_that_prefers_one(device):
    teacher = torch.tensor([[0.5, 0.5], [0.5, 0.5]], device=device).log()
    student = torch.tensor([[0.9, 0.1], [0.5, 0.5]], device=device).log()
    assert 2 * distillation_loss(student, teacher).item() == pytest.approx(
        0.5108, abs=1e-4
    )
    assert distillation_loss(teacher, teacher).item() == pytest.approx(0, abs=1e-6)


@pytest.mark.essential
@pytest.mark.parametrize(("batch", "classes"), [(4, 3), (2, 7)])
def test_it_is_the_divergence_of_the_distributions(device, batch, classes):
    teacher = (2 * torch.randn(batch, classes)).to(device)
    student = (2 * torch.randn(batch, classes)).to(device).requires_grad_()
    loss = distillation_loss(student, teacher)
    expected = kl_divergence(Categorical(logits=teacher), Categorical(logits=student))
    torch.testing.assert_close(loss, expected.mean())

    loss.backward()
    error = student.detach().softmax(dim=-1) - teacher.softmax(dim=-1)
    torch.testing.assert_close(student.grad, error / batch)
