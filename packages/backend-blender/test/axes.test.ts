// Light keeps its place when axes change.
import { harmonicIrradiance, vector } from '@diorama/geometry';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { irradianceToBlender, toBlender } from '../src/axes.ts';

const part = fc.double({ min: -1, max: 1, noNaN: true });

test('a normal gets the same irradiance in Blender’s axes', () => {
  const harmonics = fc.array(part, { minLength: 27, maxLength: 27 });
  const normal = fc.tuple(part, part, part).filter((parts) => vector.length(parts) > 0.1);
  const law = fc.property(harmonics, normal, (light, direction) => {
    const unit = vector.normalize(direction);
    const [x, y, z] = toBlender(unit);
    const terms = [1, x, y, z, x * y, y * z, x * z, y * y, x * x - z * z];
    const colors = irradianceToBlender(light);
    const expected = harmonicIrradiance(light, unit);
    for (const index of [0, 1, 2] as const) {
      const sum = colors.reduce((so, color, term) => so + color[index] * (terms[term] ?? Number.NaN), 0);
      expect(Math.max(0, sum)).toBeCloseTo(expected[index], 12);
    }
  });
  fc.assert(law, { seed: 7, numRuns: 200 });
});
