// Textures, holes, vertex colors and backs of surfaces in Blender.
import { quaternion } from '@diorama/geometry';
import { expect, test } from 'vitest';
import { blackSky, cardPart, matte } from '../../backend-blender/test/support/test-stage.ts';
import { describeBlender, expectColor, SIZE } from './support/blender.ts';

describeBlender('surfaces', ({ show }) => {
  test('a texture stands upright, and where alpha is low there is nothing', async () => {
    // Top left red, top right green, bottom left blue, bottom right cut away.
    const image = {
      width: 2,
      height: 2,
      pixels: new Uint8Array([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 0]),
    };
    const texture = { image, wrapU: 'clamp', wrapV: 'clamp' } as const;
    const sky = blackSky({ direction: [0, 0, 1], irradiance: [3, 3, 3] });
    const leaf = matte('leaf', [1, 1, 1], { texture, alphaCutoff: 0.5, doubleSided: true });
    const things = [
      {
        name: 'wall',
        parts: [cardPart(matte('wall', [0.2, 0.2, 0.2]), 40, 40)],
        at: [{ translation: [0, -20, -9] as const }],
      },
      { name: 'card', parts: [cardPart(leaf, 4, 4)], at: [{ translation: [0, -2, -4] as const }] },
    ];
    const picture = await show({ sky, things, camera: { fov: 90 } }, { samples: 32, shadows: false });
    const bright = Math.min(1, 3 / Math.PI);
    expectColor(picture, 18, 18, [bright, 0, 0], 2);
    expectColor(picture, 45, 18, [0, bright, 0], 2);
    expectColor(picture, 18, 45, [0, 0, bright], 2);
    expectColor(
      picture,
      45,
      45,
      [0, 1, 2].map(() => (0.2 / Math.PI) * 3),
      2,
    );
    const idAt = (x: number, y: number) => picture.ids?.[y * SIZE + x];
    expect([idAt(18, 18), idAt(45, 18), idAt(18, 45), idAt(45, 45)]).toEqual([3, 3, 3, 2]);
  });

  test('vertex colors are linear and multiply; backs of single-sided surfaces are not drawn', async () => {
    const half = 32768;
    const colors = Uint16Array.from({ length: 16 }, (_, index) => [half, 65535, half / 2, 65535][index % 4] as number);
    const sky = blackSky({ direction: [0, 0, 1], irradiance: [2, 2, 2] });
    const turned = quaternion.fromYaw(180);
    const things = [
      {
        name: 'card',
        parts: [cardPart(matte('card', [0.8, 0.4, 0.8]), 4, 4, colors)],
        at: [{ translation: [-2, -2, -4] as const }, { translation: [2, -2, -4] as const, rotation: turned }],
      },
    ];
    const picture = await show({ sky, things, camera: { fov: 90 } });
    expectColor(
      picture,
      16,
      32,
      [0.4, 0.4, 0.2].map((part) => (part / Math.PI) * 2),
    );
    expectColor(picture, 48, 32, [0, 0, 0]);
    expect([picture.ids?.[32 * SIZE + 16], picture.ids?.[32 * SIZE + 48]]).toEqual([2, 0]);
  });
});
