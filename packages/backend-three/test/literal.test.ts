// Plain data as JavaScript: what is read back is what was written, wherever the text stands.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal } from '../src/literal.ts';

const evaluate = (text: string): unknown => new Function(`return (${text});`)();

test.each([
  ['</script><script>alert(1)</script>', '"\\u003c/script\\u003e\\u003cscript\\u003ealert(1)\\u003c/script\\u003e"'],
  ['*/ evil() /*', '"\\u002a/ evil() /\\u002a"'],
  ['a\u2028b\nc', '"a\\u2028b\\nc"'],
  ['\u202egnp.exe', '"\\u202egnp.exe"'],
  ["it's", '"it\'s"'],
  ['Löwe', '"Löwe"'],
])('%j stays in its quotes', (text, expected) => {
  expect(literal(text)).toBe(expected);
});

test('any text is read back, and cannot end a script, a comment or a line', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('-->', ']]>', ['`$', '{x}`'].join(''), '\\', '\ud800')),
      (text) => {
        const written = literal(text);
        expect(evaluate(written)).toBe(text);
        expect(written).not.toMatch(/<|>|\*\/|[\n\r\u2028\u2029]/);
      },
    ),
  );
});

test('numbers, arrays and objects are read back', () => {
  const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
  const value = fc.record({
    a: fc.array(number),
    b: fc.option(fc.string()),
    c: fc.boolean(),
    d: fc.record({ e: number }),
  });
  fc.assert(
    fc.property(value, (data) => {
      // −0 is written as 0: no renderer tells them apart.
      expect(evaluate(literal(data))).toEqual(JSON.parse(JSON.stringify(data)));
    }),
  );
  expect(literal(Float64Array.of(1, 0.5))).toBe('[1, 0.5]');
});
