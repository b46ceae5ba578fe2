// The decoder's promises one by one: budgets, labels, forced text, reasons, slots, wrong use.

import { describe, expect, test } from 'vitest';
import { createDecoder, createVocabulary, type DecodingState } from '../../src/index.ts';
import { BYTES, decoded, decoderOf, END, idOf, mayFollow, SLOT_IDS, UNUSED } from './decoding-cases.ts';
import { faultsOf } from './faults-of.ts';

const CORE = decoderOf();
const FREE = decoderOf({ layout: 'free' });
const SLOTS = decoderOf({ form: 'slots' });

describe.each([
  { name: 'few tokens', more: 0 },
  // Many are kept in a table.
  { name: 'many tokens', more: 26 },
])('of $name that begin alike', ({ more }) => {
  const letters = (...codes: readonly number[]) => Uint8Array.from(codes);
  const byte = Array.from({ length: 256 }, (_, code) => [code, letters(code)] as const);
  const others = Array.from(
    { length: more * more },
    (_, index) => [259 + index, letters(Q, Q, A + Math.floor(index / more), A + (index % more))] as const,
  );
  const vocabulary = createVocabulary({
    tokens: [...byte, [256, letters(Q, Q)], [257, letters(Q, Q)], ...others],
    ends: [258],
    slots: [],
    size: 259 + others.length,
  });

  test.each(['box ', 'box a', 'tree { at: (0, 0), height: 1, appearance: like("', '@note("é'])(
    'all that spell the same may follow %s',
    (text) => {
      const decoder = createDecoder(vocabulary);
      const mask = decoder.mask(decoded(decoder, text));
      expect([mask.has(256), mask.has(257)]).toEqual([true, true]);
    },
  );
});
const A = 0x61;
const Q = 0x71;

test('behind a minus, 0 is no number yet', () => {
  expect(mayFollow(CORE, decoded(CORE, 'tree { at: (-0'), ',')).toBe(false);
  expect(mayFollow(CORE, decoded(CORE, 'tree { at: (-0.5'), ',')).toBe(true);
});

describe('budgets', () => {
  test('too few tokens: how many are needed is told', () => {
    expect(() => CORE.start(0)).toThrow(new RangeError('no program has at most 0 tokens: the shortest needs 1'));
  });

  test.each([Number.NaN, Number.NEGATIVE_INFINITY, -1, 1.5])('%s is no number of tokens', (budget) => {
    expect(() => CORE.start(budget)).toThrow(
      new RangeError(`a budget is a whole number from 0 on, or Infinity, not ${budget}`),
    );
  });

  test('one token is the end', () => {
    const state = CORE.start(1);
    expect([...(CORE.mask(state).ids ?? [])]).toEqual([END]);
    expect(CORE.accept(state, END)?.hasEnded).toBe(true);
  });

  test.each(['tree', 'tree oak { at: (', 'camera { fov: 5', 'tree { at: (0, 0), appearance: like("a'])(
    'behind %s the shortest ending just fits',
    (text) => {
      const need = CORE.need(decoded(CORE, text));
      const budget = text.length + need;
      let state: DecodingState | undefined = decoded(CORE, text, CORE.start(budget));
      let taken = 0;
      while (state !== undefined && !state.hasEnded) {
        const mask = CORE.mask(state);
        expect(mask.count).toBeGreaterThan(0);
        expect(CORE.need(state)).toBeLessThanOrEqual(state.budget);
        const id = Array.from({ length: BYTES.size }, (_, one) => one).find((one) => mask.has(one)) as number;
        state = CORE.accept(state, id);
        taken += 1;
      }
      expect(taken).toBeLessThanOrEqual(need);
      expect(state && faultsOf(CORE.text(state), CORE.options).fault).toBeUndefined();
      expect(() => decoded(CORE, text, CORE.start(budget - 1))).toThrow('is refused');
    },
  );
});

