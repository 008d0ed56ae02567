"""How Sphinx builds the pages of this folder: `make docs`."""

from checker import __version__

project = "check"
author = "The claim-checker authors"
copyright = author
release = __version__
extensions = ["myst_parser"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "check"
html_show_sphinx = False
html_copy_source = False
highlight_language = "text"
