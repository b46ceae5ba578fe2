// Positions and vectors: which sums there are, what they are, and when a point stays on the ground.
import { describe, expect, test } from 'vitest';
import { checkDiagnostics, checkFine, checkText, errors } from './support.ts';

const OPERANDS = {
  P: { declare: 'let P: Position = (4, 5, 6)', is: ['P'] },
  V: { declare: 'let V: Vector = (1, 2, 3)', is: ['V'] },
  T: { declare: '', text: '(1, 2, 3)', is: ['P', 'V'] },
} as const;
type Operand = keyof typeof OPERANDS;
const OPERAND_NAMES = Object.keys(OPERANDS) as Operand[];

/** What a pair gives: P ± V is a P, P − P a V, V ± V a V. */
function sum(operator: string, left: string, right: string): string | undefined {
  if (left === 'P') return right === 'V' ? 'P' : operator === '-' ? 'V' : undefined;
  return right === 'V' ? 'V' : undefined;
}

/** All that a chain may be, its tuples read either way. */
function possible(operands: readonly Operand[], operators: readonly string[]): ReadonlySet<string> {
  let found: readonly string[] = OPERANDS[operands[0] as Operand].is;
  for (const [index, operator] of operators.entries()) {
    const right: readonly string[] = OPERANDS[operands[index + 1] as Operand].is;
    found = found.flatMap((left) => right.flatMap((other) => sum(operator, left, other) ?? []));
  }
  return new Set(found);
}

function* chains(
  length: number,
): Generator<{ readonly operands: readonly Operand[]; readonly operators: readonly string[] }> {
  if (length === 1) {
    for (const operand of OPERAND_NAMES) yield { operands: [operand], operators: [] };
    return;
  }
  for (const { operands, operators } of chains(length - 1))
    for (const operator of ['+', '-'])
      for (const operand of OPERAND_NAMES)
        yield { operands: [...operands, operand], operators: [...operators, operator] };
}

describe('every sum of up to four points', () => {
  const declared = [OPERANDS.P.declare, OPERANDS.V.declare].join('\n');
  test.each([2, 3, 4])('of %d', (length) => {
    for (const { operands, operators } of chains(length)) {
      const text = operands
        .map(
          (operand, index) =>
            `${index === 0 ? '' : `${operators[index - 1]} `}${operand === 'T' ? OPERANDS.T.text : operand}`,
        )
        .join(' ');
      const kinds = possible(operands, operators);
      expect(errors(`${declared}\nlet x = ${text}`), text).toEqual(kinds.size === 0 ? ['impossible-sum'] : []);
      if (kinds.size === 0) continue;
      expect(errors(`${declared}\nlet x: Position = ${text}`), text).toHaveLength(kinds.has('P') ? 0 : 1);
      expect(errors(`${declared}\nlet x: Vector = ${text}`), text).toHaveLength(kinds.has('V') ? 0 : 1);
    }
  });

  test('is what its numbers are, whatever its tuples are read as', () => {
    for (const { operands, operators } of chains(3)) {
      const kinds = possible(operands, operators);
      const text = operands
        .map(
          (operand, index) =>
            `${index === 0 ? '' : `${operators[index - 1]} `}${operand === 'T' ? OPERANDS.T.text : operand}`,
        )
        .join(' ');
      const numbers = { P: [4, 5, 6], V: [1, 2, 3], T: [1, 2, 3] };
      const expected = [0, 1, 2].map((axis) =>
        operands.reduce(
          (total, operand, index) =>
            total + (operators[index - 1] === '-' ? -1 : 1) * (numbers[operand][axis] as number),
          0,
        ),
      );
      for (const [kind, type] of [
        ['P', 'Position'],
        ['V', 'Vector'],
      ] as const) {
        if (!kinds.has(kind)) continue;
        const value = constantOf(`${declared}\nlet x: ${type} = ${text}`);
        expect(value, text).toMatchObject({ kind: type.toLowerCase(), x: expected[0], y: expected[1], z: expected[2] });
      }
    }
  });
});

