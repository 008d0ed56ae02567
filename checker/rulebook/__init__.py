"""Shape and loading of rules/: rules and lexicon."""
