import process from 'node:process';
import { expect, test } from 'vitest';
import { compareSkies, findBlender, USUAL } from '../verify/compare.ts';

// All that `verify/compare.ts` compares takes a minute; these are the far corners of it.
const corners = [
  { sunElevation: -5 },
  { sunElevation: 0.5 },
  { sunElevation: 4, dust: 10 },
  { sunElevation: 12, sunAzimuth: 130, air: 4, dust: 5, ozone: 6, altitude: 1000 },
  { sunElevation: 35, sunSize: 5, sunIntensity: 0.5 },
  { sunElevation: 90, altitude: 20_000, strength: 0.25 },
].map((corner) => ({ ...USUAL, ...corner }));

const blender = findBlender();
const isRequired = process.env.DIORAMA_REQUIRE_RENDERERS === '1';

test.skipIf(blender === undefined && !isRequired)('Blender shows the same sky, if there is a Blender', () => {
  if (blender === undefined) expect.fail('no blender on the PATH, and DIORAMA_BLENDER names none');
  for (const difference of compareSkies(blender, corners)) {
    expect(difference.mean, difference.name).toBeLessThanOrEqual(2);
    expect(difference.below, difference.name).toBeLessThanOrEqual(2);
    expect(difference.sun, difference.name).toBeLessThanOrEqual(0.01);
  }
});
