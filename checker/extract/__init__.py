"""Document to claims: words are data under rules/lexicon, grammar is code here."""
