"""What on a page belongs to the site and not to the partnership, ignored by name.

The room before this one knows the parts of a site that the markup names (navigation, header, footer). Here
the labels tell the rest: what stands outside the smallest element that holds them all is around the content.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import takewhile

from atlas_scraper.labelling.items import Item
from atlas_scraper.sections.site_words import is_action, name_of_site_line, says_empty


def ignore_chrome(items: Sequence[Item], labels: Collection[int]) -> None:
    """Ignore, by name, what belongs to the site around the content.

    Args:
        items: the items of the page.
        labels: where its labels are.
    """
    if not labels:
        return
    root = _common([items[number].block.path for number in labels])
    in_chrome = sum(bool(items[number].block.landmark) for number in labels)
    first, last = min(labels), max(labels)
    for number, item in enumerate(items):
        if item.block.landmark and not in_chrome:
            item.give("ignored", item.block.landmark)
        elif item.block.path[: len(root)] != root:
            item.give("ignored", "outside the content")
        elif number < first and (name := name_of_site_line(item.text)):
            item.give("ignored", name)
        elif says_empty(item.text):
            item.give("ignored", "empty table")
        elif (
            number not in labels
            and is_action(item.text)
            and ((number > last and item.block.path) or _is_interactive(item))
        ):
            item.give("ignored", "site chrome")


def _is_interactive(item: Item) -> bool:
    return bool(item.runs) and all(run.interactive for run in item.runs if run.text.strip())


def _common(paths: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    """Give the path of the smallest element that holds all paths."""
    levels = zip(*paths, strict=False)
    return tuple(level[0] for level in takewhile(lambda level: len(set(level)) == 1, levels))
