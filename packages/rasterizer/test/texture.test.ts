// What textures show, texel by texel.
import { fromLinear, LINEAR_OF_BYTE, type Texture, type Wrap } from '@diorama/geometry';
import { describe, expect, test } from 'vitest';
import { render } from '../src/index.ts';
import { texturePyramid } from '../src/texture-pyramid.ts';
import { evenLight, ground, makeStage, matte, model, wall } from './support/stages.ts';
import { image, repeated } from './support/textures.ts';

/** A sheet that fills the view exactly: its upper left corner is that of the picture. */
function poster(texture: Texture, reach = 1) {
  const mesh = wall(2, 2);
  const uvs = mesh.uvs!.map((part) => part * reach);
  const models = [
    model('poster', [{ mesh: { ...mesh, uvs }, material: matte(1, 1, 1, { texture }) }], { at: [0, -1, -1] }),
  ];
  return makeStage({ camera: { fov: 90 }, ambient: evenLight(), models });
}

const colors = image(8, 8, (x, y) => [40 + 25 * x, 30 + 20 * y, (x * y * 4) & 255, 255]);

test('a texel a pixel: each shows its own', () => {
  const { color } = render(poster(repeated(colors)), { height: 8, samples: 1 });
  expect(color).toEqual(colors.pixels);
});

test.each([1, 2, 4] as const)('between texels, light is linear: %d samples', (samples) => {
  const texture: Texture = { image: image(2, 1, (x) => [255 * x, 0, 0, 255]), wrapU: 'clamp', wrapV: 'clamp' };
  const { color } = render(poster(texture), { height: 16, samples });
  for (let x = 0; x < 16; x += 1) {
    // From the centre of the left texel, at ¼, to that of the right one, at ¾.
    const places = Array.from({ length: samples }, (_, index) => (x + (index + 0.5) / samples) / 16);
    const mean = places.reduce((sum, place) => sum + Math.max(0, Math.min(1, place * 2 - 0.5)), 0) / samples;
    expect(Math.abs(color[4 * (8 * 16 + x)]! - fromLinear([mean, 0, 0])[0])).toBeLessThanOrEqual(1);
  }
});

describe('beyond the edge', () => {
  const byWrap: Readonly<Record<Wrap, (at: number) => number>> = {
    repeat: (at) => ((at % 8) + 8) % 8,
    clamp: (at) => Math.max(0, Math.min(7, at)),
    mirror: (at) => (((at % 16) + 16) % 16 < 8 ? ((at % 8) + 8) % 8 : 7 - (((at % 8) + 8) % 8)),
  };
  test.each(['repeat', 'clamp', 'mirror'] as const)('%s', (wrap) => {
    const { color } = render(poster({ image: colors, wrapU: wrap, wrapV: 'clamp' }, 4), { height: 32, samples: 1 });
    const row = Array.from({ length: 32 }, (_, x) => color[4 * x]!);
    expect(row).toEqual(Array.from({ length: 32 }, (_, x) => 40 + 25 * byWrap[wrap](x)));
  });
});

test('many texels a pixel show their mean in linear light', () => {
  const chequers = repeated(image(256, 256, (x, y) => ((x + y) & 1 ? [255, 255, 255, 255] : [0, 0, 0, 255])));
  const { color } = render(poster(chequers, 1), { height: 16, samples: 1 });
  const half = fromLinear([0.5, 0.5, 0.5])[0];
  for (let pixel = 0; pixel < 256; pixel += 1) expect(Math.abs(color[4 * pixel]! - half)).toBeLessThanOrEqual(1);
});

test('far ground has the color of its mean', () => {
  const chequers = repeated(image(64, 64, (x, y) => (((x >> 3) + (y >> 3)) & 1 ? [255, 0, 0, 255] : [0, 0, 0, 255])));
  const material = matte(1, 1, 1, { texture: chequers });
  const stage = makeStage({
    camera: { position: [0, 1, 0], far: 9000 },
    ambient: evenLight(),
    models: [ground(material, 20_000)],
  });
  const { color, depth } = render(stage, { height: 64, samples: 1 });
  const half = fromLinear([0.5, 0, 0])[0];
  const far = [...depth.entries()].filter(([, metres]) => 20 < metres && metres < Infinity);
  expect(far.length).toBeGreaterThan(50);
  for (const [pixel] of far) expect(Math.abs(color[4 * pixel]! - half)).toBeLessThanOrEqual(3);
});

test.each([
  [1, 1],
  [8, 8],
  [7, 5],
  [64, 3],
  [13, 1],
] as const)('a pyramid over %d × %d keeps the mean', (width, height) => {
  const picture = image(width, height, (x, y) => [(37 * x + 11 * y) & 255, (x * y) & 255, 255 - x, (x + 7 * y) & 255]);
  const { levels } = texturePyramid(repeated(picture));
  const last = levels.at(-1)!;
  expect([last.width, last.height]).toEqual([1, 1]);
  for (let part = 0; part < 4; part += 1) {
    let sum = 0;
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      const byte = picture.pixels[4 * pixel + part]!;
      sum += part === 3 ? byte / 255 : LINEAR_OF_BYTE[byte]!;
    }
    expect(last.texels[part]! / 65535).toBeCloseTo(sum / (width * height), 3);
  }
});

describe('where alpha is below the cutoff there is nothing', () => {
  const holes = image(8, 8, (x, y) => [255, 255, 255, 30 * x + 2 * y]);

  test.each([0.1, 0.5, 0.9])('cutoff %d', (alphaCutoff) => {
    const material = matte(1, 1, 1, { alphaCutoff, texture: repeated(holes) });
    const front = model('front', [{ mesh: wall(2, 2), material }], { element: 0, at: [0, -1, -1] });
    const back = model('back', [{ mesh: wall(9, 9), material: matte(1, 0, 0) }], { element: 1, at: [0, -4, -3] });
    const stage = makeStage({ camera: { fov: 90 }, ambient: evenLight(), models: [front, back] });
    const { ids, depth } = render(stage, { height: 8, samples: 2 });
    for (let pixel = 0; pixel < 64; pixel += 1) {
      const isThere = holes.pixels[4 * pixel + 3]! / 255 >= alphaCutoff;
      expect(ids[pixel]).toBe(isThere ? 2 : 3);
      expect(depth[pixel]).toBeCloseTo(isThere ? 1 : 3, 5);
    }
  });

  test('vertex alpha counts too', () => {
    const mesh = { ...wall(2, 2), colors: new Uint16Array(16).fill(65535) };
    // From 0 on the left to 1 on the right.
    for (const corner of [0, 3]) mesh.colors[4 * corner + 3] = 0;
    const material = matte(1, 1, 1, { alphaCutoff: 0.7 });
    const stage = makeStage({
      camera: { fov: 90 },
      models: [model('sheet', [{ mesh, material }], { at: [0, -1, -1] })],
    });
    const { ids } = render(stage, { height: 100, color: false });
    expect([...ids.slice(0, 100)]).toEqual(Array.from({ length: 100 }, (_, x) => ((x + 0.5) / 100 >= 0.7 ? 2 : 0)));
  });
});
