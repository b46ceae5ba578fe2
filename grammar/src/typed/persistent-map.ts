// A map from names that is never changed: setting gives a new map that shares all but a path with the old one.

/** A node of a tree ordered by key and, from the root down, by falling hash: balanced without rotations to remember. */
export interface PersistentMap<V> {
  readonly key: string;
  readonly hash: number;
  readonly value: V;
  readonly left: PersistentMap<V> | undefined;
  readonly right: PersistentMap<V> | undefined;
}

export function get<V>(map: PersistentMap<V> | undefined, key: string): V | undefined {
  let at = map;
  while (at !== undefined && at.key !== key) at = key < at.key ? at.left : at.right;
  return at?.value;
}

export function set<V>(map: PersistentMap<V> | undefined, key: string, value: V): PersistentMap<V> {
  return insert(map, key, hashOf(key), value);
}

function insert<V>(map: PersistentMap<V> | undefined, key: string, hash: number, value: V): PersistentMap<V> {
  if (map === undefined) return { key, hash, value, left: undefined, right: undefined };
  if (map.key === key) return { ...map, value };
  if (key < map.key) {
    const left = insert(map.left, key, hash, value);
    if (left.hash <= map.hash) return { ...map, left };
    return { ...left, right: { ...map, left: left.right } };
  }
  const right = insert(map.right, key, hash, value);
  if (right.hash <= map.hash) return { ...map, right };
  return { ...right, left: { ...map, right: right.left } };
}

/** The entries by ascending key. */
export function* entries<V>(map: PersistentMap<V> | undefined): Generator<readonly [string, V]> {
  if (map === undefined) return;
  yield* entries(map.left);
  yield [map.key, map.value];
  yield* entries(map.right);
}

/** FNV-1a, mixed once more so that names which differ in their last letter lie far apart. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
