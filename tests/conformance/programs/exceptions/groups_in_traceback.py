"""Groups inside of groups, chains inside of them, notes, and more exceptions than are shown."""
try:
    ExceptionGroup
except NameError:
    raise SystemExit("groups came with 3.11")


def failing(number):
    try:
        return 1 // number
    except ZeroDivisionError as error:
        raise ValueError("number %d\nis wrong" % number) from error


def collect(actions):
    errors = []
    for action in actions:
        try:
            action()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("%d failed" % len(errors), errors)


def deep(levels):
    group = ExceptionGroup("innermost", [KeyError(levels)])
    for level in range(levels):
        group = ExceptionGroup("level %d" % level, [group, OSError(level)])
    return group


note = TypeError("noted")
note.add_note("first note")
note.add_note("second note\nof two lines")
many = ExceptionGroup("many", [ValueError(i) for i in range(18)])
many.add_note("about the many")
try:
    collect([lambda: failing(0), lambda: {}["key"], lambda: collect([lambda: [][1]])])
except ExceptionGroup as group:
    raise ExceptionGroup("all", [group, note, many, deep(12), ExceptionGroup("again", [note])]) from KeyError("cause")
