"""With meaningless labels, a sound pipeline does no better than chance.

An accuracy of 99 % may be a fine model, or a label that sneaked in among the
features, or test images that stood in the training set as well. One experiment
tells: take the meaning out of the labels and run everything again. There is
nothing left to learn now. A pipeline that still scores has been shown the answers.

Hint: The labels stay the same ones, as many of each class; only who has which changes.
Hint: A new random order each time; the images keep theirs, and y itself is not touched.
Hint: `y[torch.randperm(len(y))]` are the labels; hand them over with x.
Wrong: Both in the same new order: every image still has its own label.
    order = torch.randperm(len(y))
    accuracies.append(pipeline(x[order], y[order]))
Wrong: Newly drawn labels: a rare class is no longer rare, and chance is another.
    accuracies.append(pipeline(x, torch.randint_like(y, int(y.max()) + 1)))
Wrong: In place: the labels of the caller are lost, not only in this experiment.
    y.copy_(y[torch.randperm(len(y))])
    accuracies.append(pipeline(x, y))
Wrong: That is one and the same order each time: ten trials say no more than one.
    accuracies.append(pipeline(x, y.flip(0)))
Right:
    noise = y[torch.randperm(len(y), device=y.device)]
    accuracies.append(pipeline(x, noise))
Right:
    order = torch.rand(len(y)).argsort()
    accuracies += [pipeline(x, y.clone()[order])]
See: torch.randperm
"""

import torch


def accuracy_without_meaning(pipeline, x, y, trials):
    """Return the mean accuracy of pipeline(images, labels) on meaningless labels."""
    accuracies = []
    for _ in range(trials):
        # blank: run the pipeline on labels whose order means nothing, note its accuracy
        noise = y[torch.randperm(len(y))]
        accuracies.append(pipeline(x, noise))
        # end
    return sum(accuracies) / trials


def nearest(known, labels, asked):
    return labels[torch.cdist(asked.flatten(1), known.flatten(1)).argmin(dim=1)]


def sound(x, y):
    half = len(x) // 2
    return (nearest(x[:half], y[:half], x[half:]) == y[half:]).float().mean().item()


def asks_what_it_knows(x, y):
    return (nearest(x, y, x) == y).float().mean().item()


def has_the_label_in_a_pixel(x, y):
    x = torch.cat([x.flatten(1), 100 * y[:, None]], dim=1)
    return sound(x, y)


def test_the_leaks_are_found(device, digits):
    x, y = (part[:400].to(device) for part in digits)
    pipelines = [sound, asks_what_it_knows, has_the_label_in_a_pixel]
    assert all(pipeline(x, y) > 0.85 for pipeline in pipelines)
    scores = [accuracy_without_meaning(p, x, y, trials=4) for p in pipelines]
    assert scores[0] < 0.2  # 50 seeds: at most 0.134
    assert scores[1:] == [1, 1]


def test_every_trial_deals_out_the_same_labels_anew(device):
    x, y = torch.rand(30, 1).to(device), torch.arange(30).sqrt().long().to(device)
    before, deals = y.clone(), []

    def note(images, labels):
        assert torch.equal(images, x)
        deals.append(labels.tolist())
        return len(deals)

    assert accuracy_without_meaning(note, x, y, trials=3) == 2
    assert torch.equal(y, before)
    assert all(sorted(deal) == before.tolist() for deal in deals)
    assert len({tuple(deal) for deal in [before.tolist(), *deals]}) == 4
