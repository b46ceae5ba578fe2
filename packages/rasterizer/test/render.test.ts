// What holds of every picture.
import { describe, expect, test } from 'vitest';
import { countPixels, createRasterizer, type RenderOptions, render } from '../src/index.ts';
import { ball, evenLight, ground, makeStage, matte, model } from './support/stages.ts';
import { image, repeated } from './support/textures.ts';

/** A little of everything. */
function richStage() {
  const texture = repeated(image(16, 16, (x, y) => [16 * x, 16 * y, 128, (x ^ y) & 4 ? 255 : 0]));
  const leaf = matte(1, 1, 1, { texture, alphaCutoff: 0.5, doubleSided: true });
  const mesh = ball(16, 8, 0.2);
  const uvs = Float32Array.from({ length: (mesh.positions.length / 3) * 2 }, (_, index) => mesh.positions[index]!);
  return makeStage({
    camera: { position: [0, 1.5, 5], aspect: 1.5 },
    ambient: evenLight(0.4),
    sky: { sunDirection: [0.6, 0.64, 0.48], sunIrradiance: [2, 1.8, 1.5] },
    haze: { density: 0.01, color: [0.5, 0.6, 0.7], ceiling: 50 },
    models: [
      ground({ ...matte(0.3, 0.4, 0.2), roughness: 0.4 }, 500),
      model('leaf', [{ mesh: { ...mesh, uvs }, material: leaf }], { element: 4, at: [0.5, 1, 0] }),
      model('ball', [{ mesh, material: matte(0.8, 0.3, 0.2) }], { element: 7, at: [-1.5, 1, -1] }),
    ],
  });
}

test.each<Partial<RenderOptions>>([{ samples: 1 }, { samples: 2 }, { samples: 3, shadows: false }, { color: false }])(
  'the same stage makes the same bytes, whatever was rendered before: %o',
  (options) => {
    const rasterizer = createRasterizer();
    const first = rasterizer.render(richStage(), { height: 40, ...options });
    rasterizer.render(makeStage({}), { height: 90, width: 31 });
    expect(rasterizer.render(richStage(), { height: 40, ...options })).toEqual(first);
    expect(render(richStage(), { height: 40, ...options })).toEqual(first);
  },
);

describe('sizes', () => {
  test.each([
    { options: {}, size: [768, 512] },
    { options: { height: 20 }, size: [30, 20] },
    { options: { width: 30 }, size: [30, 20] },
    { options: { width: 7, height: 3 }, size: [7, 3] },
    { options: { height: 0.2 }, size: [1, 1] },
  ])('$options', ({ options, size: [width, height] }) => {
    const picture = render(makeStage({ camera: { aspect: 1.5 } }), options);
    expect([picture.width, picture.height]).toEqual([width, height]);
    expect([picture.color, picture.ids, picture.depth].map(({ length }) => length)).toEqual([
      ...[4 * width! * height!, width! * height!, width! * height!],
    ]);
  });
});

test('pixels are counted, each once, in the order of ids', () => {
  const { ids } = render(richStage(), { height: 40, color: false });
  const counts = countPixels(ids);
  expect([...counts.keys()]).toEqual([0, 1, 6, 9]);
  for (const [id, count] of counts) expect(count).toBe(ids.filter((one) => one === id).length);
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(60 * 40);
  expect(countPixels(new Uint32Array())).toEqual(new Map());
});

test('nothing at all is a black picture without depth', () => {
  const { color, ids, depth } = render(makeStage({}), { height: 3 });
  expect(new Set(ids)).toEqual(new Set([0]));
  expect(new Set(depth)).toEqual(new Set([Infinity]));
  expect([...color.slice(0, 4)]).toEqual([0, 0, 0, 255]);
});
