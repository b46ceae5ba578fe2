// Whatever is allowed leads to a program, and nothing that is needed is ever out of reach.
import { KINDS } from '@diorama/vocabulary';
import { describe, expect, test } from 'vitest';
import {
  allowed,
  canEnd,
  type Decision,
  type DecisionOptions,
  decisionTable,
  decode,
  hasEnded,
  need,
  startDecisions,
  take,
} from '../../src/decisions/index.ts';
import { ASSETS, CATALOG, FILES, lowered, pick, seeded, type Taste, walk } from './support.ts';

/** No error is said of what the decisions spell. */
function checkSound(decisions: readonly Decision[]): void {
  const text = decode(decisions);
  const { said } = lowered(text, FILES, ASSETS);
  const errors = said.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    expect.fail(`${errors.map(({ code, primary }) => `${code}: ${primary.message}`).join('\n')}\n${text}`);
}

describe('random walks spell programs without errors', () => {
  test.each(['usual', 'extreme'] satisfies Taste[])('%s values', (taste) => {
    for (let seed = 0; seed < 300; seed += 1) checkSound(walk(startDecisions(CATALOG), seeded(seed), taste));
  });
  test('smallest budgets and few objects', () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const random = seeded(seed);
      const options = { objects: pick(random, [0, 1, 2, 5]), budget: pick(random, [1, 2, 3, 4, 5, 8, 13, 40]) };
      const decisions = walk(startDecisions(CATALOG, options), random, 'extreme', 0);
      expect(decisions.length).toBeLessThanOrEqual(options.budget);
      expect(decisions.at(-1)).toEqual({ choice: 'end' });
      const elements = decisions.filter(({ choice }) => KINDS.some(({ name, once }) => name === choice && !once));
      expect(elements.length).toBeLessThanOrEqual(options.objects);
      checkSound(decisions);
    }
  });
});

test('the least number of decisions is reached by going where less is needed', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const random = seeded(seed);
    let state = startDecisions(CATALOG, { objects: pick(random, [0, 1, 3]), budget: 60 });
    const steps = Math.floor(random() * 40);
    for (let step = 0; step < steps && need(state) > 0; step += 1) {
      const choices = allowed(state).offers.filter(({ choice, slot }) => choice !== 'end' && slot?.kind !== 'text');
      const offer = choices[Math.floor(random() * choices.length)];
      const next = offer && step1(state, offer.choice);
      if (next === undefined) break;
      state = next;
    }
    for (let left = need(state); left > 0; left -= 1) {
      const next = allowed(state)
        .offers.map(({ choice }) => step1(state, choice))
        .find((one) => one !== undefined && need(one) === left - 1);
      expect(next).toBeDefined();
      if (next !== undefined) state = next;
    }
    expect(hasEnded(state)).toBe(true);
    expect(allowed(state).offers).toEqual([]);
  }
});

/** Takes a choice with some value that fits. */
function step1(state: ReturnType<typeof startDecisions>, choice: string) {
  const values = [
    undefined,
    1,
    0,
    0.5,
    50,
    'a',
    '#000000',
    'thorns.png',
    'three.safetensors',
    'tree/oak',
    [90],
    [1, 2, 3],
    [1, 0, 0, 0],
    [1, 0, 0, 0, 1, 0, 0, 0, 1],
  ];
  for (const value of values) {
    const next = take(state, value === undefined ? { choice } : { choice, value });
    if (next !== undefined) return next;
  }
  return undefined;
}

test('mask and step agree on every choice of the table', () => {
  const { choices } = decisionTable();
  for (let seed = 0; seed < 15; seed += 1) {
    const random = seeded(seed);
    let state = startDecisions(CATALOG, { objects: 3, budget: 50 });
    for (const decision of walk(state, random, 'usual', 0)) {
      const { words, offers } = allowed(state);
      for (const [id, { name }] of choices.entries()) {
        const isOffered = offers.some((offer) => offer.choice === name);
        expect(((words[id >> 5] ?? 0) >>> (id & 31)) & 1).toBe(isOffered ? 1 : 0);
        if (!isOffered) expect(step1(state, name)).toBeUndefined();
      }
      expect(canEnd(state)).toBe(offers.some(({ choice }) => choice === 'end'));
      const next = take(state, decision);
      if (next === undefined) throw new Error('a walk takes what is allowed');
      state = next;
    }
  }
});

