// Collects the rules of a grammar under way: each name once, in the order in which they are first needed.
import { invariant } from '@diorama/diagnostics';
import { type Pattern, type Reference, type Rule, reference } from './pattern.ts';

export interface RuleList {
  /** Defines a rule, unless its name is taken already, and refers to it. */
  rule(name: string, pattern: () => Pattern): Reference;
  /** The same for what is one lexeme. */
  terminal(name: string, pattern: () => Pattern): Reference;
  /** All rules, in order. */
  list(): readonly Rule[];
}

export function createRuleList(): RuleList {
  const rules = new Map<string, Rule | undefined>();
  const define = (name: string, terminal: boolean, pattern: () => Pattern) => {
    invariant(/^[a-z][a-z0-9-]*$/.test(name), `a rule's name is lower case with dashes: ${name}`);
    if (!rules.has(name)) {
      // The name is taken before its pattern is made, so that rules may come back to themselves.
      rules.set(name, undefined);
      rules.set(name, { name, pattern: pattern(), terminal });
    }
    return reference(name);
  };
  return {
    rule: (name, pattern) => define(name, false, pattern),
    terminal: (name, pattern) => define(name, true, pattern),
    list: () => [...rules.values()].filter((rule) => rule !== undefined),
  };
}
