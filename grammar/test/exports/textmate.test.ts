// The TextMate grammar tells the lexer's tokens apart as the lexer does.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { softKeywords, tokenize } from '@diorama/syntax';
import { describe, expect, test } from 'vitest';
import { exportGrammar } from '../../src/index.ts';
import { readCorpus } from '../corpus.ts';
import { readExamples } from './core-programs.ts';
import { ENGINES, hasEngines, SKIPPED } from './engines.ts';

if (!hasEngines) console.log(SKIPPED);

const SOFT = new Set(softKeywords);

/** What the scope of a token must begin with. */
function scopeOf(kind: string, token: string): RegExp {
  switch (kind) {
    case 'comment':
    case 'doc-comment':
      return /^comment\./;
    case 'text':
      return /^string\./;
    case 'number':
      return /^constant\.numeric\./;
    case 'color':
      return /^constant\.other\.color\./;
    case 'keyword':
      return /^(keyword\.(?!other\.hole)|constant\.language\.)/;
    case 'name':
      return /^(variable|entity|support)\./;
    default:
      return token === 'Question' ? /^keyword\.other\.hole/ : /^(punctuation|keyword\.operator)\b/;
  }
}

describe.runIf(hasEngines)('every token of every right program', () => {
  test('has the scope of its sort', async () => {
    const require = createRequire(join(ENGINES, 'index.js'));
    const { Registry, INITIAL, parseRawGrammar } = require('vscode-textmate');
    const oniguruma = require('vscode-oniguruma');
    await oniguruma.loadWASM(readFileSync(join(ENGINES, 'vscode-oniguruma/release/onig.wasm')).buffer);
    const registry = new Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns: readonly string[]) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text: string) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async () => parseRawGrammar(exportGrammar('textmate'), 'diorama.json'),
    });
    const grammar = await registry.loadGrammar('source.diorama');
    const wrong: string[] = [];
    let count = 0;
    for (const { id, text } of [...readCorpus('ok'), ...readExamples()]) {
      const scopes = scopesOf(grammar, INITIAL, text);
      for (const { kind, token, start, text: lexeme } of tokenize(text)) {
        count += 1;
        const scope = scopes.get(start) ?? 'none';
        // These have names that are spelled like soft keywords, which the lexer alone cannot tell.
        const mayBeName = SOFT.has(lexeme) && /^(soft-keywords-as-names|imports-with-aliases|river-bend)/.test(id);
        if (mayBeName && scopeOf('name', 'Identifier').test(scope)) continue;
        if (!scopeOf(kind, token).test(scope))
          wrong.push(`${id} ${start} ${kind} ${token} ${lexeme.slice(0, 20)}: ${scope}`);
      }
    }
    expect(count).toBeGreaterThan(10_000);
    expect(wrong).toEqual([]);
  });
});

/** The innermost scope at every offset, but for what is only a part of a string or number. */
function scopesOf(
  grammar: { tokenizeLine: (line: string, state: unknown) => LineTokens },
  initial: unknown,
  text: string,
) {
  const scopes = new Map<number, string>();
  let [state, offset] = [initial, 0];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    for (const { startIndex, endIndex, scopes: all } of tokens) {
      for (let at = startIndex; at < endIndex; at += 1) scopes.set(offset + at, all[1] ?? 'none');
    }
    state = ruleStack;
    offset += line.length + 1;
  }
  return scopes;
}
interface LineTokens {
  readonly tokens: readonly {
    readonly startIndex: number;
    readonly endIndex: number;
    readonly scopes: readonly string[];
  }[];
  readonly ruleStack: unknown;
}