/** Takes decisions as `choice` or `choice=json`. */
function follow(steps: string, options: Partial<DecisionOptions> = {}) {
  let state = startDecisions(CATALOG, options);
  for (const one of steps === '' ? [] : steps.split(' ')) {
    const [choice = '', value] = one.split('=');
    const next = take(state, value === undefined ? { choice } : { choice, value: JSON.parse(value) });
    if (next === undefined) throw new Error(`${one} is refused`);
    state = next;
  }
  return state;
}
const choicesAfter = (steps: string, options?: Partial<DecisionOptions>) =>
  allowed(follow(steps, options)).offers.map(({ choice }) => choice);

describe('what may be decided', () => {
  test('settings come once, in their order', () => {
    expect(choicesAfter('camera fov=40')).not.toContain('scene');
    expect(choicesAfter('camera fov=40')).not.toContain('camera');
    expect(choicesAfter('camera fov=40')).toContain('sky');
    expect(choicesAfter('tree at.ground=1 at.ground.z=2 height=3')).not.toContain('sky');
  });
  test('a setting says something, unless an annotation speaks for it; haze is something by itself', () => {
    expect(choicesAfter('camera')).not.toContain('end');
    expect(choicesAfter('@note="x" camera')).toContain('end');
    expect(choicesAfter('haze')).toContain('end');
    expect(choicesAfter('scene')).toContain('credits');
  });
  test('what excludes each other', () => {
    expect(choicesAfter('camera pitch=4')).not.toContain('target.ground');
    expect(choicesAfter('camera pitch=4')).toContain('yaw');
    expect(choicesAfter('haze density=0.1')).not.toContain('visibility');
    expect(choicesAfter('ground color="#ffffff"')).not.toContain('appearance.like');
  });
  test('near before far', () => {
    const slotAfter = (steps: string, choice: string) =>
      allowed(follow(steps)).offers.find((one) => one.choice === choice)?.slot;
    expect(slotAfter('camera near=20', 'far')).toMatchObject({ range: { min: 20, minExclusive: true, max: 1000000 } });
    expect(take(follow('camera near=20'), { choice: 'far', value: 20 })).toBeUndefined();
    expect(slotAfter('camera', 'far')).toMatchObject({ range: { min: 0.1 } });
  });
  test('rows of the file that is named', () => {
    const tree = 'tree at.ground=1 at.ground.z=2 height=3';
    expect(choicesAfter(tree)).not.toContain('appearance.embedding');
    expect(take(follow('scene'), { choice: 'embeddings', value: 'none.safetensors' })).toBeUndefined();
    const state = follow(`scene embeddings="three.safetensors" ${tree}`);
    expect(take(state, { choice: 'appearance.embedding', value: 2 })).toBeDefined();
    expect(take(state, { choice: 'appearance.embedding', value: 3 })).toBeUndefined();
    expect(take(follow('scene'), { choice: 'embeddings', value: 'other.safetensors' })).toBeUndefined();
  });
  test('assets of the class, of the library', () => {
    const state = follow('tree at.ground=1 at.ground.z=2 height=3');
    for (const [value, fits] of [
      ['tree/oak', true],
      ['tree/oak#4', true],
      ['tree/elm', false],
      ['bush/thorn', false],
    ] as const) {
      expect(take(state, { choice: 'appearance.asset', value }) !== undefined).toBe(fits);
    }
    expect(
      take(follow('object at.ground=1 at.ground.z=2 height=3'), { choice: 'appearance.asset', value: 'bush/thorn' }),
    ).toBeDefined();
  });
  test('labels are new names', () => {
    const state = follow('tree label="oak" at.ground=1 at.ground.z=2 height=3 tree');
    for (const [value, fits] of [
      ['elm', true],
      ['oak', false],
      ['if', false],
      ['walk', false],
      ['a b', false],
      ['', false],
    ] as const) {
      expect(take(state, { choice: 'label', value }) !== undefined).toBe(fits);
    }
  });
  test('numbers keep their bounds, integers are whole, rotations turn', () => {
    const state = follow('bird at.ground=1 at.ground.z=2');
    for (const [value, fits] of [
      [0, false],
      [200, true],
      [200.1, false],
      [Number.NaN, false],
      [Number.POSITIVE_INFINITY, false],
    ] as const) {
      expect(take(state, { choice: 'height', value }) !== undefined).toBe(fits);
    }
    const tall = follow('bird at.ground=1 at.ground.z=2 height=1');
    expect(take(tall, { choice: 'variant', value: 1.5 })).toBeUndefined();
    expect(take(tall, { choice: 'rotation.quaternion', value: [0, 0, 0, 0] })).toBeUndefined();
    expect(take(tall, { choice: 'rotation.matrix', value: [0, 0, 0, 0, 0, 0, 0, 0, 0] })).toBeUndefined();
    expect(take(tall, { choice: 'rotation.quaternion', value: [0, 0, 1] })).toBeUndefined();
    expect(take(tall, { choice: 'height', value: 1 })).toBeUndefined();
    expect(take(tall, { choice: 'pose.fly', value: 1 })).toBeUndefined();
  });
  test('what is left out is never offered', () => {
    const without = ['label', '@note', 'rotation.euler', 'rotation.matrix', 'appearance.like'];
    const open = choicesAfter('tree at.ground=1 at.ground.z=2 height=3', { without });
    expect(open).toContain('rotation.quaternion');
    for (const choice of without) expect(open).not.toContain(choice);
    expect(choicesAfter('', { without: ['height'] })).not.toContain('tree');
    expect(choicesAfter('', { without: ['height'] })).toContain('water');
  });
  test('a limit of objects holds for annotations that would need one', () => {
    const open = choicesAfter('ground relief=2', { objects: 0 });
    expect(open).not.toContain('@pixels');
    expect(open).not.toContain('tree');
    expect(open).toContain('end');
    expect(choicesAfter('', { objects: 0 })).toContain('@note');
  });
});