/** The value of the last let. */
function constantOf(text: string): unknown {
  const { program, diagnostics } = checkText(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const item = program.items.at(-1);
  return item?.kind === 'let' ? item.variable.constant : undefined;
}

describe('a point stays on the ground only if nothing can have lifted it', () => {
  test.each([
    ['(1, 2)', true],
    ['(1, 0, 2)', false],
    ['(1, 2) + (1, 2)', true],
    ['(1, 2) + (1, 0, 2)', true],
    ['(1, 2) + (1, 0m, 2)', true],
    ['(1, 2) + (1, 0.0, 2)', true],
    ['(1, 2) + (1, 1, 2)', false],
    ['(1, 2) + (1, 1 - 1, 2)', false],
    ['(1, 2) - (1, 2) + (1, 2)', true],
    ['(1, 2) + (1, 0, 2) * 3', true],
    ['(1, 2) + 3 * (1, 2, 3)', false],
    ['(1, 2) + -(1, 0, 2)', true],
    ['(1, 0, 2) + (1, 2)', false],
    ['(1, 2) + ((3, 4) - (5, 6)) / 2', true],
    ['(1, 2) + ((3, 4) - (5, 0, 6))', false],
    ['polar(2, 90)', true],
    ['polar(2, 90) + polar(2, 90)', true],
    ['if true then (1, 2) else (1, 0, 2)', true],
    ['if false then (1, 2) else (1, 0, 2)', false],
  ])('%s', (text, ground) => expect(constantOf(`let x: Position = ${text}`)).toMatchObject({ ground }));

  test('its y is 0 there', () => {
    expect(constantOf('let p = (1, 2)\nlet x = p.y')).toBe(0);
    expect(constantOf('let x: Vector = (1, 2)')).toMatchObject({ x: 1, y: 0, z: 2, level: true });
  });
});

describe('members', () => {
  test.each([
    ['(1, 2).x', 1],
    ['(1, 2).z', 2],
    ['(1, 2, 3).y', 2],
    ['((4, 5, 6) - (1, 1, 1)).y', 4],
    ['(-(1, 2, 3)).z', -3],
    ['polar(2, 0).z', 2],
    ['polar(2, 90).x', 2],
    ['distance((0, 0), (3, 4))', 5],
    ['distance((0, 0, 0), (2, 3, 6))', 7],
  ])('%s', (text, value) => expect(constantOf(`let x = ${text}`)).toBeCloseTo(value, 12));
});

describe('vectors are scaled', () => {
  test.each([['V * 2'], ['2 * V'], ['V / 2'], ['V * 2 / 4'], ['-V * 0.5'], ['2 * V * 2'], ['(1, 2, 3) * 2']])(
    '%s',
    (text) => expect(errors(`let V: Vector = (1, 2, 3)\nlet x: Vector = ${text}`)).toEqual([]),
  );

  test.each([
    ['V * V', 'wrong-type'],
    ['2 / V', 'wrong-type'],
    ['V * 2m', 'wrong-type'],
    ['2m * V', 'wrong-type'],
    ['V / 2deg', 'wrong-type'],
    ['P * 2', 'wrong-type'],
    ['2 * P', 'wrong-type'],
    ['P / 2', 'wrong-type'],
    ['-P', 'wrong-type'],
    ['V * "a"', 'wrong-type'],
    ['V / 0', 'division-by-zero'],
  ])('%s is %s', (text, code) =>
    expect(errors(`let V: Vector = (1, 2, 3)\nlet P = (1, 2)\nlet x = ${text}`)).toEqual([code]),
  );

  test('the message points at what cannot be scaled', () =>
    checkDiagnostics(`
      let p = (0, -8)
      let v: Vector = (1, 2, 3)
      tree { at: p * 2, height: 5 }
                 ^ wrong-type
      tree { at: p + v * v, height: 5 }
                         ^ wrong-type
      tree { at: p + 2m * v, height: 5 }
                     ^^ wrong-type
      tree { at: 2 * p, height: 5 }
                     ^ wrong-type
    `));
});

describe('what cannot be added', () => {
  test('is said in the words of points', () =>
    checkDiagnostics(`
      tree oak { at: (0, -8), height: 4 }
      let v: Vector = (1, 0, 0)
      tree { at: oak.at + oak.at, height: 4 }
                 ^^^^^^^^^^^^^^^ impossible-sum
      tree { at: v + oak.at, height: 4 }
                 ^^^^^^^^^^ impossible-sum, fix: oak.at … v
      tree { at: v - oak.at, height: 4 }
                 ^^^^^^^^^^ impossible-sum
      tree { at: oak.at + 3m, height: 4 }
                          ^^ impossible-sum
      tree { at: 3m + oak.at, height: 4 }
                 ^^ impossible-sum
      tree { at: oak.at + oak, height: 4 }
                          ^^^ impossible-sum
    `));

  test('a point of the camera takes part in nothing', () =>
    checkDiagnostics(`
      tree oak { at: view(0, 0, -8), height: 4 }
      tree { at: oak.at + (1, 0, 0), height: 4 }
                 ^^^^^^ impossible-sum
      tree { at: (0, 0), height: 4, rotation: facing(oak.at) }
                                                     ^^^^^^ wrong-type
      tree { at: oak.at, height: distance(oak.at, (0, 0)) }
                                          ^^^^^^ wrong-type
      tree { at: oak.at.x, height: 4 }
                        ^ unknown-member
    `));
});

describe('tuples', () => {
  test('have two or three parts, all lengths', () =>
    checkDiagnostics(`
      tree { at: (0, 0, -8, 1), height: 4 }
                 ^^^^^^^^^^^^^ long-tuple
      tree { at: (0, "x", 3deg), height: 4 }
                     ^^^ wrong-type
                          ^^^^ wrong-dimension
    `));

  test('may be long with names, too', () =>
    checkFine('let x = 3\ntree { at: (x * 1m, 2 * x * 1m + 3, -x * 1m), height: 4 }'));

  test('a Position is no Vector and a Vector no Position', () => {
    expect(errors('let p = (1, 2)\nbox { at: (0, 0), size: p }')).toEqual(['wrong-type']);
    expect(errors('let v: Vector = (1, 2)\nbox { at: v }')).toEqual(['wrong-type']);
  });
});