describe('labels', () => {
  test.each([CORE, FREE])('one that is taken is refused, whatever tokens spell it', (decoder) => {
    const state = decoded(decoder, 'camera oak {}\ntree ');
    const oak = decoder.accept(state, idOf('oak'));
    expect(oak).toBeDefined();
    expect(oak && decoder.allows(oak, idOf(' {'))).toBe(false);
    expect(oak && decoder.mask(oak).has(idOf(' {'))).toBe(false);
    expect(oak && mayFollow(decoder, oak, '2 {')).toBe(true);
    expect(decoder.allows(state, idOf('oak {'))).toBe(false);
    expect(decoder.mask(state).has(idOf('oak {'))).toBe(false);
    const before = decoded(decoder, 'camera oak {}\ntree');
    expect(decoder.allows(before, idOf(' oak {'))).toBe(false);
    expect(decoder.mask(before).has(idOf(' oak {'))).toBe(false);
    expect(mayFollow(decoder, state, 'oa {')).toBe(true);
    expect(mayFollow(decoder, state, 'oak {')).toBe(false);
  });
  test('one that is free is taken from then on, in the state behind it alone', () => {
    const before = decoded(CORE, 'camera ');
    const behind = decoded(CORE, 'oak {}\nsky ', before);
    expect(mayFollow(CORE, behind, 'oak {')).toBe(false);
    expect(mayFollow(CORE, before, 'oak {')).toBe(true);
  });
});

describe('forced text', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['tree {', ' '],
    ['cam', 'era '],
    ['camera {}', '\n'],
    ['camera', ' '],
    ['tree { at: (0, 0), height: 4 ', '}\n'],
    ['', ''],
  ];
  test.each(cases)('behind %j it is %j', (text, forced) => {
    expect(new TextDecoder().decode(CORE.forced(decoded(CORE, text)))).toBe(forced);
  });
  test.each(['', 'cam', 'tree { at: (0, 0), height: 4 ', 'tree', 'camera { near: 3, far'])(
    'behind %j every other byte is refused',
    (text) => {
      const state = decoded(CORE, text);
      let at: DecodingState | undefined = state;
      for (const byte of CORE.forced(state)) {
        if (at === undefined) throw new Error('a forced byte is refused');
        const mask = CORE.mask(at);
        for (let other = 0; other < 256; other += 1) expect(mask.has(other)).toBe(other === byte);
        expect(CORE.canEnd(at)).toBe(false);
        at = CORE.accept(at, byte);
      }
      const free = at && CORE.mask(at);
      const singles = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => free?.has(byte));
      expect(singles.length + (at !== undefined && CORE.canEnd(at) ? 1 : 0)).toBeGreaterThan(1);
    },
  );
  test('as tokens it stops before what a longer token could take in', () => {
    const state = decoded(CORE, 'cam');
    const spelled = CORE.forcedTokens(state).map((id) => new TextDecoder().decode(BYTES.bytes(id)));
    expect('era '.startsWith(spelled.join(''))).toBe(true);
    // ` {` and ` at` begin with the space.
    expect(spelled.join('')).toBe('era');
    expect(CORE.forcedTokens(CORE.start())).toEqual([]);
  });
});

describe('reasons', () => {
  const cases = [
    ['an unknown property', 'tree { ', 'leaves', 'unknown-property'],
    ['an unknown kind', '', 'cameras', 'unknown-kind'],
    ['a number out of range', 'camera { fov: ', '0 }', 'out-of-range'],
    ['a unit of another sort', 'tree { at: (0, 0), height: ', '4deg', 'wrong-dimension'],
    ['a property that is missing', 'tree { at: (0, 0)', ' }', 'missing-property'],
    ['a label that is taken', 'camera oak {}\ntree oak', ' {', 'duplicate-name'],
    ['a layout of another sort', 'camera {', '}\n\n', 'unexpected-token'],
  ] as const;
  test.each(cases)('%s', (_, text, token, code) => {
    const state = decoded(CORE, text);
    const why = CORE.explain(state, idOf(token));
    expect(why).toMatchObject({ code, severity: 'error' });
    const { start = -1, end = -1 } = why?.primary ?? {};
    expect(0 <= start && start <= end && end <= text.length + token.length).toBe(true);
    expect(CORE.allows(state, idOf(token))).toBe(false);
  });
  test('a budget that does not suffice', () => {
    const state = CORE.start(8);
    expect(CORE.explain(state, idOf('tree'))).toMatchObject({ title: 'not enough tokens left' });
    expect(CORE.explain(CORE.start(), idOf('tree'))).toBeUndefined();
  });
  test('what follows the end, and what has no text', () => {
    const ended = CORE.accept(CORE.start(), END) as DecodingState;
    expect(CORE.explain(ended, idOf('tree'))?.title).toBe('text behind the end');
    expect(CORE.explain(CORE.start(), UNUSED)?.title).toBe('token without text');
    expect(CORE.explain(decoded(CORE, 'tree'), END)?.code).toBeDefined();
  });
});

