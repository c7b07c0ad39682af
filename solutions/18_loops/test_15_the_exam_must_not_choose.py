"""What the test data helped to choose, it can no longer judge.

Take 500 columns of pure noise, and keep the ten that go best with the labels of
all examples. Chance has made some of them agree with the held-out labels too,
and you have picked those. Fitted on the training part alone, they "predict" the
held-out part, where there is nothing to predict. Scaling, filling gaps, choosing:
whatever looks at data is part of training, and may look at training data only.

Hint: Which examples have a say in `columns`?
Hint: The relation must be measured on the training rows of x, and of y.
Hint: `x[train]` and `y[train]` in the place of `x` and `y`, everywhere.
Wrong: The mean is the training part's now, but all labels still choose.
    relation = (x - x[train].mean(dim=0)).T @ y
    columns = relation.abs().topk(10).indices
Wrong: As many rows as the training part, but not the same: they are drawn at random.
    relation = x[: len(train)].T @ y[: len(train)]
    columns = relation.abs().topk(10).indices
Wrong: Ten columns chosen by nobody leak nothing, and miss what there is to find.
    columns = torch.arange(10, device=x.device)
Wrong: Without `abs` the columns that say the opposite of the label are left out.
    relation = (x[train] - x[train].mean(dim=0)).T @ y[train]
    columns = relation.topk(10).indices
Right:
    x_train, y_train = x[train], y[train]
    relation = x_train.T @ (y_train - y_train.mean())
    columns = relation.abs().argsort(descending=True)[:10]
Right:
    seen = x[train] - x[train].mean(dim=0)
    relation = torch.einsum("nf,n->f", seen, y[train])
    columns = relation.square().topk(10).indices
See: torch.topk, torch.linalg.lstsq
"""

import torch


def accuracy_of_ten_columns(x, y, train, held_out):
    """Fit y (N,), each -1 or 1, on the ten columns of x (N, F) that go best with it.

    Fitted on the rows `train`; return the accuracy on the rows `held_out`.
    """
    # broken: on noise, nobody does better than by guessing
    # relation = (x - x.mean(dim=0)).T @ y
    # columns = relation.abs().topk(10).indices
    relation = (x[train] - x[train].mean(dim=0)).T @ y[train]
    columns = relation.abs().topk(10).indices
    # end
    weights = torch.linalg.lstsq(x[train][:, columns], y[train, None]).solution
    guesses = (x[held_out][:, columns] @ weights).squeeze(-1).sign()
    return (guesses == y[held_out]).float().mean().item()


def mean_accuracy(device, signal, repeats):
    """Return the mean over data sets of 40 examples, some columns with a signal."""
    accuracies = []
    for _ in range(repeats):
        y = torch.randn(40).sign()
        x = torch.randn(40, 500)
        x[:, [12, 77, 303, 430, 499]] += signal * y[:, None]
        train, held_out = torch.randperm(40).split([24, 16])
        part = accuracy_of_ten_columns(x.to(device), y.to(device), train, held_out)
        accuracies.append(part)
    return sum(accuracies) / len(accuracies)


def test_noise_is_guessed_and_a_signal_is_found(device):
    noise = mean_accuracy(device, signal=0, repeats=20)
    assert 0.37 < noise < 0.63  # 50 seeds: 0.43 to 0.57
    found = [mean_accuracy(device, signal, repeats=8) for signal in (1.5, -1.5)]
    assert min(found) > 0.8  # 50 seeds: at least 0.953
