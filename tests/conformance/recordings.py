"""What real interpreters printed: expected/TOPIC/NAME.json, one small file a program.

    {"program": DIGEST, "status": {VERSIONS: 1}, "stdout": {VERSIONS: LINES}, "stderr": {VERSIONS: LINES}}

VERSIONS is "3.6-3.10" or "3.6-3.8 3.12": those that agreed on this field. Texts are lists of lines, so that a
change shows as few changed lines; the same results are always written as the same bytes.
"""

import json

import corpus

EXPECTED = corpus.HERE / "expected"
FIELDS = ["status", "stdout", "stderr"]


def path_of(name):
    return EXPECTED / (name + ".json")


def spans(versions):
    """["3.6", "3.7", "3.9"] as "3.6-3.7 3.9"."""
    runs = []
    for index in sorted(map(corpus.VERSIONS.index, versions)):
        if runs and runs[-1][1] == index - 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    return " ".join(corpus.VERSIONS[first] + ("-" + corpus.VERSIONS[last] if last > first else "")
                    for first, last in runs)


def grouped(results, field):
    """VERSIONS to value, in the order of the first version of each."""
    groups = {}
    for version in corpus.VERSIONS:
        if version in results:
            groups.setdefault(json.dumps(results[version][field]), []).append(version)
    return {spans(versions): json.loads(value) for value, versions in groups.items()}


def write(name, digest, results):
    """`results` maps a version to its status, stdout and stderr."""
    content = {"program": digest}
    for field in FIELDS:
        content[field] = {versions: value.split("\n") if isinstance(value, str) else value
                          for versions, value in grouped(results, field).items()}
    path = path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")


def read(name):
    """(digest of the recorded program, version to result); (None, {}) where nothing is recorded."""
    if not path_of(name).exists():
        return None, {}
    content = json.loads(path_of(name).read_text(encoding="utf-8"))
    results = {}
    for field in FIELDS:
        for versions, value in content[field].items():
            text = "\n".join(value) if isinstance(value, list) else value
            for word in versions.split():
                for version in corpus.versions_meant(word):
                    results.setdefault(version, {})[field] = text
    return content["program"], results


def stale(name, path):
    """Why a program has to be recorded, or None."""
    digest, results = read(name)
    if digest is None:
        return "not recorded"
    if digest != corpus.digest(path):
        return "its text is not what was recorded"
    missing = [version for version in corpus.versions_of(name, path) if version not in results]
    return "not recorded for " + spans(missing) if missing else None
