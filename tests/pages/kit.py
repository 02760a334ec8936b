"""Tools of the page writers: escaping, spelling of labels, invented class names, paragraphs. One kit, one page."""

import random
import re
import unicodedata
from dataclasses import dataclass, field
from html import escape

from .escape_html import escaped
from .markup import Markup
from .vocabulary import CLASS_WORDS

NOWHERE = ("#", "#haut", "javascript:void(0)", "javascript:;")
_FIRST_WORD = re.compile(r"(?:&(?!nbsp)#?\w+;|[^ \n&])*")
NO_BREAK_BEFORE = re.compile(r" (?=[;:!?»])|(?<=«) ")


@dataclass(frozen=True)
class Value:
    """What stands behind a label: paragraphs of text, or markup that is ready."""

    paragraphs: tuple[str, ...] = ()
    prose: bool = False
    ready: str = ""

    def __bool__(self) -> bool:
        return bool(self.paragraphs or self.ready)


@dataclass
class Kit:
    """The choices of a page, and the chance that decides what is too small to be a choice."""

    markup: Markup
    rng: random.Random = field(init=False)
    _classes: dict[str, str] = field(default_factory=dict)
    _ids: int = 0

    def __post_init__(self) -> None:
        self.rng = random.Random(self.markup.seed)  # noqa: S311 - pages made up for tests, no secret

    def new_id(self) -> str:
        """Give an id that the page has not used yet."""
        self._ids += 1
        return f"f{self.markup.seed % 997}_{self._ids}"

    def classes(self, role: str) -> str:
        """Give the class attribute of a role: invented for this page, the same wherever the role recurs."""
        kind = self.markup.class_names
        if kind == "none":
            return ""
        if role not in self._classes:
            invented = (
                "-".join(self.rng.sample(CLASS_WORDS, 2)) if kind == "words" else f"x{self.rng.getrandbits(24):06x}"
            )
            self._classes[role] = role if kind == "role" else invented
        return f' class="{self._classes[role]}"'

    def element(self, tag: str, role: str, content: str, attributes: str = "") -> str:
        """Write an element; `role` names what it is for, and gives its class when not empty."""
        classes = self.classes(role) if role else ""
        return f"<{tag}{classes}{attributes}>{content}</{tag}>"

    def escaped(self, text: str, mode: str, *, attribute: bool = False) -> str:
        """Escape text in one of the ways of `data_entities`."""
        return escaped(text, mode, self.rng, attribute=attribute)

    def data(self, text: str, *, attribute: bool = False) -> str:
        """Write typed data: spaces, Unicode form and entities as the page has them."""
        if self.markup.data_spaces == "typographic":
            text = NO_BREAK_BEFORE.sub(lambda _: self.rng.choice("\u00a0\u202f\u00a0"), text)
        elif self.markup.data_spaces == "zero_width" and "@" not in text and "://" not in text:
            text = re.sub(r"(?<=\w{6})(?=\w{3})", lambda _: self.rng.choice(("", "", "\u00ad", "\u200b")), text)
        if self.markup.data_unicode == "nfd":
            text = unicodedata.normalize("NFD", text)
        return self.escaped(text, self.markup.data_entities, attribute=attribute)

    def spelled(self, text: str) -> str:
        """Spell a label as this page does, as plain text."""
        case, apostrophe = self.markup.label_case, self.markup.label_apostrophe
        if case == "upper_ascii":
            text = unicodedata.normalize("NFKD", text.replace("œ", "oe")).encode("ascii", "ignore").decode()
        if case != "verbatim":
            text = text.upper()
        if apostrophe != "straight":
            text = text.replace("'", "’" if apostrophe == "curly" else "")
        return text

    def label(self, text: str, *, verbatim: bool = False, end: bool = True) -> str:
        """Write a label as markup.

        Args:
            text: the label.
            verbatim: keep case and apostrophes, for words that the record keeps.
            end: what the page puts behind its labels (colon, star) may follow.
        """
        markup = self.markup
        if not verbatim:
            text = self.spelled(text)
        if markup.label_space == "nbsp":
            text = text.replace(" ", "\u00a0")
        out = self.escaped(text, markup.label_entities).replace("\u00a0", "&nbsp;")
        if markup.label_space == "wrapped":
            out = out.replace(" ", "\n          ", 1)
        if end and not verbatim:
            out = self._with_extra(out)
        if end and not text.rstrip().endswith(":"):
            out += {"none": "", "colon": " :", "nbsp_colon": "&nbsp;:"}[markup.label_end]
        return out

    def _with_extra(self, label: str) -> str:
        extra = self.markup.label_extra
        if extra == "abbr":
            word = next((word for word in ("ODD", "VSI") if word in label), _FIRST_WORD.findall(label)[0])
            return label.replace(word, f'<abbr title="sigle">{word}</abbr>', 1)
        if extra in {"anchor", "nested"}:
            return f'<a name="{self.new_id()}"></a>{label}' if extra == "anchor" else f"<span>{label}</span>"
        return label + {
            "star": f"<span{self.classes('required')}>*</span>",
            "empty_star": f"<span{self.classes('required')}></span>",
            "help_link": ' <a href="#aide" title="Aide"><img src="/img/aide.png" alt="" /></a>',
        }.get(extra, "")

    def scalar(self, text: str) -> str:
        """Write a value of one line; a line break in a title stays one."""
        return "<br/>".join(self.dead_link(self.data(line)) for line in text.split("\n"))

    def dead_link(self, shown: str) -> str:
        """Put a value into a link that leads nowhere, on pages that have such links."""
        if self.markup.dead_links != "values" or not shown or "<a" in shown or self.rng.random() < 0.4:
            return shown
        return f'<a href="{self.rng.choice(NOWHERE)}">{shown}</a>'

    def paragraph(self, text: str) -> str:
        """Write one paragraph of prose, with the links and emphasis that this page has within prose."""
        words, inline = text.split(" "), self.markup.inline
        if self.markup.dead_links == "words" and self.rng.random() < 0.6:
            at = self.rng.randrange(len(words))
            head, word, tail = (self.data(" ".join(part)) for part in (words[:at], words[at : at + 2], words[at + 2 :]))
            linked = f'<a href="{self.rng.choice(NOWHERE)}">{word}</a>'
            return " ".join(part for part in (head, linked, tail) if part)
        if inline == "links":
            return " ".join(self._linked(word) for word in words)
        if inline != "none" and len(words) > 5:
            bold_labels = self.markup.prose_style in {"p_bold", "p_strong_br", "ul_bold", "bold_br", "nineties"}
            leads = inline == "strong" and not bold_labels and self.rng.random() < 0.3
            start = 0 if leads else self.rng.randint(1, len(words) - 3)
            stop = self.rng.randint(start + 1, len(words) - 1)
            before, inside, after = (
                self.data(" ".join(part)) for part in (words[:start], words[start:stop], words[stop:])
            )
            tag = {"emphasis": self.rng.choice(("em", "i", "u")), "strong": self.rng.choice(("strong", "b"))}.get(
                inline, "span"
            )
            inside = f"<span><span>{inside}</span></span>" if tag == "span" else f"<{tag}>{inside}</{tag}>"
            return self.wrapped(" ".join(part for part in (before, inside, after) if part))
        return self.wrapped(self.data(text))

    def _linked(self, word: str) -> str:
        if word.startswith("http") or "@" in word:
            target = word if word.startswith("http") else f"mailto:{word}"
            return f'<a href="{escape(target)}">{self.data(word)}</a>'
        return self.data(word)

    def wrapped(self, text: str) -> str:
        """Break the source line of a text here and there, which changes nothing for a reader."""
        if self.markup.source_wrap != "wrapped" or "<" in text:
            return text
        return re.sub(r"(?<=[^ ]{3}) (?=[^ ;:!?»])", lambda _: self.rng.choice((" ",) * 8 + ("\n        ",)), text)

    def joined(self, value: Value) -> str:
        """Write a value where only running text may stand: paragraphs cut by `<br>`."""
        if value.ready or not value.prose:
            return value.ready or "".join(self.scalar(line) for line in value.paragraphs)
        breaks = "<br/>\n<br/>\n" if self.markup.paragraph_cut == "brbr" else "<br/>\n"
        return breaks.join(self.paragraph(text) for text in value.paragraphs)

    def flow(self, value: Value) -> str:
        """Write a value where blocks may stand."""
        if value.ready or not value.prose:
            text = self.joined(value)
            wrap = self.markup.scalar_wrap
            out = text if wrap == "none" or value.ready or not text else self.element(wrap, "texte", text)
        else:
            out = self._cut(value)
        return f"\n\t\t\t{out}\n\t\t" if self.markup.source_wrap == "indented" and out and "<pre" not in out else out

    def _cut(self, value: Value) -> str:
        cut = self.markup.paragraph_cut
        if not value.paragraphs or cut in {"br", "brbr"}:
            return self.joined(value)
        if cut == "pre":
            line_end = self.rng.choice(("\n", "\n\n"))
            return f"<pre>{line_end.join(self.data(text) for text in value.paragraphs)}</pre>"
        texts = [self.paragraph(text) for text in value.paragraphs]
        if cut == "li":
            return self.element("ul", "liste", "\n".join(f"<li>{text}</li>" for text in texts))
        if cut == "p_span":
            texts = [f'<span style="font-size:11pt"><span lang="fr">{text}</span></span>' for text in texts]
        blocks = []
        while texts:
            size = self.rng.choice((1, 2, 3)) if cut == "mixed" else 1
            tag = self.rng.choice(("p", "div")) if cut == "mixed" else cut.removesuffix("_span")
            blocks.append(self.element(tag, "", "<br/>".join(texts[:size])))
            del texts[:size]
            if self.rng.random() < 0.15:
                blocks.append(f"<{tag}>&nbsp;</{tag}>")
        return "\n".join(blocks)

    def holder(self, tag: str, role: str, value: Value, attributes: str = "") -> str:
        """Write the element that holds a value: empty, left out or a no-break space when there is none."""
        if value:
            return self.element(
                tag, role, self.joined(value) if tag in {"p", "span", "font"} else self.flow(value), attributes
            )
        kind = self.markup.empty_value
        return "" if kind == "omitted" else self.element(tag, role, "&nbsp;" if kind == "nbsp" else "", attributes)