test('an object of a photograph is eight decisions, or one more with a pose', () => {
  const plant = '@pixels=120 tree at.view=1 at.view.y=-1 at.view.z=-9 height=4 rotation.yaw=[3] appearance.like="oak"';
  expect(need(follow(plant))).toBe(1);
  expect(plant.split(' ')).toHaveLength(8);
  expect(choicesAfter(plant)).toContain('@pixels');
});

describe('wrong use is told', () => {
  test.each([
    [{ budget: 0 }, 'a budget of 0 decisions is below the minimum of 1'],
    [{ budget: 1.5 }, 'budget is a whole number'],
    [{ objects: -1 }, 'objects is a whole number'],
    [{ without: ['nonsense'] }, 'there is no choice nonsense'],
    [{ without: ['end'] }, 'no program can end'],
  ] satisfies readonly (readonly [Partial<DecisionOptions>, string])[])('%o', (options, message) => {
    expect(() => startDecisions(CATALOG, options)).toThrow(RangeError);
    expect(() => startDecisions(CATALOG, options)).toThrow(message);
  });
  test('decoding what cannot be', () => {
    expect(() => decode([{ choice: 'height', value: 2 }])).toThrow('decision 0 cannot be taken');
  });
});

test('the first mask of the table and the catalog without knowledge', () => {
  expect(allowed(startDecisions()).offers.map(({ choice }) => choice)).toEqual([
    'end',
    '@pixels',
    '@confidence',
    '@note',
    ...KINDS.filter(({ holdsElements, once }) => once || !holdsElements).map(({ name }) => name),
  ]);
});
