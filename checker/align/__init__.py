"""How claims relate: blocking keys of single claims, and the relations of pairs, field by field.

The functions stand in `keys`, `compare` and one module for each field.
"""
