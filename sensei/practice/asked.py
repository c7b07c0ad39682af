"""What a learner asked for: read from words, checked, or refused with the nearest."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from sensei.errors import SenseiError
from sensei.lesson import slug_in
from sensei.practice.plan import Koan
from sensei.route import names_topic, topic_name
from sensei.wording import command, meant, nearest, setting

MINUTES = 15.0
REPEAT = 5
LONGEST = 600.0
"""Minutes: more is a mistake."""
PICTURES = (".png", ".svg")
MOST = 100
"""New koans, or rounds of one: more is a mistake."""


@dataclass(frozen=True)
class Asked:
    """What a session should be. topic, kata: as typed; empty: all, none."""

    minutes: float = MINUTES
    topic: str = ""
    kata: str = ""
    repeat: int = REPEAT
    new: int = 0
    seed: int = 0
    device: str = "cpu"

    def command(self) -> str:
        """Return what to type for the same, such as `make practice MINUTES=25`."""
        usual = asdict(Asked())
        words = [command("practice")]
        for name, value in asdict(self).items():
            if value != usual[name]:
                said = f"{value:g}" if isinstance(value, float) else str(value)
                words.append(setting(name, said))
        return " ".join(words)

    @classmethod
    def read(cls, text: str) -> Asked:
        """Return what `as_json` gave; what cannot be read is as usual."""
        try:
            return cls(**json.loads(text))
        except (TypeError, ValueError):
            return cls()

    def as_json(self) -> str:
        """Return the same text for the same request."""
        return json.dumps(asdict(self), sort_keys=True)


def minutes(text: str) -> float:
    """Return a number of minutes, or raise SenseiError that says what one is."""
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not 0 < found <= LONGEST:
        raise SenseiError(
            f"MINUTES={text}: a session takes more than 0 and at most {LONGEST:.0f} "
            f"minutes. Say for instance MINUTES={MINUTES:.0f}."
        )
    return found


def whole(name: str, text: str, least: int, most: int = MOST) -> int:
    """Return a whole number from least to most, or raise SenseiError."""
    try:
        found = int(text)
    except ValueError:
        found = least - 1
    if not least <= found <= most:
        raise SenseiError(f"{name}={text}: say a whole number from {least} to {most}.")
    return found


def in_topic(koans: Sequence[Koan], topic: str) -> tuple[Koan, ...]:
    """Return the koans whose topic is, or has in its name, what was asked for.

    Raises SenseiError with the nearest topics where there is none.
    """
    found = tuple(koan for koan in koans if names_topic(koan.topic, topic))
    if found:
        return found
    topics = list(dict.fromkeys(koan.topic for koan in koans))
    words = {part: name for name in topics for part in (name, *name.split("_")[1:])}
    words |= {name.partition("_")[2]: name for name in topics}
    near = [words[word] for word in nearest(topic_name(topic), words)]
    raise SenseiError(f"TOPIC={topic}: there is no such topic. {meant(near)}")


def agree(repeat: str, kata: str, new: int) -> None:
    """Raise SenseiError where options were given that do not go together.

    repeat: as typed; empty: not given.
    """
    if repeat and not kata:
        raise SenseiError(
            f"REPEAT={repeat} goes with KATA only: which koan is to be repeated? Say "
            "for instance KATA=slug, or leave REPEAT out."
        )
    if kata and new:
        raise SenseiError(
            f"KATA={kata} and NEW={new} do not go together: a kata is one koan, again "
            "and again. Leave one of them out."
        )


def picture(text: str) -> Path:
    """Return where a picture goes, or raise SenseiError that says how it may end."""
    found = Path(text)
    if found.suffix not in PICTURES:
        raise SenseiError(
            f"PICTURE={text}: the name ends in {' or '.join(PICTURES)}. Whichever you "
            "say, both are written."
        )
    return found


def kata(koans: Sequence[Koan], name: str, topic: str = "") -> Koan:
    """Return the koan to drill, by its slug or its file.

    Raises SenseiError with the nearest where there is none, or it has no code, or it
    is not of the topic.
    """
    wanted = slug_in(name)
    by_slug = {koan.slug: koan for koan in koans}
    if wanted not in by_slug:
        near = nearest(wanted, by_slug)
        raise SenseiError(f"KATA={name}: there is no such koan. {meant(near)}")
    found = by_slug[wanted]
    if topic and not names_topic(found.topic, topic):
        raise SenseiError(
            f"KATA={name}: this koan is of topic {found.topic}, not of TOPIC={topic}. "
            "Leave TOPIC out."
        )
    if found.kind == "prediction":
        code = [k.slug for k in koans if k.kind != "prediction"]
        same = [k.slug for k in koans if k.slug in code and k.topic == found.topic]
        raise SenseiError(
            f"KATA={name}: this koan asks for a prediction, and to repeat it is to "
            f"learn a number by heart. {meant((same or code)[:3])}"
        )
    return found
