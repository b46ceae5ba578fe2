// What is said where there is no Blender, and of files that are no passes.
import { execPath } from 'node:process';
import { expect, test } from 'vitest';
import { readExr } from '../src/blender/read-exr.ts';
import { findBlender, openBlender } from '../src/index.ts';

test.each([
  [{ PATH: '/nowhere' }, /^no blender on the PATH, and DIORAMA_BLENDER names none$/],
  [{ DIORAMA_BLENDER: '/nowhere/blender' }, /^\/nowhere\/blender does not run: .*ENOENT/],
  [{ DIORAMA_BLENDER: execPath }, /does not say that it is Blender$/],
])('%o', async (env, reason) => {
  const found = await findBlender(env);
  expect('absent' in found ? found.absent : '').toMatch(reason);
});

test('a Blender that cannot start is an error', async () => {
  const missing = { path: '/nowhere/blender', kind: 'blender', version: '0' } as const;
  const session = await openBlender(missing);
  await expect(session.run({ program: '' }, [])).rejects.toThrow(/^Blender failed: .*ENOENT/);
  await session.close();
});

test.each([
  [new Uint8Array(4), /no OpenEXR image/],
  [Uint8Array.from([0x76, 0x2f, 0x31, 0x01, 2, 2, 0, 0]), /tiles or deep data/],
  [Uint8Array.from([0x76, 0x2f, 0x31, 0x01, 2, 0, 0, 0, 0]), /has no compression/],
])('passes that cannot be read: %#', (bytes, reason) => {
  expect(() => readExr(bytes)).toThrow(reason);
});
