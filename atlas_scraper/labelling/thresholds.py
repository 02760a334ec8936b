"""Every number by which a line is judged to be a label, in one place: its reason, and the sample that needs it.

They weigh signs against each other, so one is never changed alone: `python -m tests.pages 500 --hard` measures.
"""

# ---- how sure a candidate is by itself (labels, cutting)
LONGEST_LABEL = 200
"""Characters of a label, with room for a post's name; a longer line is prose. `prose-that-reads-like-labels`."""
LONGEST_UNLISTED = 120
"""Characters of a label that nobody has listed. `unlisted-section-and-column`."""
RUNS_OF_A_LABEL = 6
"""Stretches into which required marks and `<abbr>` may cut a label. `state-design-system`."""
RUNS_OF_A_HEADER = 8
"""Stretches into which the name of a column at the head of a card's cell or line may be cut. No sample has cards."""
LONG_COLUMN_NAME = 12
"""Folded letters from which a column's name tells a table by itself; `Nom` does not. `columns-in-another-order`."""
MOST_NAMED = 0.6
"""Share of a header's cells that must be known where all are short. `whole-page-html`."""

# ---- what a candidate is worth (assign), in the unit of one step of evidence
WORTH_OF_A_LETTER = 0.1
"""A long label is less often met in prose than a short one. `prose-that-reads-like-labels`."""
LETTERS_THAT_COUNT = 40
"""Letters beyond these make a label no surer. `whole-page-html`."""
LOSS_OF_A_LINK = 1.5
"""What a candidate in a link loses: it is most likely an entry of a menu. `read-only-form`."""
FEWEST_CLOSED = 3
"""Labels that only one line can be and that end with a colon, before lines without one are distrusted. No sample."""
MOST_OPEN = 0.2
"""Share of those labels that may end without a colon on such a page. No sample writes so."""
LOSS_OF_A_COLON = 2.5
"""What a line without a colon loses on such a page. No sample writes so."""
GAIN_OF_A_VALUE = 0.5
"""What a candidate gains when something other than a label follows it. `read-only-form`."""
WORTH_OF_A_MARK = 4.0
"""What a candidate gains that is marked as only labels are. `prose-that-reads-like-labels`."""
COMMON_MARK = 6
"""Lines with a mark from which its purity means something. `prose-that-reads-like-labels`."""
IMPURE = 0.15
"""Share of labels among a common mark's lines below which it marks prose. `prose-that-reads-like-labels`."""
LEFT_OF_PROSE = 0.1
"""What is left of the evidence of a candidate that is marked as prose. `prose-that-reads-like-labels`."""
RIVAL_WORTH = 0.6
"""Share of the best worth at which the first label of a variant counts as one. `newest-generation-sdgs`."""
FEWEST_OUTSIDE = 3
"""Labels outside the landmarks of the site from which those inside are a menu's. `state-design-system`."""
FEWEST_IN_MENU = 4
"""Labels in a row with nothing between them that may be a menu: as many fields in a row may be empty. No sample."""
SHARE_OF_MENU = 0.6
"""Share of them that must stand elsewhere with something below. Of empty fields none does. No sample."""
ROUNDS = 3
"""Choices made, each with the marks of the last one; a third hardly ever changes anything. `whole-page-html`."""

# ---- how a page marks its labels (marks)
SETS_APART = 0.5
"""Share of labels among the lines of a mark that sets labels apart. `unlisted-section-and-column`."""
FEWEST_MARKED = 2
"""Known labels that must have a mark before it tells anything. `no-contacts`."""
VALUES_MARKED_ALIKE = 0.34
"""Share of the valued labels whose value is marked as labels are, above which the page marks both alike.
`unlisted-section-and-column`: below it, a line so marked behind an empty field is a label of its own."""
FEWEST_VALUES = 2
"""Values below labels of one mark, besides the line in question, that show their mark. `newest-generation-sdgs`."""
FEWEST_STEPS = 3
"""Values of labels of one mark, besides the line in question, that show where values stand. `whole-page-html`."""
RARE_STEP = 0.2
"""Share of the values below which a step to them is an accident. `unlisted-section-and-column`."""
MOST_APART = 0.6
"""Share of the labels that must be set apart before others are distrusted. `prose-that-reads-like-labels`."""

