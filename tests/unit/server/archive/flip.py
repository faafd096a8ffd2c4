"""Flips one byte of a copy of a bag, at seeded places, and asks the verifier: flip.py BAG PLACES SEED"""
import importlib.util
import os
import random
import shutil
import sys
import tempfile

bag, places, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
spec = importlib.util.spec_from_file_location('verify', os.path.join(bag, 'verify.py'))
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
chance = random.Random(seed)
with tempfile.TemporaryDirectory() as folder:
    copy = os.path.join(folder, 'bag')
    shutil.copytree(bag, copy)
    if verify.check(copy):
        sys.exit('the bag is not whole before')
    sizes = [(path, os.path.getsize(os.path.join(copy, path))) for path in sorted(verify.files_below(copy))]
    total, found = sum(size for _, size in sizes), 0
    for _ in range(places):
        at, change = chance.randrange(total), chance.randrange(1, 256)
        for path, size in sizes:
            if at < size:
                break
            at -= size
        with open(os.path.join(copy, path), 'r+b') as file:
            file.seek(at)
            byte = file.read(1)[0]
            file.seek(at)
            file.write(bytes([byte ^ change]))
            file.flush()
            problems = verify.check(copy)
            found += 1 if problems else 0
            if not problems:
                print('not found:', path, at, change)
            file.seek(at)
            file.write(bytes([byte]))
    print('%d of %d found' % (found, places))
