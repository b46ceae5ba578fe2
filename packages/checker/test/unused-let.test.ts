// Lets that nothing uses: a warning, and never beside the mistake that keeps one from being used.
import { describe, expect, test } from 'vitest';
import { checkDiagnostics, checkFine, codes } from './support.ts';

const BOX = 'box { at: (0, 0) }';

describe('is told', () => {
  test('of lets in all blocks', () =>
    checkDiagnostics(`
      let a = 1m
          ^ unused-let, offer: _
      let b = 2m
      for i in 0..3 { let c = b box { at: (0, 0) let d = 3m } }
                          ^ unused-let, offer: _
                                                     ^ unused-let, offer: _
      prefab p(x: Length) { let e = 3m box { } }
                                ^ unused-let, offer: _
      group { at: (0, 0) let f = 3m box { } if true { let g = 3m box { } } else { let h = 3m box { at: (h, 0) } } }
                             ^ unused-let, offer: _
                                                          ^ unused-let, offer: _
      scatter 3 in disk(radius: 3) { let k = 3m box { } }
                                         ^ unused-let, offer: _
    `));

  test('of the outer one that an inner one hides', () =>
    expect(codes(`let a = 1m\nfor i in 0..3 { let a = 2m box { at: (a, 0) } }`)).toEqual(['unused-let']));
});

describe('is not told', () => {
  test.each([
    ['if it begins with _', `let _a = 1m\n${BOX}`],
    ['of a library', 'let a = 1m\nprefab p() { box { } }'],
    [
      'of labels, parameters and loop variables',
      `tree oak { at: (0, 0), height: 4 }\nprefab p(x: Length) { box { } }\nfor i in 0..3 { ${BOX} }`,
    ],
    ['if another let uses it', `let a = 1m\nlet _b = a\n${BOX}`],
    ['if a prefab uses it', `let a = 1m\nprefab p() { tree { height: a } }\n${BOX}`],
    [
      'if a header uses it',
      `let n = 3\nlet r = disk(radius: 3)\nlet s = 1m\nlet c = true\nscatter n in r spacing s { bush { height: 1 } }\nif c { ${BOX} }\nfor i in 0..n { ${BOX} }`,
    ],
    ['if a default uses it', `let a = 1m\nprefab p(x: Length = a) { tree { height: x } }\n${BOX}`],
    ['if it is imported', `use far from "a.dio"\n${BOX}`],
  ])('%s', (_what, text) => checkFine(text, { files: { 'a.dio': 'let far = 3m' } }));

  test.each([
    ['a misspelling', `let far = 1m\nbox { at: (fra, 0) }`, 'unknown-name'],
    ['a use above it', `box { at: (far, 0) }\nlet far = 1m`, 'declared-below'],
    ['an unknown property', `let far = 1m\nbox { at: (0, 0), qwertz: far }`, 'unknown-property'],
    ['an unknown kind', `let far = 1m\nqwertz { at: (0, far) }`, 'unknown-kind'],
    ['an unknown kind around it', `qwertz { let far = 1m at: (0, far) }`, 'unknown-kind'],
    ['an unknown function', `let far = 1m\nbox { at: (0, qwertz(far)) }`, 'unknown-function'],
    ['an unknown argument', `let far = 1m\nlet _r = disk(qwertz: far)`, 'unknown-argument'],
    ['a repeated property', `let far = 1m\nbox { at: (0, 0), at: (0, far) }`, 'repeated-property'],
    ['too long a sum', `let far = 1m\nlet _x = far${' + far'.repeat(2000)}\n${BOX}`, 'long-expression'],
    ['too long a tuple', `let far = 1m\nbox { at: (0, 0, 0, far) }`, 'long-tuple'],
    ['a mistake beside it', `let far = 1m\nlet _x = far + "a"\n${BOX}`, 'wrong-type'],
  ])('because of %s', (_what, text, code) => expect(codes(text)).toEqual([code]));

  test.each([
    ['box { at: (0, far }'],
    ['box { at: (0, far) color: }'],
    ['for i in 0.. { box { at: (far, 0) } }'],
    ['box at: (far, 0) }'],
    ['tree { at: (0, 0), height: far +* 3 }'],
  ])('because of the broken %s', (text) => expect(codes(`let far = 1m\n${text}\n${BOX}`)).not.toContain('unused-let'));
});