FEWEST_OWN_NAMES = 4
"""Labels of one shape whose names are looked at for what they share. No sample has fields that are named each."""
MOST_OF_ONE_NAME = 0.34
"""Share of the labels of one shape that are marked alike, above which marks tell labels as they are. Idem."""

FEWEST_IN_CAPITALS = 4
"""Labels of one mark, all in capitals, before capitals tell a label. No sample writes so."""
SHORTEST_IN_CAPITALS = 5
"""Characters of a line in capitals that is no acronym. No sample writes so."""

FEWEST_TURNED = 3
"""Labels of one mark that share their box only with what is above them, before that is their value. `whole-page-html`
has none."""

FEWEST_TURNED_THAT_FIT = 2
"""The same where all that stands above is of its label's kind, such as a year. No sample has any."""

FEWEST_OF_OTHER_MARK = 3
"""Labels of one mark in another place than the page's order, as facts behind the texts. No sample has any."""
SHARE_OF_OTHER_MARK = 0.6
"""Of the lines with that mark, how many are such labels; others may be labels that nobody has listed."""

FEWEST_IN_CHORUS = 3
"""Labels beside which the same words stand before those are the site's. No sample has any."""
FEWEST_SURE_IN_CHORUS = 2
"""Those of them that have something else below them as well, so that the words are no value."""
SHARE_OF_CHORUS = 0.5
"""Of the labels marked alike, how many have the words beside them."""
LONGEST_IN_CHORUS = 120
"""Characters."""
LONGEST_SIGN = 60
"""Characters without a letter of a sign beside a label, such as `»`, `[+]` or a rule of dashes. No sample has one."""
FEWEST_SIGNED = 2
"""Texts that begin, or end, with the same such sign before it is the page's: nothing is lost with it. No sample."""
FEWEST_WITH_VALUE_BELOW = 2
"""Labels of one mark whose value stands below them, before a button behind another of that mark is none. No sample."""

FEWEST_WITH_TAIL = 4
"""Labels of one value or a text with the same words or sign behind them, before those are the page's. No sample."""
LONGEST_TAIL = 40
"""Characters of such words, as of `(2000 caractères maximum)`."""
MOST_FOUND_WITHOUT_TAIL = 0.5
"""Share of the labels of one value that a page has, from which words behind them are not looked for."""
MOST_TITLES_FOUND = 0.5
"""The same of the labels of texts and tables, from which words before or behind them are not looked for."""
FEWEST_WITH_HEAD = 4
"""Labels with the same words and a number or a sign before them, before those are the page's. No sample has any."""
LONGEST_HEAD = 24
"""Characters of such words, with the number and the sign."""

FEWEST_IN_COLUMN = 2
"""Labels in a box of their own, before the box beside it is that of their values. No sample has one."""

FEWEST_SIGNS = 2
"""Labels with a sign between them and the value on their line, before the sign is the page's. No sample writes so."""
MOST_WITHOUT_SIGN = 0.4
"""Share of the labels with a value on their line that may lack the page's sign. No sample writes so."""
FEWEST_CUT_AT_SIGNS = 3
"""Labels that stand only before a sign, in lines that nothing else cuts, before those are cut. No sample writes so."""

FEWEST_BESIDE = 3
"""Labels with other words beside them in their element, and no other value, before those are values. No sample."""
FEWEST_BULLETED = 4
"""Labels behind one bullet that stand nowhere else, before it is no sign of a list. No sample writes so."""

FEWEST_OF_FORM = 3
"""Labels in brackets, or before a gap, before other lines written so are cut as labels, too. No sample writes so."""
MOST_OF_NO_FORM = 0.2
"""Share of the labels that may be written otherwise on such a page. No sample writes so."""

