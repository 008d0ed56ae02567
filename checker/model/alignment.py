"""How two claims relate, field by field."""

from checker.model.base import Frozen
from checker.model.relation import Relation


class Alignment(Frozen):
    """The relations of the first claim to the second, in the order of the gates, each with its reason.

    Fields: modality, kind, measure, unit, population, place, time, event, speaker, link, document, narrowing
    (whether one names a part of a population on purpose), wording (whether one passage copies the other), value.
    """

    first: str
    second: str
    fields: dict[str, tuple[Relation, str]]

    def reversed(self) -> "Alignment":
        """The relations of the second claim to the first."""
        fields = {name: (relation.inverse, reason) for name, (relation, reason) in self.fields.items()}
        return Alignment(first=self.second, second=self.first, fields=fields)

    def relation(self, field: str) -> Relation:
        """The relation of one field; unknown where it was not compared."""
        return self.fields.get(field, (Relation.UNKNOWN, ""))[0]
