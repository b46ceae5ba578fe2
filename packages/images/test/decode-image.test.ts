// Pictures of every form that the standards allow, written byte by byte here, against the pixels that they mean.
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { encode as encodeJpeg } from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { decodeImage, encodeGrayPng, encodePng, readImageSize } from '../src/index.ts';

const GREY = 0;
const RGB = 2;
const INDEXED = 3;
const RGBA = 6;

function png(
  width: number,
  height: number,
  depth: number,
  type: number,
  rows: number[][],
  chunks: Buffer[] = [],
): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, type, 0, 0, 0], 8);
  const data = deflateSync(Buffer.concat(rows.map((row) => Buffer.from([0, ...row]))));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, chunk('IHDR', head), ...chunks, chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(name: string, data: Uint8Array | number[]): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(data)]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(body.length - 4, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const grey = (...values: number[]) => values.flatMap((value) => [value, value, value, 255]);
const palette = chunk('PLTE', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

const PICTURES: readonly [name: string, bytes: Uint8Array, pixels: number[]][] = [
  [
    '1-bit grey, rows not of whole bytes',
    png(3, 2, 1, GREY, [[0b10100000], [0b01000000]]),
    grey(255, 0, 255, 0, 255, 0),
  ],
  ['2-bit grey', png(4, 1, 2, GREY, [[0b00011011]]), grey(0, 85, 170, 255)],
  ['4-bit grey', png(3, 1, 4, GREY, [[0x0f, 0x80]]), grey(0, 255, 136)],
  ['8-bit grey', png(2, 1, 8, GREY, [[7, 200]]), grey(7, 200)],
  ['16-bit grey', png(2, 1, 16, GREY, [[255, 255, 128, 0]]), grey(255, 128)],
  [
    'RGB',
    png(1, 2, 8, RGB, [
      [1, 2, 3],
      [4, 5, 6],
    ]),
    [1, 2, 3, 255, 4, 5, 6, 255],
  ],
  [
    'RGB with one transparent color',
    png(4, 1, 8, RGB, [[1, 2, 3, 4, 5, 6, 1, 2, 3, 9, 9, 9]], [chunk('tRNS', [0, 4, 0, 5, 0, 6])]),
    [1, 2, 3, 255, 4, 5, 6, 0, 1, 2, 3, 255, 9, 9, 9, 255],
  ],
  ['RGBA', png(1, 1, 8, RGBA, [[9, 8, 7, 6]]), [9, 8, 7, 6]],
  ['16-bit RGBA', png(1, 1, 16, RGBA, [[0, 0, 128, 0, 255, 255, 64, 0]]), [0, 128, 255, 64]],
  [
    '2-bit palette with transparency',
    png(5, 1, 2, INDEXED, [[0b00011011, 0b01000000]], [palette, chunk('tRNS', [0, 128])]),
    [1, 2, 3, 0, 4, 5, 6, 128, 7, 8, 9, 255, 10, 11, 12, 255, 4, 5, 6, 128],
  ],
];

test.each(PICTURES)('%s', (_, bytes, pixels) => {
  const image = decodeImage(bytes);
  expect('undecodable' in image ? image : [...image.pixels]).toEqual(pixels);
  expect(image).toMatchObject({ encoded: { mimeType: 'image/png', bytes } });
});

test('a JPEG is near what was encoded', () => {
  const size = { width: 16, height: 8 };
  const data = Buffer.from(Array.from({ length: 128 }, () => [200, 100, 50, 255]).flat());
  const image = decodeImage(new Uint8Array(encodeJpeg({ ...size, data }, 95).data));
  if ('undecodable' in image) throw new Error(image.undecodable);
  expect(image).toMatchObject(size);
  for (const [at, expected] of [200, 100, 50, 255].entries()) {
    expect(Math.abs((image.pixels[at] ?? 0) - expected)).toBeLessThanOrEqual(3);
  }
});

describe('what is no picture says why', () => {
  const whole = png(2, 1, 8, GREY, [[7, 200]]);
  const hugeHead = whole.slice();
  hugeHead.set([0, 1, 0, 0, 0, 1, 0, 0], 16);
  test.each([
    ['nothing', new Uint8Array(0), 'it is neither PNG nor JPEG'],
    ['text', new TextEncoder().encode('a text'), 'it is neither PNG nor JPEG'],
    ['WebP', new TextEncoder().encode('RIFF0000WEBPVP8 '), 'it is WebP, neither PNG nor JPEG'],
    ['a PNG cut off in its head', whole.subarray(0, 20), 'it is cut off'],
    ['a JPEG of two bytes', new Uint8Array([0xff, 0xd8]), 'it is cut off'],
    [
      '65,536 × 65,536 pixels in 60 bytes',
      hugeHead,
      'it claims 65536 × 65536 pixels, more than the 67108864 that are read',
    ],
  ])('%s', (_, bytes, undecodable) => expect(decodeImage(bytes)).toEqual({ undecodable }));

  test('a wrong checksum', () => {
    const bytes = whole.slice();
    bytes[45] = (bytes[45] ?? 0) ^ 1;
    expect(decodeImage(bytes)).toHaveProperty('undecodable', expect.stringMatching(/^it is damaged \(/));
  });
});

test('any bytes give a picture or a reason', () => {
  const [, seed = new Uint8Array(0)] = PICTURES.at(-1) ?? [];
  const damage = fc.tuple(fc.nat(seed.length - 1), fc.nat(255), fc.nat(seed.length));
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = seed.slice();
      let end = bytes.length;
      for (const [at, byte, cut] of changes) {
        bytes[at] = byte;
        if (cut % 5 === 0) end = cut;
      }
      const image = decodeImage(bytes.subarray(0, end));
      expect('undecodable' in image ? image.undecodable : image.pixels.length).toBeTruthy();
    }),
    { numRuns: 500 },
  );
});

test('what is encoded decodes to the same pixels, and its size can be read at once', () => {
  const picture = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.boolean())
    .chain(([width, height, opaque]) =>
      fc.uint8Array({ minLength: 4 * width * height, maxLength: 4 * width * height }).map((pixels) => ({
        width,
        height,
        pixels: opaque ? pixels.map((byte, at) => (at % 4 === 3 ? 255 : byte)) : pixels,
      })),
    );
  fc.assert(
    fc.property(picture, (image) => {
      const bytes = encodePng(image);
      const { width, height } = image;
      expect(readImageSize(bytes)).toEqual({ mimeType: 'image/png', width, height });
      const decoded = decodeImage(bytes);
      expect('undecodable' in decoded ? decoded : [...decoded.pixels]).toEqual([...image.pixels]);
    }),
  );
});

test('gray of 16 bits is read back, rounded to 8', () => {
  const image = decodeImage(encodeGrayPng(Uint16Array.of(0, 257, 65_535, 32_896, 1, 300), 3, 2));
  expect('undecodable' in image ? image : [...image.pixels]).toEqual(grey(0, 1, 255, 128, 0, 1));
});
