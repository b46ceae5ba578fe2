// A recognizer of exported rules that shares nothing with their printers: every end that a pattern can reach.
import type { Pattern, RuleSet } from '../../src/exports/rules/pattern.ts';

export interface Match {
  readonly whole: boolean;
  /** How far any reading came. */
  readonly reached: number;
}

/** Whether a grammar has a text. */
export function matchRules({ rules }: RuleSet, text: string): Match {
  const byName = new Map(rules.map(({ name, pattern }) => [name, pattern]));
  const known = new Map<string, Map<number, readonly number[]>>();
  let reached = 0;

  const ends = (pattern: Pattern, at: number): readonly number[] => {
    switch (pattern.kind) {
      case 'literal':
        if (text.startsWith(pattern.text, at)) return advance(at + pattern.text.length);
        return [];
      case 'characters': {
        const code = text.codePointAt(at);
        if (code === undefined) return [];
        const found = pattern.ranges.some(([from, to]) => codeOf(from) <= code && code <= codeOf(to));
        return found !== pattern.negated ? advance(at + (code > 0xffff ? 2 : 1)) : [];
      }
      case 'reference': {
        const memo = known.get(pattern.name) ?? new Map<number, readonly number[]>();
        known.set(pattern.name, memo);
        const before = memo.get(at);
        if (before !== undefined) return before;
        const inner = byName.get(pattern.name);
        if (inner === undefined) throw new Error(`no rule ${pattern.name}`);
        const found = ends(inner, at);
        memo.set(at, found);
        return found;
      }
      case 'sequence': {
        let all: readonly number[] = [at];
        for (const part of pattern.parts) all = union(all.map((one) => ends(part, one)));
        return all;
      }
      case 'choice':
        return union(pattern.options.map((option) => ends(option, at)));
      case 'repeat': {
        const { of, min, max = Number.POSITIVE_INFINITY } = pattern;
        const found = new Set<number>(min === 0 ? [at] : []);
        let all: readonly number[] = [at];
        for (let count = 1; count <= max && all.length > 0; count += 1) {
          const next = union(all.map((one) => ends(of, one)));
          // What is reached a second time leads nowhere new, once the least count is.
          all = count > min ? next.filter((one) => !found.has(one)) : next;
          if (count >= min) for (const one of all) found.add(one);
        }
        return [...found];
      }
    }
  };
  const advance = (at: number) => {
    if (at > reached) reached = at;
    return [at];
  };

  const [first] = rules;
  return { whole: first !== undefined && ends(first.pattern, 0).includes(text.length), reached };
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function union(lists: readonly (readonly number[])[]): readonly number[] {
  const [only = []] = lists;
  return lists.length === 1 ? only : [...new Set(lists.flat())];
}
