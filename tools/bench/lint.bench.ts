// How long physical lint takes for a hundred thousand elements.
import { lint } from '@diorama/lint';
import { makeElement, makeScene } from '@diorama/scene/testing';
import { Bench } from 'tinybench';
import type { Suite } from './suite.ts';

const COUNT = 100_000;
const KINDS = ['tree', 'bush', 'boulder', 'herbivore', 'bird'] as const;

export default function lintSuite(): Suite {
  const plain = scatter(0);
  const air = scatter(3);
  const bench = new Bench({ iterations: 5, warmupIterations: 1, time: 0, warmupTime: 0 })
    .add('lint a plain', () => void lint(plain))
    .add('lint the air', () => void lint(air));
  return {
    bench,
    figures: (measured) => [
      {
        name: '100,000 elements on the ground',
        value: measured('lint a plain').p50 / 1000,
        unit: 's',
        target: { atMost: 2 },
      },
      { name: '100,000 elements in the air', value: measured('lint the air').p50 / 1000, unit: 's' },
    ],
  };
}

/** Elements in a square of 1.5 km, from the ground up to `high` metres. */
function scatter(high: number) {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const elements = Array.from({ length: COUNT }, (_, index) => {
    const [x, y, z] = [(random() - 0.5) * 1500, random() * high, -random() * 1500];
    const start = 10 * (index % KINDS.length);
    return makeElement(KINDS[index % KINDS.length] ?? 'tree', {
      at: high === 0 ? [x, z] : [x, y, z],
      height: 0.3 + random(),
      rotation: random() * 360,
      origin: { file: 'a.dio', start, end: start + 5 },
    });
  });
  return makeScene({ elements });
}
