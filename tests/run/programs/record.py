"""Records what CPython 3.12 prints for the programs here: record.py PYTHON [NAME]..."""
import os
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent
names = sys.argv[2:] or sorted(p.stem for p in here.glob('*.py') if p.stem != 'record')
for name in names:
    ran = subprocess.run([sys.argv[1], here / f'{name}.py'], capture_output=True, text=True,
                         env={**os.environ, 'PYTHONHASHSEED': '0'})
    assert not ran.stderr, ran.stderr
    (here / f'{name}.txt').write_text(ran.stdout)
