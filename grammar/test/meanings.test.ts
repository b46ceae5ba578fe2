// The table of meanings and the grammar have the same places.
import { expect, test } from 'vitest';
import { type Node, theNetwork } from '../src/machine/network.ts';
import { MEANINGS } from '../src/typed/meanings.ts';

test('every place of the grammar has a meaning, and every meaning a place', () => {
  const places = new Set<string>();
  const seen = new Set<Node>();
  const visit = (node: Node) => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'fork') for (const branch of node.branches) visit(branch);
    if (node.kind !== 'call' && node.kind !== 'token') return;
    const name = node.kind === 'call' ? node.callee : node.token;
    places.add(`${node.rule} ${name}${node.occurrence === 0 ? '' : node.occurrence}`);
    visit(node.next);
  };
  for (const entry of theNetwork().entries.values()) visit(entry);
  const meant = Object.entries(MEANINGS).flatMap(([rule, { calls = {}, tokens = {} }]) =>
    Object.keys({ ...calls, ...tokens }).map((name) => `${rule} ${name}`),
  );
  expect(meant.sort()).toEqual([...places].sort());
});
