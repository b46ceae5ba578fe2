// Turns the parser's productions into a transition network: a graph whose walks are exactly the programs.
import { invariant } from '@diorama/diagnostics';
import { grammarProductions } from '@diorama/syntax';
import {
  Alternation,
  type Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain';
import { members } from '../tokens.ts';

/** A place in a rule: before a token, before another rule, before a choice, or at its end. */
export type Node = TokenNode | CallNode | ForkNode | EndNode;
interface Place {
  /** The rule in which it lies. */
  readonly rule: string;
  /** The tokens with which what follows in this rule may begin. */
  readonly starts: ReadonlySet<string>;
  /** Whether the rule may end here without another token. */
  readonly mayEnd: boolean;
}
export interface TokenNode extends Place {
  readonly kind: 'token';
  /** The token's name in the grammar: `LeftBrace`; `Name` is a category. */
  readonly token: string;
  readonly type: TokenType;
  /** Which of the rule's occurrences of the token, as the parser numbers them. */
  readonly occurrence: number;
  readonly next: Node;
}
export interface CallNode extends Place {
  readonly kind: 'call';
  readonly callee: string;
  readonly occurrence: number;
  readonly next: Node;
}
export interface ForkNode extends Place {
  readonly kind: 'fork';
  readonly branches: readonly Node[];
}
export interface EndNode extends Place {
  readonly kind: 'end';
}

export interface Network {
  /** Where each rule begins. */
  readonly entries: ReadonlyMap<string, Node>;
  readonly root: Node;
}

let network: Network | undefined;

/** The network of the language's own grammar, made when first needed. */
export function theNetwork(): Network {
  network ??= createNetwork(grammarProductions());
  return network;
}

/** The network of any grammar whose first rule is its root. */
export function createNetwork(productions: Readonly<Record<string, Rule>>): Network {
  const drafts: Draft[] = [];
  const entries = new Map<string, Draft>();
  for (const rule of Object.values(productions)) {
    const builder = new RuleBuilder(rule.name, drafts);
    entries.set(rule.name, builder.sequence(rule.definition, builder.add({ kind: 'end' })));
  }
  findStarts(drafts, entries);
  const [root] = entries.values();
  invariant(root !== undefined, 'a grammar has a rule');
  return { entries: entries as ReadonlyMap<string, Node>, root: root as Node };
}

/** A node while the graph is being built. */
interface Draft {
  kind: Node['kind'];
  rule: string;
  starts: Set<string>;
  mayEnd: boolean;
  token?: string;
  type?: TokenType;
  callee?: string;
  occurrence?: number;
  next?: Draft;
  branches?: Draft[];
}

class RuleBuilder {
  readonly #rule: string;
  readonly #drafts: Draft[];

  constructor(rule: string, drafts: Draft[]) {
    this.#rule = rule;
    this.#drafts = drafts;
  }

  add(parts: Omit<Draft, 'rule' | 'starts' | 'mayEnd'>): Draft {
    const draft: Draft = { ...parts, rule: this.#rule, starts: new Set(), mayEnd: parts.kind === 'end' };
    this.#drafts.push(draft);
    return draft;
  }

  sequence(parts: readonly IProduction[], next: Draft): Draft {
    return parts.reduceRight((after, part) => this.#part(part, after), next);
  }

  #part(part: IProduction, next: Draft): Draft {
    if (part instanceof Terminal) {
      const type = part.terminalType;
      return this.add({ kind: 'token', token: type.name, type, occurrence: part.idx, next });
    }
    if (part instanceof NonTerminal) {
      return this.add({ kind: 'call', callee: part.nonTerminalName, occurrence: part.idx, next });
    }
    if (part instanceof Alternation) {
      const branches = part.definition.map((one) => this.sequence((one as Alternative).definition, next));
      return this.add({ kind: 'fork', branches });
    }
    if (part instanceof Option) {
      return this.add({ kind: 'fork', branches: [this.sequence(part.definition, next), next] });
    }
    if (part instanceof Repetition) return this.#loop(part.definition, next);
    if (part instanceof RepetitionMandatory) return this.sequence(part.definition, this.#loop(part.definition, next));
    if (part instanceof RepetitionMandatoryWithSeparator) return this.#separated(part, next);
    if (part instanceof RepetitionWithSeparator) {
      return this.add({ kind: 'fork', branches: [this.#separated(part, next), next] });
    }
    throw new Error(`internal error: a production of an unexpected kind: ${part.constructor.name}`);
  }

  #loop(parts: readonly IProduction[], next: Draft): Draft {
    const loop = this.add({ kind: 'fork', branches: [] });
    loop.branches = [this.sequence(parts, loop), next];
    return loop;
  }

  #separated(part: RepetitionMandatoryWithSeparator | RepetitionWithSeparator, next: Draft): Draft {
    const separator = new Terminal({ terminalType: part.separator, idx: part.idx });
    return this.sequence(part.definition, this.#loop([separator, ...part.definition], next));
  }
}

/** Fills in `starts` and `mayEnd`, by going round until nothing changes. */
function findStarts(drafts: readonly Draft[], entries: ReadonlyMap<string, Draft>): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const draft of drafts) {
      const before = draft.starts.size + (draft.mayEnd ? 1 : 0);
      gatherStarts(draft, entries);
      if (draft.starts.size + (draft.mayEnd ? 1 : 0) !== before) changed = true;
    }
  }
}

function gatherStarts(draft: Draft, entries: ReadonlyMap<string, Draft>): void {
  const include = (other: Draft | undefined) => {
    for (const name of other?.starts ?? []) draft.starts.add(name);
  };
  switch (draft.kind) {
    case 'token':
      for (const name of tokenNames(draft.type)) draft.starts.add(name);
      return;
    case 'call': {
      const callee = entries.get(draft.callee ?? '');
      include(callee);
      if (!callee?.mayEnd) return;
      include(draft.next);
      draft.mayEnd ||= draft.next?.mayEnd ?? false;
      return;
    }
    case 'fork':
      for (const branch of draft.branches ?? []) {
        include(branch);
        draft.mayEnd ||= branch.mayEnd;
      }
      return;
    case 'end':
      return;
  }
}

/** The token itself, or those of its category. */
function tokenNames(type: TokenType | undefined): readonly string[] {
  if (type === undefined) return [];
  const category = members(type);
  return category.length > 0 ? category.map(({ name }) => name) : [type.name];
}
