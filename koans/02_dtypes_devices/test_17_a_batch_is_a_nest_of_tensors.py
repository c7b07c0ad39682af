"""A batch can be a nest of tensors, and each of them has to move.

Loaders hand out dicts, pairs, lists of dicts. `batch.to(device)` is for a lone
tensor, so every training program owns a helper like this one: move what is a
tensor, look inside what is a container, pass the rest through. The `meta`
device, whose tensors have a shape and no numbers, plays the part of the GPU.
"""

import torch

from koans import __


def to_device(batch, device):
    """Return the batch with each of its tensors on device, and the rest as it is.

    A batch is a tensor, a dict, list or tuple of batches, or anything else.
    """
    __("move a tensor, look inside a dict, list or tuple, keep the rest")


def test_every_tensor_moves_and_nothing_else_changes():
    meta = torch.device("meta")
    image, box = torch.rand(3, 8, 6), torch.rand(4)
    batch = {"image": image, "truth": [{"box": box, "name": "cat"}, (7, box)]}
    moved = to_device(batch, meta)
    assert moved["image"].device == meta
    assert moved["image"].shape == (3, 8, 6)
    first, second = moved["truth"]
    assert type(moved["truth"]) is list
    assert first["box"].device == second[1].device == meta
    assert (first["name"], second[0], type(second)) == ("cat", 7, tuple)
    assert batch["image"] is image, "the caller's batch stays as it was"
    assert batch["truth"][0]["box"] is box


def test_a_batch_may_be_a_lone_tensor_or_no_tensor(device):
    assert to_device(torch.ones(2), device).device == device
    assert to_device([], device) == []
    assert to_device("cat", device) == "cat"
