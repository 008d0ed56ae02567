"""The discrepancy report as one page of HTML that needs nothing else: no network, no script to be read.

`index` looks things up, `cards` shows findings, `facts` what is said of each thing, `texts` the reports with their
claims marked, `strip` and `course` lay out the pictures, `page` puts it together; the templates draw.
"""

from checker.report.html.page import render_html

__all__ = ["render_html"]
