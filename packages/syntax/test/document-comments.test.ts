import { expect, test } from 'vitest';
import { documentationOf } from '../src/index.ts';
import { parsed } from './support.ts';

test('the `///` lines before an item are its documentation', () => {
  const program = parsed(`/// A lioness.
///   Late light.
// no documentation
@note("x") carnivore { /// Her height.
  height: 1
  at: (0, 1)
}
tree { }
if a { } else {
  /// A bush.
  bush { }
}
`);
  const [lioness, tree, choice] = program.items;
  if (lioness?.kind !== 'element' || tree === undefined || choice?.kind !== 'if') throw new Error('unexpected tree');
  const [height, at] = lioness.body.entries;
  const bush = choice.else?.kind === 'body' ? choice.else.items[0] : undefined;
  if (height === undefined || at === undefined || bush === undefined) throw new Error('unexpected tree');
  expect(documentationOf(program, lioness)).toBe('A lioness.\nLate light.');
  expect(documentationOf(program, height)).toBe('Her height.');
  expect(documentationOf(program, at)).toBeUndefined();
  expect(documentationOf(program, tree)).toBeUndefined();
  expect(documentationOf(program, bush)).toBe('A bush.');
});
