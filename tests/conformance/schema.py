"""Checks a JSON value against a JSON Schema: the part of draft-07 that assets/schemas/trace.schema.json uses.

A schema with another keyword is refused, so that nothing in it goes unchecked.
"""

import re

SILENT = {"$schema", "title", "description", "examples", "definitions", "default"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}


class Schema:
    def __init__(self, root):
        self.root = root
        self.known = {}  # by the id of a part of the schema: the checks that it asks for

    def problems(self, value, schema=None, place="$"):
        """What is wrong with a value, each with its place."""
        for check, asked, whole in self.checks(self.root if schema is None else schema):
            yield from check(self, value, asked, whole, place)

    def checks(self, schema):
        if id(schema) not in self.known:
            self.known[id(schema)] = [(CHECKS[word], asked, schema) for word, asked in schema.items()
                                      if word not in SILENT]
        return self.known[id(schema)]

    def holds(self, value, schema, place):
        return next(self.problems(value, schema, place), None) is None

    def follow(self, value, asked, _, place):
        yield from self.problems(value, self.root["definitions"][asked.rpartition("/")[2]], place)

    def type(self, value, asked, _, place):
        if not isinstance(value, TYPES[asked]) or (asked == "integer" and isinstance(value, bool)):
            yield "%s: %.60r is no %s" % (place, value, asked)

    def const(self, value, asked, _, place):
        if value != asked or type(value) is not type(asked):
            yield "%s: %.60r is not %r" % (place, value, asked)

    def enum(self, value, asked, _, place):
        if not any(value == one and type(value) is type(one) for one in asked):
            yield "%s: %.60r is none of %r" % (place, value, asked)

    def one_of(self, value, asked, _, place):
        fitting = sum(self.holds(value, one, place) for one in asked)
        if fitting != 1:
            yield "%s: %.60r fits %d of %d forms" % (place, value, fitting, len(asked))

    def required(self, value, asked, _, place):
        for name in asked:
            if isinstance(value, dict) and name not in value:
                yield "%s: %s is missing" % (place, name)

    def properties(self, value, asked, _, place):
        for name in value if isinstance(value, dict) else ():
            if name in asked:
                yield from self.problems(value[name], asked[name], place + "." + name)

    def others(self, value, asked, whole, place):
        for name in value if isinstance(value, dict) else ():
            if name in whole.get("properties", ()):
                continue
            if asked is False:
                yield "%s: what is %s?" % (place, name)
            else:
                yield from self.problems(value[name], asked, place + "." + name)

    def items(self, value, asked, _, place):
        for number, item in enumerate(value if isinstance(value, list) else ()):
            one = asked if isinstance(asked, dict) else asked[number] if number < len(asked) else {}
            yield from self.problems(item, one, "%s[%d]" % (place, number))

    def least(self, value, asked, _, place):
        if isinstance(value, (int, float)) and value < asked:
            yield "%s: %r is less than %r" % (place, value, asked)

    def shortest(self, value, asked, _, place):
        if isinstance(value, list) and len(value) < asked:
            yield "%s: fewer than %d items" % (place, asked)

    def longest(self, value, asked, _, place):
        if isinstance(value, list) and len(value) > asked:
            yield "%s: more than %d items" % (place, asked)

    def pattern(self, value, asked, _, place):
        if isinstance(value, str) and not re.search(asked, value):
            yield "%s: %.60r does not match %s" % (place, value, asked)


CHECKS = {"$ref": Schema.follow, "type": Schema.type, "const": Schema.const, "enum": Schema.enum,
          "oneOf": Schema.one_of, "required": Schema.required, "properties": Schema.properties,
          "additionalProperties": Schema.others, "items": Schema.items, "minimum": Schema.least,
          "minItems": Schema.shortest, "maxItems": Schema.longest, "pattern": Schema.pattern}
