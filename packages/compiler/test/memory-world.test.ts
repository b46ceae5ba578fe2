// Paths in memory mean what they mean on a disk.
import { expect, test } from 'vitest';
import { memoryWorld, withText } from '../src/index.ts';

const world = memoryWorld({ 'a.dio': 'text', 'b.bin': Uint8Array.of(1, 2, 3) });

test.each([
  ['a.dio', 'b.dio', 'b.dio'],
  ['scenes/a.dio', 'b.dio', 'scenes/b.dio'],
  ['scenes/a.dio', './b.dio', 'scenes/b.dio'],
  ['scenes/a.dio', '../b.dio', 'b.dio'],
  ['scenes/a.dio', '../../b.dio', '../b.dio'],
  ['scenes/a.dio', 'x//y/../b.dio', 'scenes/x/b.dio'],
  ['/a/b.dio', '../../../c.dio', '/c.dio'],
  ['scenes/a.dio', '/b.dio', '/b.dio'],
])('in %s, %s is %s', (from, path, expected) => {
  expect(world.resolve(from, path)).toBe(expected);
});

test('texts and bytes are two views of a file', () => {
  expect(world.readText('a.dio')).toBe('text');
  expect(world.readBytes('a.dio', 2)).toEqual(Uint8Array.of(0x74, 0x65));
  expect(world.readBytes('b.bin')).toEqual(Uint8Array.of(1, 2, 3));
  expect(world.readText('c.dio')).toEqual({ unreadable: 'no such file' });
});

test('a text may be laid over a file', () => {
  const overlaid = withText(world, 'a.dio', 'other');
  expect(overlaid.readText('a.dio')).toBe('other');
  expect(world.readText('a.dio')).toBe('text');
  expect(overlaid.readBytes('b.bin')).toEqual(Uint8Array.of(1, 2, 3));
});
