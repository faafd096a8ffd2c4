"""Damages copies of a bag at seeded places, one at a time, and asks its own verifier each time: damage.py BAG SEED TIMES

Ways of damage, each TIMES times (those that take a file or a record apart a tenth as often):
- one byte of any file;
- a file added, removed, renamed, or swapped with another;
- by somebody who makes the manifests again: one byte of a log or an attachment; a record left out, doubled, or swapped.
Prints a line for each way, and each place that was not found. Exit code 1: something was not found.
"""
import importlib.util
import os
import random
import shutil
import sys
import tempfile

bag, seed, times = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
spec = importlib.util.spec_from_file_location('verify', os.path.join(bag, 'verify.py'))
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
chance = random.Random(seed)


def put(copy, path, data):
    with open(os.path.join(copy, path), 'wb') as file:
        file.write(data)


def remake(copy):
    """The manifests again, as somebody would who wants to hide what he did."""
    for name in ('manifest-sha256.txt', 'tagmanifest-sha256.txt'):
        paths = [line.split('  ', 1)[1] for line in verify.read(copy, name).decode().split('\n')[:-1]]
        lines = ['%s  %s\n' % (verify.sha(verify.read(copy, path)).hex(), path) for path in paths]
        put(copy, name, ''.join(lines).encode())


def flipped(copy, paths):
    sizes = [(path, os.path.getsize(os.path.join(copy, path))) for path in paths]
    at, change = chance.randrange(sum(size for _, size in sizes)), chance.randrange(1, 256)
    for path, size in sizes:
        if at < size:
            break
        at -= size
    data = bytearray(verify.read(copy, path))
    data[at] ^= change
    put(copy, path, data)
    return '%s at %d' % (path, at)


def added(copy, paths):
    folder = os.path.dirname(chance.choice(paths))
    path = os.path.join(folder, 'added-%d.txt' % chance.randrange(1000))
    put(copy, path, b'')
    return path


def removed(copy, paths):
    path = chance.choice(paths)
    os.remove(os.path.join(copy, path))
    return path


def renamed(copy, paths):
    path = chance.choice(paths)
    os.rename(os.path.join(copy, path), os.path.join(copy, path + 'x'))
    return path


def swapped(copy, paths):
    one = chance.choice(paths)
    data = verify.read(copy, one)
    other = chance.choice([path for path in paths if verify.read(copy, path) != data])
    put(copy, one, verify.read(copy, other))
    put(copy, other, data)
    return '%s and %s' % (one, other)


def of_record(change):
    """The same done to the lines of leaves and bodies of one log."""
    def way(copy, paths):
        logs = [path[:-10] for path in paths if path.endswith('leaves.txt')]
        stream = chance.choice([log for log in logs if verify.read(copy, log + 'leaves.txt').count(b'\n') > 1])
        lines = {name: verify.read(copy, stream + name).split(b'\n')[:-1] for name in ('leaves.txt', 'bodies.txt')}
        at = chance.randrange(len(lines['leaves.txt']))
        for name, all_lines in lines.items():
            put(copy, stream + name, b''.join(line + b'\n' for line in change(all_lines, at)))
        return '%s #%d' % (stream, at)
    return way


left_out = of_record(lambda lines, at: lines[:at] + lines[at + 1:])
doubled = of_record(lambda lines, at: lines[:at] + [lines[at]] + lines[at:])
exchanged = of_record(lambda lines, at: [lines[at]] + lines[1:at] + [lines[0]] + lines[at + 1:]
                      if at else lines[1:] + lines[:1])

WAYS = [
    ('a byte', flipped, False, times),
    ('a file added', added, False, times // 10),
    ('a file removed', removed, False, times // 10),
    ('a file renamed', renamed, False, times // 10),
    ('two files swapped', swapped, False, times // 10),
    ('a byte, manifests made again', flipped, True, times // 10),
    ('a record left out, manifests made again', left_out, True, times // 10),
    ('a record doubled, manifests made again', doubled, True, times // 10),
    ('two records swapped, manifests made again', exchanged, True, times // 10),
]

missed = 0
with tempfile.TemporaryDirectory() as folder:
    if verify.check(bag):
        sys.exit('the bag is not whole before')
    everything = sorted(verify.files_below(bag))
    records = [path for path in everything if path.startswith(('data/log/', 'data/files/'))]
    for name, way, forged, count in WAYS:
        found = tried = 0
        while tried < count:
            copy = os.path.join(folder, 'bag')
            shutil.copytree(bag, copy)
            place = way(copy, records if forged else everything)
            if forged:
                remake(copy)
                if verify.check_manifests(copy):
                    sys.exit('the forged manifests do not fit')
            tried += 1
            if verify.check(copy):
                found += 1
            else:
                print('not found: %s: %s' % (name, place))
            shutil.rmtree(copy)
        missed += tried - found
        print('%s: %d of %d found' % (name, found, tried))
sys.exit(1 if missed else 0)
