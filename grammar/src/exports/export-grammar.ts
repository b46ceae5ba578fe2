// Turns the language into a grammar of another format: for decoders, for hosted models, for editors, for readers.
import type { Catalog } from '../catalog.ts';
import type { PrefixState } from '../prefix-state.ts';
import { coreModel } from './core/core-model.ts';
import { type CoreOptions, coreRules } from './core/core-rules.ts';
import { diagramsPage } from './diagrams/diagrams.ts';
import { emitEbnf } from './ebnf.ts';
import { jsonSchema } from './json/json-schema.ts';
import { printGbnf } from './notations/gbnf.ts';
import { printLark } from './notations/lark.ts';
import { printXGrammar } from './notations/xgrammar.ts';
import { textMateGrammar } from './textmate.ts';
import { wholeRules } from './whole/whole-rules.ts';

/**
 * `gbnf`: llama.cpp. `lark`: llguidance, vLLM's guidance backend, custom tools of hosted models. `xgrammar`: XGrammar,
 * vLLM, SGLang. `json-schema`: models that are offered nothing else. `textmate`: editors. `diagrams`: a page to read.
 */
export type GrammarFormat = keyof typeof GRAMMAR_FORMATS;

/** Which forms of the language a format can tell, the usual one first. */
export const GRAMMAR_FORMATS = Object.freeze({
  ebnf: ['whole'],
  gbnf: ['whole', 'core'],
  lark: ['whole', 'core'],
  xgrammar: ['whole', 'core'],
  'json-schema': ['core'],
  textmate: ['whole'],
  diagrams: ['whole'],
} as const) satisfies Readonly<Record<string, readonly ('whole' | 'core')[]>>;

export interface GrammarOptions extends Partial<CoreOptions> {
  /** `whole`: the language without its types; `core`: core form, with those of the vocabulary. */
  readonly form?: 'whole' | 'core';
  /** Assets of a class are alternatives if they are few. Core form only. */
  readonly catalog?: Catalog;
  /**
   * The state behind a whole program: the grammar is that of what may follow it, its names among the values whose type
   * fits, its prefabs among the kinds. Core form only.
   */
  readonly session?: PrefixState;
}

/**
 * The text of a grammar; a comment at its top tells which guarantees it keeps.
 * @throws RangeError if the format cannot tell the form, or an option belongs to core form alone.
 */
export function exportGrammar(format: GrammarFormat, options: GrammarOptions = {}): string {
  const forms: readonly string[] = GRAMMAR_FORMATS[format];
  const { form = options.session !== undefined && forms.includes('core') ? 'core' : forms[0] } = options;
  if (!forms.includes(form ?? '')) throw new RangeError(`${format} has no form ${form}: it has ${forms.join(', ')}`);
  if (form !== 'core' && options.session !== undefined) {
    throw new RangeError(
      `a session belongs to core form: ${format} has it in none of its forms, or another was asked for`,
    );
  }
  const model = () => coreModel(options.catalog, options.session);
  const rules = () => (form === 'core' ? coreRules(model(), options) : wholeRules());
  switch (format) {
    case 'ebnf':
      return emitEbnf();
    case 'gbnf':
      return printGbnf(rules());
    case 'lark':
      return printLark(rules());
    case 'xgrammar':
      return printXGrammar(rules());
    case 'json-schema':
      return `${JSON.stringify(jsonSchema(model()), undefined, 2)}\n`;
    case 'textmate':
      return `${JSON.stringify(textMateGrammar(), undefined, 2)}\n`;
    case 'diagrams':
      return diagramsPage();
  }
}