describe('slots', () => {
  const cases = [
    ['', []],
    ['tree { ', []],
    ['tree { at: (', ['$NUM']],
    ['tree { at: (0, 0), height: ', ['$NUM']],
    ['tree { at: (0, 0), height: 4', []],
    ['tree { at: (0, 0), height: 4, rotation: ', ['$ROT']],
    ['tree { at: (0, 0), height: 4, appearance: ', ['$CLIP']],
    ['haze { color: ', []],
    ['scene { seed: ', ['$NUM']],
  ] as const;
  test.each(cases)('behind %j: %j', (text, slots) => {
    const state = decoded(SLOTS, text);
    expect(SLOTS.slots(state).map(({ slot }) => slot)).toEqual(slots);
    const mask = SLOTS.mask(state);
    for (const [slot, id] of Object.entries(SLOT_IDS)) {
      const isOpen = (slots as readonly string[]).includes(slot);
      expect([slot, mask.has(id), SLOTS.allows(state, id)]).toEqual([slot, isOpen, isOpen]);
    }
  });
  test('without them they are refused', () => {
    const state = decoded(CORE, 'tree { at: (');
    expect(CORE.allows(state, SLOT_IDS.$NUM)).toBe(false);
    expect(CORE.mask(state).has(SLOT_IDS.$NUM)).toBe(false);
    expect(CORE.slots(state)).toEqual([]);
  });
  test('the numbers that fit are told', () => {
    expect(SLOTS.slots(decoded(SLOTS, 'scene { seed: '))).toMatchObject([{ isWhole: true }]);
    const [height] = SLOTS.slots(decoded(SLOTS, 'tree { at: (0, 0), height: '));
    expect(height?.isWhole).toBe(false);
    expect(height?.ranges?.[0]?.min).toBe(0);
  });
  test('the text names them', () => {
    const behind = SLOTS.accept(decoded(SLOTS, 'tree { at: ('), SLOT_IDS.$NUM) as DecodingState;
    expect(SLOTS.text(decoded(SLOTS, ', ', behind))).toBe('tree { at: ($NUM, ');
  });
});

describe('wrong use', () => {
  test.each([-1, BYTES.size, 1.5, Number.NaN])('id %s', (id) => {
    expect(() => CORE.accept(CORE.start(), id)).toThrow(
      new RangeError(`${id} is no id of a vocabulary of ${BYTES.size}`),
    );
    expect(() => CORE.allows(CORE.start(), id)).toThrow(RangeError);
    expect(() => CORE.explain(CORE.start(), id)).toThrow(RangeError);
  });
  test('a state of another decoder', () => {
    const state = FREE.start();
    const calls = [
      () => CORE.mask(state),
      () => CORE.accept(state, 0),
      () => CORE.allows(state, 0),
      () => CORE.canEnd(state),
      () => CORE.explain(state, 0),
      () => CORE.forced(state),
      () => CORE.forcedTokens(state),
      () => CORE.need(state),
      () => CORE.slots(state),
      () => CORE.text(state),
    ];
    for (const call of calls) expect(call).toThrow(new TypeError('this state belongs to another decoder'));
  });
  test('a vocabulary without the characters of programs', () => {
    const tokens = Array.from({ length: 256 }, (_, byte) => [byte, Uint8Array.of(byte)] as const).filter(
      ([byte]) => byte !== 0x7b && byte !== 0x0a,
    );
    expect(() => createDecoder(createVocabulary({ tokens, ends: [256] }))).toThrow(
      new RangeError('the vocabulary has no tokens for the characters "{" "\\n"'),
    );
  });
});

test('a state is a value: both ways on from one lead where they lead alone', () => {
  const state = decoded(CORE, 'tree { at: (');
  const mask = CORE.mask(state);
  const ids = Array.from({ length: BYTES.size }, (_, id) => id).filter((id) => mask.has(id));
  decoded(CORE, '1, 2), height: 3 }', state);
  decoded(CORE, '-5, 2', state);
  expect(ids.every((id) => CORE.allows(state, id))).toBe(true);
  expect(CORE.text(state)).toBe('tree { at: (');
  expect(Array.from({ length: BYTES.size }, (_, id) => id).filter((id) => CORE.mask(state).has(id))).toEqual(ids);
});

test.each([
  [0, 'tree'],
  [0, '@note("a") tree'],
  [1, 'tree { at: (0, 0), height: 4 }\ntree'],
])('with at most %i objects %j is refused', (objects, text) => {
  const decoder = decoderOf({ objects });
  expect(mayFollow(decoder, decoder.start(), text)).toBe(false);
  expect(mayFollow(decoder, decoder.start(), 'camera {}\nsky {}\n')).toBe(true);
  const more = decoderOf({ objects: objects + 1 });
  expect(mayFollow(more, more.start(), text)).toBe(true);
});
