// The laws of §6: what is drawn survives editing.
import { VARIANT_COUNT } from '@diorama/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expand } from '../src/index.ts';
import { elementsByText, lowered, typedProgram, withoutOrigins } from './support.ts';

const BLOCKS = [
  'tree { at: (1, 2), height: random(3..5) }',
  'tree oak { at: (1, 2), height: random(3..5), rotation: yaw(random(0..360)) }',
  'bush { at: (-4, 2), height: 1 + random(0..1) * random(0..1) }',
  'for i in 0..3 { bush { at: (i * 1m, 5), height: random(1..2) } let h = random(1m..2m) cone { at: (0, i * 1m), height: h } }',
  'for k in 0..2 { bush { at: (9, k * 1m), height: random(1..2) } for j in 0..k { boulder { at: (7, j * 1m), height: random(1..2) } } }',
  'scatter 5 in disk(radius: 3) spacing 0.5 { bush { height: random(0.5..1) } if random(0..1) < 0.5 { boulder { height: 1 } } }',
  'scatter pick(2..6) in rectangle(center: (20, 0), size: (4, 4)) { pair { rotation: yaw(random(0..360)) } }',
  'pair { at: (8, 8), tall: random(1..2) }',
  'pair twins { at: (8, 9) }',
  'group { at: (30, 30), rotation: yaw(random(0..9)) tree { height: random(1..2) } scatter 3 in disk(radius: 2) { bush { height: random(1..2) } } }',
  'if random(0..1) < 0.7 { bush { at: (3, 3), height: random(1..2) } let t = random(3m..4m) tree { at: (4, 4), height: t } }',
  'let drawn = random(1m..2m) cone { at: (6, 6), height: drawn }',
  'for m in steps(0m..3m, 3) { bush { at: (m, -5), height: random(1..2) } }',
];
const HEAD =
  'scene { seed: 5 } prefab pair(tall: Length = random(1..2)) { let gap = random(1m..2m) bush { height: tall } bush { at: (gap, 0), height: random(1..2) } }';

const subset = fc.shuffledSubarray(BLOCKS);

