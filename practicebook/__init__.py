"""Practicebook: a folder of Markdown files becomes a knowledge base people can trust.

The modules form a staircase; each imports only from lower steps:

0 problems, project, language, plain_yaml · 1 rules · 2 vocabulary · 3 models ·
4 drafts, markdown, catalogue · 5 checks · 6 history, new · 7 search, pages, exports, report ·
8 site, serving, build_index (at the top level) · 9 cli
"""

__version__ = "0.1.0"
