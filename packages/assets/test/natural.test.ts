// A slice of every class is natural: closed bodies, feet on the ground, limbs apart, levels of detail alike, no speckles.
// All individuals: `npm run verify:natural`.
import { describe, expect, test } from 'vitest';
import { ALL_SPECIES } from '../src/all-species.ts';
import { type Case, faults, measureCase } from './natural/measure-species.ts';

/** Models of each class. */
const SLICE = 5;

const kinds = [...new Set(ALL_SPECIES.map(({ kind }) => kind))];

describe.each(kinds)('%s', (kind) => {
  const all = ALL_SPECIES.filter((species) => species.kind === kind);
  const cases = Array.from({ length: Math.min(SLICE, all.length) }, (_, turn): Case => {
    const species = all[Math.floor((turn * all.length) / SLICE)] ?? all[turn % all.length]!;
    const pose = species.poses[turn % Math.max(1, species.poses.length)] ?? '';
    return { species, number: 17 * turn + 3, pose, phase: ((5 * turn) % 16) / 16 };
  });
  test.each(cases.map((one) => ({ ...one, name: `${one.species.id}#${one.number} ${one.pose} ${one.phase}` })))(
    '$name',
    (one) => {
      expect(faults(measureCase(one, true))).toEqual([]);
    },
  );
});