describe('what is drawn', () => {
  test('does not move when other items come, go, or change places', () => {
    const all = new Map(BLOCKS.map((block) => [block, drawnBy(`${HEAD}\n${block}`)]));
    fc.assert(
      fc.property(subset, (blocks) => {
        const text = `${HEAD}\n${blocks.join('\n')}`;
        const expected = blocks.flatMap((block) => all.get(block) ?? []);
        expect(drawnBy(text)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
  test('does not move with white space and comments', () => {
    fc.assert(
      fc.property(subset, fc.constantFrom('\n', '  ', ' /* a */ ', ' // b\n', '\t'), (blocks, space) => {
        const text = `${HEAD}\n${blocks.join('\n')}`;
        expect(drawnBy(text.replaceAll(/ (?![^"]*"[^"]*$)/g, space))).toEqual(drawnBy(text));
      }),
      { numRuns: 60 },
    );
  });
  test('is what the core form of the program says', () => {
    fc.assert(
      fc.property(subset, (blocks) => {
        const text = `${HEAD}\n${blocks.join('\n')}`;
        const { value, diagnostics } = expand(typedProgram(text).program);
        expect(diagnostics).toEqual([]);
        expect(withoutOrigins(lowered(value))).toEqual(withoutOrigins(lowered(text)));
        expect(expand(typedProgram(value).program).value).toBe(value);
      }),
      { numRuns: 60 },
    );
  });
  test('of an element does not move with its other properties', () => {
    const before = elementsByText('tree { at: (1, 2), height: random(3..5) }');
    const after = lowered(
      'tree { rotation: yaw(random(0..9)), appearance: like("x"), height: random(3..5), at: (1, 2) }',
    ).elements;
    const [tree] = [...before.values()].flat();
    expect(after[0]).toMatchObject({
      height: (tree as { height: number }).height,
      variant: (tree as { variant: number }).variant,
    });
  });
  test('in a loop does not move when the loop grows at its end', () => {
    const loop = (last: number) =>
      drawnBy(
        `for i in 0..${last} { bush { at: (i * 1m, 5), height: random(1..2) } scatter 2 in disk(radius: 2) { bush { height: 1 } } }`,
      );
    fc.assert(
      fc.property(fc.nat(8), fc.nat(4), (last, more) => {
        expect(loop(last + more).slice(0, loop(last).length)).toEqual(loop(last));
      }),
      { numRuns: 30 },
    );
    expect(loop(3).length).toBe(12);
  });
  test('hangs on a label, not on the place beside it', () => {
    const variant = (text: string) => (lowered(text).elements[0] as { variant: number }).variant;
    expect(variant('tree oak { at: (1, 2), height: 3 }')).toBe(variant('tree oak { at: (3, 4), height: 3 }'));
    expect(variant('tree { at: (1, 2), height: 3 }')).not.toBe(variant('tree { at: (3, 4), height: 3 }'));
    expect(variant('tree { at: (1, 2), height: 3 }')).not.toBe(variant('bush { at: (1, 2), height: 3 }'));
  });
  test('differs for namesakes, in their order', () => {
    const twins = 'tree { at: (1, 2), height: 3 }';
    const [a, b, c] = variants(`${twins} ${twins} ${twins}`);
    expect(new Set([a, b, c]).size).toBe(3);
    expect(variants(`${twins} ${twins}`)).toEqual([a, b]);
    expect(variants(`${twins} for i in 0..0 { ${twins} } if true { ${twins} }`)).toEqual([a, expect.any(Number), b]);
    // One that draws nothing is counted all the same: giving it a variant moves no other.
    expect(variants(`tree { at: (1, 2), height: 3, variant: 7 } ${twins}`)).toEqual([7, b]);
  });
  test('differs for namesakes of different loops, and of names inside an if', () => {
    const loops = variants(
      'for i in 0..1 { bush { at: (i * 1m, 0), height: 1 } } for i in 0..1 { bush { at: (i * 1m, 0), height: 1 } }',
    );
    expect(new Set(loops).size).toBe(4);
    const heights = lowered(
      'let h = random(1m..2m) cone { at: (0, 0), height: h } if true { let h = random(1m..2m) cone { at: (0, 1), height: h } }',
    ).elements.map((element) => (element as { height: number }).height);
    expect(new Set(heights).size).toBe(2);
  });
  test('once by a let is the same wherever it is read', () => {
    const [a, b] = lowered(
      'let h = random(1m..2m) cone { at: (0, 0), height: h } cone { at: (0, 1), height: h }',
    ).elements;
    expect((a as { height: number }).height).toBe((b as { height: number }).height);
  });
  test('hangs on the seed', () => {
    const text = (seed: number) => `scene { seed: ${seed} } tree { at: (1, 2), height: 3 }`;
    expect(variants(text(1))).not.toEqual(variants(text(2)));
  });
  test('is a variant of the species, each as likely as the others', () => {
    const drawn = variants('scatter 4000 in disk(radius: 9) { bush { height: 1 } }');
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(VARIANT_COUNT);
    const mean = drawn.reduce((sum, variant) => sum + variant, 0) / drawn.length;
    expect(Math.abs(mean / VARIANT_COUNT - 0.5)).toBeLessThan(0.02);
    expect(new Set(drawn).size).toBeGreaterThan(3800);
  });
  test('stays what it was when the language was published', () => {
    expect(
      variants('tree { at: (1, 2), height: 3 } scatter 2 in disk(radius: 2) { bush { height: 1 } }'),
    ).toMatchInlineSnapshot(`
      [
        65079,
        54911,
        5184,
      ]
    `);
  });
});

function drawnBy(text: string) {
  return withoutOrigins(lowered(text).elements);
}

function variants(text: string): readonly number[] {
  return lowered(text).elements.map((element) => ('variant' in element ? element.variant : Number.NaN));
}
