// The exported grammars in the engines that they are for: what each takes and what it refuses.
import { parse } from '@diorama/syntax';
import { describe, expect, test } from 'vitest';
import { exportGrammar, type GrammarOptions } from '../../src/index.ts';
import { readCorpus } from '../corpus.ts';
import { corePrograms, readExamples } from './core-programs.ts';
import { askEngine, hasEngines, SKIPPED } from './engines.ts';
import { NOT_CONTEXT_FREE } from './not-context-free.ts';

if (!hasEngines) console.log(SKIPPED);

const right = [...readCorpus('ok'), ...readExamples()];
const broken = readCorpus('broken').filter(
  (source) => parse(source).diagnostics.length > 0 && !NOT_CONTEXT_FREE.has(source.id),
);
const cores = corePrograms();
const WRONG_CORES = [
  'tree { at: (0, 1) }\n',
  'tree { at: (0, 1), height: 201 }\n',
  'tree { at: (0, 1), height: 3kg }\n',
  'tree { at: (0, 1), height: 3, pose: stand }\n',
  'bird { at: (0, 1), height: 3, pose: graze }\n',
  'haze { density: 1, visibility: 40 }\n',
  'box { at: (0, 1), at: (0, 1) }\n',
  'let { at: (0, 1) }\n',
];

describe.runIf(hasEngines).each([
  ['xgrammar', 'xgrammar'],
  ['llguidance', 'lark'],
  ['llama.cpp', 'gbnf'],
] as const)('%s', (engine, format) => {
  const refused = (names: readonly string[], grammar: string, texts: readonly string[]) => {
    const answers = askEngine(engine, grammar, texts);
    return names.filter((_, index) => answers[index]?.ok === false);
  };

  test('the whole language: takes every right program, and no broken one', () => {
    const sources = [...right, ...broken];
    const names = sources.map(({ id }) => id);
    const found = refused(
      names,
      exportGrammar(format),
      sources.map(({ text }) => text),
    );
    expect(found).toEqual(broken.map(({ id }) => id));
  });

  test.each<GrammarOptions>([
    { layout: 'canonical', order: 'table' },
    { layout: 'free', order: 'any' },
  ])('core form, layout $layout, order $order: takes every program', (options) => {
    // llama.cpp walks every character through all of its stacks: a part will do.
    const some = engine === 'llama.cpp' ? cores.filter(([, text]) => text.length < 2500) : cores;
    const grammar = exportGrammar(format, { form: 'core', ...options });
    expect(
      refused(
        some.map(([name]) => name),
        grammar,
        some.map(([, text]) => text),
      ),
    ).toEqual([]);
  });

  test('core form: refuses what is of the wrong type or range, is missing or comes twice', () => {
    expect(refused(WRONG_CORES, exportGrammar(format, { form: 'core' }), WRONG_CORES)).toEqual(WRONG_CORES);
  });
});
