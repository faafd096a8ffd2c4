#!/usr/bin/env python3
"""Checks an archive of a public notice board (gongkailan). Needs Python 3 and nothing else.

    python3 verify.py [--signatures] [FOLDER]        FOLDER is where this file lies, when left out

It shows that nothing was added, left out or changed, in three steps:
1. manifests: each file has the SHA-256 that manifest-sha256.txt gives, and no file is missing or added (BagIt, RFC 8493);
2. log: the lines of each data/log/.../leaves.txt give the Merkle root (RFC 6962) in checkpoint.txt, each text in
   bodies.txt is the one its line names, and each attachment named is there;
3. signatures: each checkpoint is signed (Ed25519, RFC 8032) by the township's key, which is named in the very first
   record. With --signatures, the signature of each single record by its author's device is checked too (slow).
Step 1 can be done by hand: sha256sum -c manifest-sha256.txt
Somebody who takes a whole log away and makes the manifests again leaves no trace in the bag. The fingerprint at the end stands
for every byte of the bag: compare it with the one that was written down when the bag was made.
"""
import base64
import hashlib
import json
import os
import sys


def sha(data):
    return hashlib.sha256(data).digest()


def read(*path):
    with open(os.path.join(*path), 'rb') as file:
        return file.read()


# Ed25519 (RFC 8032): points (X, Y, Z, T) of the curve.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def point(data):
    y = int.from_bytes(data, 'little')
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, p):
    sum_ = (0, 1, 1, 0)
    while number:
        if number & 1:
            sum_ = add(sum_, p)
        p, number = add(p, p), number >> 1
    return sum_


BASE = point(bytes([0x58]) + b'\x66' * 31)


def signed(key, message, signature):
    a, r = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], 'little')
    if len(signature) != 64 or a is None or r is None or s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), 'little') % ORDER
    p, q = times(s, BASE), add(r, times(h, a))
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def root(leaves):
    """The Merkle root of RFC 6962."""
    level = [sha(b'\0' + leaf) for leaf in leaves]
    while len(level) > 1:
        pairs = [sha(b'\1' + level[i] + level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = pairs + level[len(pairs) * 2:]
    return level[0] if level else sha(b'')


def files_below(folder):
    for where, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(where, name), folder).replace(os.sep, '/')


def manifest(bag, name, problems):
    """The files a manifest names, each compared with it."""
    named = set()
    text = read(bag, name)
    for line in text.split(b'\n')[:-1]:
        try:
            digest, path = line.decode().split('  ', 1)
            if path in named or '..' in path or path.startswith('/'):
                raise ValueError
            named.add(path)
            if sha(read(bag, path)).hex() != digest:
                problems.append('改过 changed: ' + path)
        except (ValueError, OSError):
            problems.append('缺失或读不出来 missing or unreadable: %s: %r' % (name, line))
    if not text.endswith(b'\n'):
        problems.append('清单被截断 cut short: ' + name)
    return named


def check_manifests(bag):
    problems = []
    try:
        payload = manifest(bag, 'manifest-sha256.txt', problems)
        tags = manifest(bag, 'tagmanifest-sha256.txt', problems) | {'tagmanifest-sha256.txt'}
    except OSError:
        return ['没有清单 there is no manifest']
    if 'manifest-sha256.txt' not in tags:
        problems.append('清单没有登记 manifest-sha256.txt is not listed')
    there = set(files_below(bag))
    problems += ['多出来 added: ' + path for path in sorted(there - payload - tags)]
    problems += ['缺失 missing: ' + path for path in sorted((payload | tags) - there)]
    return problems


def check_stream(bag, stream, key, absent, every_signature):
    problems = []
    folder = os.path.join(bag, 'data', 'log', stream)
    leaves = read(folder, 'leaves.txt').split(b'\n')[:-1]
    bodies = read(folder, 'bodies.txt').split(b'\n')[:-1]
    text, _, below = read(folder, 'checkpoint.txt').partition(b'\n\n')
    text += b'\n'
    origin, size, top = text.split(b'\n')[:3]
    if origin.decode() != 'gongkailan/' + stream or int(size) != len(leaves) or len(bodies) != len(leaves):
        problems.append('条数对不上 wrong number of records: ' + stream)
    if base64.b64decode(top) != root(leaves):
        problems.append('树根对不上 the Merkle root does not fit: ' + stream)
    signatures = [base64.b64decode(line.split(b' ')[2])[4:] for line in below.split(b'\n')[:-1]
                  if line.split(b' ')[1] == origin]
    if not any(signed(key, text, one) for one in signatures):
        problems.append('簿头不是这个乡镇签的 the checkpoint is not signed by the township: ' + stream)
    for number, (leaf, body) in enumerate(zip(leaves, bodies)):
        _, signature, header = leaf.split(b' ', 2)
        fields = json.loads(header)
        if every_signature and not signed(bytes.fromhex(fields['author']), b'gongkailan/v1/event\n' + header,
                                          bytes.fromhex(signature.decode())):
            problems.append('签名不对 wrong signature: %s %d' % (stream, number))
        if body == b'':  # Erased by law: the line stays and shows that it was there.
            continue
        if sha(body).hex() != fields['body']:
            problems.append('正文对不上 not the text that was signed: %s %d' % (stream, number))
        for file in fields['files']:
            if file['hash'] not in absent and not os.path.exists(os.path.join(bag, 'data', 'files', file['hash'])):
                problems.append('缺附件 attachment missing: ' + file['hash'])
    return problems


def check_log(bag, every_signature=False):
    log = os.path.join(bag, 'data', 'log')
    streams = sorted(path[:-len('/leaves.txt')] for path in files_below(log) if path.endswith('/leaves.txt'))
    registry = next(one for one in streams if one.endswith('/registry'))
    key = bytes.fromhex(json.loads(read(log, registry, 'bodies.txt').split(b'\n')[0])['logKey'])
    founding = read(log, registry, 'leaves.txt').split(b'\n')[0].split(b' ', 2)[2]
    if sha(founding).hex()[:32] != registry.split('/')[0]:
        return ['第一条记录不是这个乡镇的 the first record is not of this township']
    absent = set(read(bag, 'data', 'files-absent.txt').decode().split())
    problems = []
    for stream in streams:
        problems += check_stream(bag, stream, key, absent, every_signature)
    for name in files_below(os.path.join(bag, 'data', 'files')):
        if sha(read(bag, 'data', 'files', name)).hex() != name:
            problems.append('附件对不上 attachment changed: ' + name)
    return problems


def check(bag, every_signature=False):
    """All problems found; an empty list: nothing was added, left out or changed."""
    try:
        return check_manifests(bag) or check_log(bag, every_signature)
    except Exception as error:  # Whatever cannot be read has been damaged.
        return ['读不出来 cannot be read: %r' % error]


if __name__ == '__main__':
    given = [one for one in sys.argv[1:] if one != '--signatures']
    bag_folder = given[0] if given else os.path.dirname(os.path.abspath(__file__))
    found = check(bag_folder, '--signatures' in sys.argv)
    print('\n'.join(found) or '✓ 没有增加、遗漏或改动 nothing was added, left out or changed')
    if not found:
        print('指纹 fingerprint: ' + sha(read(bag_folder, 'tagmanifest-sha256.txt')).hex())
    sys.exit(1 if found else 0)
