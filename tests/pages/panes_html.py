"""Tabs: a list of names, and a pane for each, of which one is shown until a script shows another."""

from collections.abc import Sequence

from .kit import Kit

_HIDDEN = {
    "display_none": ' style="display: none;"',
    "aria_hidden": ' aria-hidden="true"',
    "hidden": " hidden",
    "rule": ' class="onglet-ferme"',
}


def in_panes(kit: Kit, tabs: Sequence[tuple[str, str]]) -> str:
    """Write tabs, each a name and the content of its pane; nothing but the tab says the pane's name.

    What ties a pane to its tab is one of three: the pane's `aria-labelledby`, the tab's `aria-controls`, or the
    tab's link to the pane's id.
    """
    way, names, panes = kit.markup.pane_named, [], []
    chosen = kit.rng.randrange(len(tabs))
    for number, (name, content) in enumerate(tabs):
        tab, pane = kit.new_id(), kit.new_id()
        selected = ' aria-selected="true"' if number == chosen else ' aria-selected="false"'
        names.append(
            {
                "labelledby": f'<a role="tab" id="{tab}"{selected}>{name}</a>',
                "controls": f'<button type="button" role="tab" aria-controls="{pane}"{selected}>{name}</button>',
                "href": f'<a href="#{pane}">{name}</a>',
            }[way]
        )
        tie = f' aria-labelledby="{tab}"' if way == "labelledby" else f' id="{pane}"'
        hidden = "" if number == chosen else _HIDDEN[kit.markup.pane_hidden]
        panes.append(f'<div role="tabpanel"{tie}{hidden}>\n{content}\n</div>')
    role = "" if way == "href" else ' role="tablist"'
    items = "".join(f"<li>{name}</li>" for name in names)
    rule = "<style>.onglet-ferme { display: none }</style>\n" if kit.markup.pane_hidden == "rule" else ""
    return f"{rule}<ul{role}>{items}</ul>\n" + "\n".join(panes)
