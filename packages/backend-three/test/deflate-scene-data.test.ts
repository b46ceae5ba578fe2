// The text that a page carries: deflated pieces, kept from one emission to the next.
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64 } from '../src/base64.ts';
import { deflateSceneData } from '../src/deflate-scene-data.ts';
import { emitHtml, emitModule } from '../src/index.ts';
import { layOut, packSceneData } from '../src/pack-scene-data.ts';
import { toSceneData } from '../src/to-scene-data.ts';
import { boxStage } from './support/box-stage.ts';

const data = toSceneData(boxStage());

/** Bytes of some length, some of them repeated. */
const pixels = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 90_000, max: 140_000 })),
    fc.integer({ min: 1, max: 255 }),
    fc.nat(),
  )
  .map(([length, period, seed]) =>
    Uint8Array.from({ length }, (_, index) => (index % 7 < 3 ? index % period : Math.imul(index, seed) >>> 24)),
  );

test('its pieces are those of the packed data, be arrays small or large', () => {
  fc.assert(
    fc.property(fc.array(pixels, { maxLength: 4 }), (arrays) => {
      const images = arrays.map((array) => ({ width: 1, height: array.length / 4, pixels: array }));
      const some = { ...data, images };
      const pieces = deflateSceneData(some).split(' ');
      expect(pieces).toHaveLength(1 + layOut(some).large.length);
      const inflated = Buffer.concat(pieces.map((piece) => inflateRawSync(Buffer.from(piece, 'base64'))));
      expect(inflated.equals(packSceneData(some))).toBe(true);
    }),
    { numRuns: 60, seed: 7 },
  );
});

test('what was kept gives the same text as what is new', () => {
  const stage = boxStage({ haze: true });
  const copy = structuredClone(stage);
  const texts = () => [emitHtml(stage, { viewer: '' }).value, emitModule(stage).value];
  const first = texts();
  expect(texts()).toEqual(first);
  expect([emitHtml(copy, { viewer: '' }).value, emitModule(copy).value]).toEqual(first);
});

test('base64 is what others make of the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
    { seed: 7 },
  );
});
