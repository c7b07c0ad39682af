"""A batch can be a nest of tensors, and each of them has to move.

Loaders hand out dicts, pairs, lists of dicts. `batch.to(device)` is for a lone
tensor, so every training program owns a helper like this one: move what is a
tensor, look inside what is a container, pass the rest through. The `meta`
device, whose tensors have a shape and no numbers, plays the part of the GPU.

Hint: Four cases: a tensor, a dict, a list or tuple, anything else.
Hint: The parts of a container are batches too: let the function call itself.
Hint: Rebuild a container as what it was: `type(batch)(... for part in batch)`.
Wrong: That looks one level deep: a tensor in a list in a dict stays where it was.
    if isinstance(batch, dict):
        return {
            name: part.to(device) if isinstance(part, torch.Tensor) else part
            for name, part in batch.items()
        }
    return batch.to(device) if isinstance(batch, torch.Tensor) else batch
Wrong: A tuple comes back as a list: the container has changed its type.
    if isinstance(batch, torch.Tensor):
        return batch.to(device)
    if isinstance(batch, dict):
        return {name: to_device(part, device) for name, part in batch.items()}
    if isinstance(batch, (list, tuple)):
        return [to_device(part, device) for part in batch]
    return batch
Wrong: The caller's dict is edited: its tensors are on the other device now.
    if isinstance(batch, torch.Tensor):
        return batch.to(device)
    if isinstance(batch, dict):
        for name in batch:
            batch[name] = to_device(batch[name], device)
        return batch
    if isinstance(batch, (list, tuple)):
        return type(batch)(to_device(part, device) for part in batch)
    return batch
Wrong: A number is no tensor: ids and names have no `to`.
    if isinstance(batch, dict):
        return {name: to_device(part, device) for name, part in batch.items()}
    if isinstance(batch, (list, tuple)):
        return type(batch)(to_device(part, device) for part in batch)
    return batch.to(device)
Wrong: What is no tensor gets lost: the ids and the names have to come along.
    if isinstance(batch, torch.Tensor):
        return batch.to(device)
    if isinstance(batch, dict):
        return {name: to_device(part, device) for name, part in batch.items()}
    if isinstance(batch, (list, tuple)):
        return type(batch)(to_device(part, device) for part in batch)
Right:
    match batch:
        case torch.Tensor():
            batch = batch.to(device)
        case dict():
            batch = {name: to_device(batch[name], device) for name in batch}
        case list():
            batch = [to_device(part, device) for part in batch]
        case tuple():
            batch = tuple(to_device(part, device) for part in batch)
    return batch
Right:
    def move(part):
        if isinstance(part, dict):
            return dict(zip(part, map(move, part.values())))
        if isinstance(part, (list, tuple)):
            return type(part)(map(move, part))
        return part.to(device) if torch.is_tensor(part) else part

    return move(batch)
See: torch.Tensor.to, torch.is_tensor
"""

import torch


def to_device(batch, device):
    """Return the batch with each of its tensors on device, and the rest as it is.

    A batch is a tensor, a dict, list or tuple of batches, or anything else.
    """
    # blank: move a tensor, look inside a dict, list or tuple, keep the rest
    if isinstance(batch, torch.Tensor):
        return batch.to(device)
    if isinstance(batch, dict):
        return {name: to_device(part, device) for name, part in batch.items()}
    if isinstance(batch, (list, tuple)):
        return type(batch)(to_device(part, device) for part in batch)
    return batch
    # end


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
