// Laws of templates: holes anywhere in programs of the corpus are filled, whatever a model prefers.

import { check } from '@diorama/checker';
import { hasErrors, SourceFile } from '@diorama/diagnostics';
import { lower } from '@diorama/lowering';
import { parse } from '@diorama/syntax';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATALOG, corpusWorld } from '../../../../grammar/test/corpus.ts';
import { complete } from '../../src/template/index.ts';
import { readPrograms } from '../engine/programs.ts';
import { FIXTURES } from '../tokenizers.ts';
import { punchHoles, valuesOf } from './punch-holes.ts';
import { draw, keeps } from './support.ts';

const vocabularies = [FIXTURES['byte-level'].load(), FIXTURES.sentencepiece.load()];
const world = corpusWorld('ok');
const lines = readPrograms()
  .filter(({ form, layout }) => form === 'core' && layout === 'canonical')
  .map(({ text }) => text.split(/(?<=\n)/).filter((line) => line.length < 400));
const programs = lines.filter((each) => each.length > 0);

/** A program of a few lines of one of the corpus, with holes. */
const templates = fc
  .record({
    all: fc.constantFrom(...programs),
    from: fc.nat(1000),
    count: fc.integer({ min: 1, max: 3 }),
    holes: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 5 }),
  })
  .map(({ all, from, count, holes }) => {
    // What names files stands in the settings.
    const settings = all.filter((line) => line.startsWith('scene '));
    const others = all.filter((line) => !line.startsWith('scene '));
    const first = others.length === 0 ? 0 : from % others.length;
    const program = [...settings, ...others.slice(first, first + count)].join('');
    const values = valuesOf(program);
    const chosen = holes.flatMap((hole) =>
      values.length === 0 ? [] : [values[hole % values.length] as (typeof values)[0]],
    );
    return { program, template: punchHoles(program, chosen) };
  })
  .filter(({ program, template }) => template !== program && faultsOf(program).length === 0);

test('holes in the corpus are filled: what was written is kept, and the whole parses, checks and lowers', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(
      templates,
      fc.boolean(),
      fc.nat(1),
      fc.nat(30),
      fc.nat(),
      ({ template }, openEnd, which, extra, seed) => {
        const vocabulary = vocabularies[which] as (typeof vocabularies)[0];
        const { value, diagnostics } = complete(vocabulary, template, { openEnd, catalog: { assets: CATALOG }, world });
        if (value === undefined)
          throw new Error(diagnostics.map(({ title, primary }) => `${title}: ${primary.message}`).join());
        const text = draw(value, seed, value.need(value.start()) + extra);
        expect({ text, faults: faultsOf(text), keeps: keeps(text, template) }).toEqual({
          text,
          faults: [],
          keeps: true,
        });
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 25), seed: Number(process.env.SEED ?? 7) },
  );
});

function faultsOf(program: string): readonly string[] {
  const source = SourceFile.from('main.dio', program);
  const tree = parse(source);
  if (hasErrors(tree.diagnostics)) return ['does not parse'];
  const checked = check(tree.value, { source, world, catalog: CATALOG });
  const said = hasErrors(checked.diagnostics) ? checked.diagnostics : lower(checked.value).diagnostics;
  return said
    .filter(({ severity, code }) => severity === 'error' || code === 'unsolved-hole')
    .map(({ code, primary }) => `${code}: ${primary.message}`);
}
