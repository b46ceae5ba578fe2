// One item a step: records say what decisions say, and whatever they hold is a program.
import { describe, expect, test } from 'vitest';
import {
  type Decision,
  decode,
  fromRecords,
  type ItemRecord,
  recordLayout,
  recordMask,
  startDecisions,
  toRecords,
} from '../../src/decisions/index.ts';
import { ASSETS, CATALOG, FILES, lowered, pick, seeded, walk } from './support.ts';

test('records of decisions give the decisions back', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const decisions = walk(startDecisions(CATALOG), seeded(seed), seed % 2 === 0 ? 'usual' : 'extreme');
    const again = fromRecords(toRecords(decisions), CATALOG);
    expect(again).toEqual(decisions.map(withoutNegativeZero));
  }
});
function withoutNegativeZero(decision: Decision): Decision {
  const { value } = decision;
  if (typeof value === 'number') return { ...decision, value: value + 0 };
  return Array.isArray(value) ? { ...decision, value: value.map((part) => part + 0) } : decision;
}

test('every record has the same width', () => {
  const { kinds, groups, cells } = recordLayout();
  const [record] = toRecords([{ choice: 'ground' }, { choice: 'color', value: '#0a0bff' }, { choice: 'end' }]);
  expect(record).toMatchObject({ kind: kinds.indexOf('ground') });
  expect(record?.options).toHaveLength(groups.length);
  expect(record?.numbers).toHaveLength(cells.length);
  expect(cells.flatMap(({ name }, index) => (name.startsWith('color') ? [record?.numbers[index]] : []))).toEqual([
    10, 11, 255,
  ]);
});

describe('masks', () => {
  const { kinds, groups, cells } = recordLayout();
  test.each(kinds)('%s: independent choices within them spell programs', (kind) => {
    const { options, cells: slots } = recordMask(kind);
    for (let seed = 0; seed < 25; seed += 1) {
      const random = seeded(seed);
      const record: ItemRecord = {
        kind: kinds.indexOf(kind),
        options: Uint8Array.from(options, (bits) => pick(random, [...bitsOf(bits)])),
        // Far outside of all bounds too: what a head gives is brought inside.
        numbers: Float64Array.from(slots, (slot) =>
          slot === undefined ? 7 : pick(random, [-1e6, -3, 0, 0.5, 2, 400, 1e9]),
        ),
        texts: Object.fromEntries(
          recordLayout().texts.map((choice) => [
            choice,
            [pick(random, ['oak', '', `${kind}/oak`, 'thorns.png', 'three.safetensors'])],
          ]),
        ),
      };
      const decisions = fromRecords([record], CATALOG);
      const text = decode(decisions);
      expect(lowered(text, FILES, ASSETS).said.filter(({ severity }) => severity === 'error')).toEqual([]);
      const isSetting = ['scene', 'camera', 'sky', 'haze', 'ground'].includes(kind);
      if (!isSetting) expect(text).toContain(kind);
    }
  });
  test('an element has its place, and only what its kind has', () => {
    const { options, cells: slots } = recordMask('tree');
    const group = (name: string) => options[groups.findIndex((one) => one.name === name)] ?? 0;
    expect(group('at') & 1).toBe(0);
    expect(group('height')).toBe(2);
    expect(group('pose')).toBe(1);
    expect(group('rotation') & 1).toBe(1);
    const slot = (name: string) => slots[cells.findIndex((cell) => cell.name === name)];
    expect(slot('height')).toMatchObject({ range: { max: 200 } });
    expect(slot('power')).toBeUndefined();
    expect(recordMask('cylinder').cells[cells.findIndex((cell) => cell.name === 'height')]).toMatchObject({
      range: { max: 100000 },
    });
  });
  test('of no kind', () => expect(() => recordMask('group')).toThrow(RangeError));
});

function bitsOf(bits: number): readonly number[] {
  return Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => (bits >>> bit) & 1);
}

test('what cannot stand is left out', () => {
  const of = (steps: readonly Decision[]) => toRecords([...steps, { choice: 'end' }]);
  const camera = of([{ choice: 'camera' }, { choice: 'fov', value: 30 }]);
  const sky = of([{ choice: 'sky' }, { choice: 'air', value: 2 }]);
  expect(decode(fromRecords([...sky, ...camera, ...sky]))).toBe('sky { air: 2 }\n');
  const tree = of([
    { choice: 'tree' },
    { choice: 'at.ground', value: 1 },
    { choice: 'at.ground.z', value: -9 },
    { choice: 'height', value: 4 },
  ]);
  expect(decode(fromRecords([...tree, ...tree, ...tree], undefined, { objects: 2 }))).toBe(
    'tree { at: (1, -9), height: 4 }\ntree { at: (1, -9), height: 4 }\n',
  );
});