FEWEST_ALONE = 2
"""Labels that stand only before a sign, for each that stands elsewhere, too, before that is cut as well. No sample."""

# ---- labels that nobody has listed (unlisted)
FEWEST_ALIKE = 4
"""Labels of a mark that values have as well, before a short line of text so marked may be one. No sample is so."""
SHORT_LABEL = 60
"""Characters of a line of text that may be a label where labels and values are marked alike. No sample is so."""
OPEN_BESIDE_CLOSED = 0.25
"""Known labels without a colon, to those with one, above which a label needs none. `unlisted-section-and-column`."""
PURE = 0.6
"""Share of labels among the lines of a mark, above which one with a colon is a label behind prose too. No sample."""
HEADINGS_AS_VALUES = 0.34
"""Share of a heading's lines that may be values before headings are values here. `state-design-system`."""
HEADINGS_BELOW_LABELS = 0.5
"""The same where the heading stands right below a label. `state-design-system`."""

# ---- lines that read like the label below them (doubtful)
MOST_RIVALS = 20
"""Lines that could be one label; more are no prose. `prose-that-reads-like-labels`."""

FEWEST_SHEETS = 2
"""Sheets that are numbered from the first to the last, before their heads and feet are left out. No sample has any."""
FEWEST_UNCOUNTED_SHEETS = 3
"""The same where none says how many there are."""
MOST_LINES_OF_HEAD = 6
"""Lines before and behind the number of a sheet that its head and foot may have."""
SHARE_OF_DIALOGS = 0.5
"""Of the boxes that open right behind labels, at least, behind which nothing else follows: else they are help."""
SHARE_OF_UNMADE = 0.5
"""Of the choices that are not made and stand before boxes, those that say labels, at least: then all are headings."""
FEWEST_DIALOGS_ALIKE = 2
"""Boxes that open and hold labels, before others that begin as they do are content, too."""

SHORTEST_GLUED = 12
"""Letters of a label to which a sign or a number may be glued; a shorter one may be an author's first word."""

FEWEST_GLUED = 3
"""Labels that are glued to their values, before a converter did it. No sample has any."""

FEWEST_RUN_ON = 4
"""The same where a blank stands between the two, as in any text that begins with a label's words. No sample has any."""

FEWEST_RUN_ON_THAT_FIT = 2
"""Of those, labels whose values are of their kind, such as a year. No sample has any."""

FEWEST_AROUND_VALUES = 4
"""Values beside which the same words stand in an element of their own, before they are the page's."""
SHARE_OF_VALUES = 0.8
"""The same as a share of the values that consist of several stretches."""
SHARE_OF_OWN_LABELS = 0.8
"""Of the labels on a page, those in no link, before a link that says one leads to it: all may be links to a help."""
FEWEST_NOTES = 3
"""Numbers of notes behind values or names that count up, before they are none of them."""
MOST_NOTES_BETWEEN = 9
"""How far such a number may be from the one before: the texts in between may have notes as well."""
FEWEST_HELPED = 2
"""Labels of years, dates and the like that have a line before their value, before what is marked so is a help."""
SHARE_OF_HELPS = 0.8
"""Of the lines so marked, those right below labels, at least."""
LONGEST_HELP = 160
"""Characters of a help; a paragraph that opens a text may be marked of its own, and is longer."""
FEWEST_SIGNS_IN_COLUMN = 2
"""Cells of a column behind which the same sign stands in a link, or raised, before it is the page's."""

FEWEST_CLOSED_ENTRIES = 3
"""Entries of a list of pairs, one or more, before the sign that ends each is the list's."""

SHORTEST_EXCERPT = 12
"""Letters and signs before an ellipsis that begin the text below it, before they are its excerpt. No sample has any."""
MOST_LINES_OF_EXCERPT = 6
"""Lines that an excerpt may say together. No sample has any."""

# ---- what a converter joined (joined_titles)
FEWEST_LAID_OUT = 2
"""Labels below the first cell of a table that show that it lays out labels, so that one ends that cell. No sample."""
