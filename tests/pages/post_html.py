"""The block of the diplomatic post: its title with the post's name in quotes, then two roles and their contacts."""

from .items import PostBlock
from .kit import Kit, Value
from .labels import EMAIL_LABEL, POST_TITLE
from .labels_html import Labelled, write_pairs
from .tables_html import titled

OWN_STYLES = ("heading_p", "block_br", "spans", "table")


def _title(kit: Kit, name: str) -> str:
    before, after = (kit.label(part.strip(), end=False) if part.strip() else "" for part in POST_TITLE.split('"{}"'))
    quoted = kit.data(name)
    quoted = {
        "straight": f'"{quoted}"',
        "entity": f"&quot;{quoted}&quot;",
        "guillemets": f"«&nbsp;{quoted}&nbsp;»",
        "element": f'<strong>"{quoted}"</strong>',
    }[kit.markup.post_quote]
    return f"{before} {quoted}{after}"


def _email(kit: Kit, email: str | None) -> str:
    if not email:
        return ""
    shown = kit.data(email)
    if kit.markup.email_form == "mailto":
        return f'<a href="mailto:{email.replace("[at]", "@") if kit.markup.seed % 2 else email}">{shown}</a>'
    shown = kit.dead_link(shown)
    return f"<span>{shown}</span>" if kit.markup.email_form == "span" else shown


def write_post(kit: Kit, block: PostBlock) -> str:
    """Write the block."""
    style = kit.markup.post_style
    body = _own(kit, block, style) if style in OWN_STYLES else _pairs(kit, block, style)
    way = kit.markup.table_title
    if way in {"caption", "first_row", "as_label"}:
        way = "heading"
    return titled(kit, _title(kit, block.post.name), body, way)


def _pairs(kit: Kit, block: PostBlock, style: str) -> str:
    out: list[str] = []
    run: list[Labelled] = []
    for contact in block.post.contacts:
        if contact.absent:
            if run:
                out.append(write_pairs(kit, style, run))
                run = []
            out.append(f"<p>{kit.data(contact.absent)}</p>")
            continue
        if contact.role:
            name = Value((contact.name,) if contact.name else ())
            run.append((kit.label(contact.role, verbatim=True), name))
        address = Value((contact.email,) if contact.email else ())
        if contact.email and style not in {"label_input", "plain"}:
            is_text = kit.markup.email_form == "text" and kit.markup.dead_links != "values"
            address = address if is_text else Value(ready=_email(kit, contact.email))
        run.append((kit.label(EMAIL_LABEL), address))
    if run:
        out.append(write_pairs(kit, style, run))
    return "\n".join(out)


def _own(kit: Kit, block: PostBlock, style: str) -> str:
    parts = []
    for contact in block.post.contacts:
        role = kit.label(contact.role, verbatim=True) if contact.role else ""
        name, address = (
            kit.dead_link(kit.data(contact.name or "")),
            f"{kit.label(EMAIL_LABEL)} {_email(kit, contact.email)}".strip(),
        )
        if style == "table":
            cells = [kit.data(contact.absent), "", ""] if contact.absent else [role, name, address]
            parts.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
        elif contact.absent:
            parts.append(f"<p>{kit.data(contact.absent)}</p>")
        elif style == "heading_p":
            level = "h4" if kit.markup.heading in {"h2", "h3"} else "h6"
            head = f"<{level}>{role}</{level}>\n" if role else ""
            parts.append(f"{head}{f'<p>{name}</p>' if name else ''}\n<p>{address}</p>")
        elif style == "block_br":
            parts.append("<p>" + "<br/>\n".join(line for line in (role, name, address) if line) + "</p>")
        else:
            label, shown = kit.label(EMAIL_LABEL), _email(kit, contact.email)
            first = f"<div><span>{role}</span> <span>{name}</span></div>\n" if role else ""
            parts.append(f"{first}<div><span>{label}</span> <span>{shown}</span></div>")
    body = "\n".join(parts)
    return f"<table>\n{body}\n</table>" if style == "table" else body
