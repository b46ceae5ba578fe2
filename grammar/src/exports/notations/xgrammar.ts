// Turns rules into the EBNF of XGrammar, which vLLM, SGLang and MLC read.
import type { RuleSet } from '../rules/pattern.ts';
import { printGbnf } from './gbnf.ts';

/** The text of a grammar for XGrammar; its names have underscores. */
export function printXGrammar(rules: RuleSet): string {
  return printGbnf(rules, {
    name: (name, isFirst) => (isFirst ? 'root' : name.replaceAll('-', '_')),
    comment: '# ',
  });
}
