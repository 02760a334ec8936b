"""Pages of the atlas made up at random: what a page states, how it may be written, what a perfect parser reads.

Independent of `atlas_scraper`: nothing here imports it, except the command (`python -m tests.pages`) while it runs.
"""

from .compare import Comparison, compare, differences
from .expected import LOST, expected_record, is_lost, lost
from .facts import Facts
from .facts_strategies import facts_strategy
from .html import render_html
from .make_facts import random_facts
from .markup import Markup, choices_of, markup_strategy, random_markup
from .page import Page, make_page
from .text import render_flat, render_pipe
from .text_options import TextOptions, random_text_options, text_options_strategy

__all__ = [
    "LOST",
    "Comparison",
    "Facts",
    "Markup",
    "Page",
    "TextOptions",
    "choices_of",
    "compare",
    "differences",
    "expected_record",
    "facts_strategy",
    "is_lost",
    "lost",
    "make_page",
    "markup_strategy",
    "random_facts",
    "random_markup",
    "random_text_options",
    "render_flat",
    "render_html",
    "render_pipe",
    "text_options_strategy",
]
