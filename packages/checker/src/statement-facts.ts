// What can be said of a typed statement without running it; computed once each.
import { countTurns } from './count-turns.ts';
import { forEachVariable } from './for-each-variable.ts';
import type * as typed from './typed-tree.ts';

/** Facts about a statement and everything in it. */
export interface Facts {
  /** Everything in it is constant: running it once more can find nothing new. */
  readonly quiet: boolean;
  /** Elements and evaluated nodes of one run, at least. */
  readonly instances: number;
  readonly work: number;
  /** The local slots that it reads. */
  readonly reads: ReadonlySet<number>;
}

const KNOWN = new WeakMap<typed.Item, Facts>();
const NOTHING: ReadonlySet<number> = new Set();

export function facts(item: typed.Item): Facts {
  const plain = plainFacts(item);
  if (plain !== undefined) return plain;
  const known = KNOWN.get(item);
  if (known !== undefined) return known;
  const found = gather(item);
  KNOWN.set(item, found);
  return found;
}

/** The facts of what most programs are full of, which are not worth remembering: elements of nothing but constants. */
function plainFacts(item: typed.Item): Facts | undefined {
  if (item.kind !== 'element' || item.children.length > 0 || item.label !== undefined) return undefined;
  for (const { value } of item.properties.values()) if (value.kind !== 'constant' || faces(value)) return undefined;
  if (item.definition.increasing !== undefined) return undefined;
  const { role } = item.definition;
  return role === 'setting' || role === 'group' ? PLAIN_SETTING : PLAIN_ELEMENT;
}
/** Whether it is a rotation towards a point, which the element's place must not be. */
function faces({ value }: typed.Constant): boolean {
  return typeof value === 'object' && value.kind === 'rotation' && value.rotation.kind === 'facing';
}
const PLAIN_ELEMENT: Facts = { quiet: true, instances: 1, work: 1, reads: NOTHING };
const PLAIN_SETTING: Facts = { quiet: true, instances: 0, work: 1, reads: NOTHING };

function gather(item: typed.Item): Facts {
  switch (item.kind) {
    case 'let':
      return { quiet: item.value.kind === 'constant', instances: 0, work: 1, reads: slotsOf([item.value]) };
    case 'element': {
      const drawn = item.definition.role !== 'setting' && item.definition.role !== 'group' ? 1 : 0;
      const expressions = [...item.properties.values()].map(({ value }) => value);
      const own = {
        quiet:
          item.label === undefined &&
          item.definition.increasing === undefined &&
          expressions.every((value) => (value.kind === 'constant' && !faces(value)) || value.kind === 'invalid'),
        instances: drawn,
        work: 1 + expressions.length,
        reads: slotsOf(expressions),
      };
      return item.children.length === 0 ? own : combine([own, ...item.children.map(facts)]);
    }
    case 'prefab-use': {
      const expressions = [...item.properties.values()].map(({ value }) => value);
      return { quiet: false, instances: 0, work: 1, reads: slotsOf(expressions) };
    }
    case 'for':
      return loop(item.body, [item.values, ...(item.step ? [item.step] : [])], turnsOf(item));
    case 'scatter':
      return loop(item.body, [item.count, item.region, ...(item.spacing ? [item.spacing] : [])], pointsOf(item));
    case 'if':
      return loop([...item.then, ...item.else], [item.condition], 0);
  }
}

/** What is run `turns` times at least. */
function loop(body: readonly typed.Item[], header: readonly typed.Expression[], turns: number): Facts {
  const { instances, work, reads } = combine(body.map(facts));
  return {
    quiet: false,
    instances: turns * instances,
    work: 1 + turns * (1 + work),
    reads: new Set([...reads, ...slotsOf(header)]),
  };
}

/** How often a loop turns, as far as that is constant. */
function turnsOf({ values, step }: typed.For): number {
  if (values.kind !== 'constant' || (step !== undefined && step.kind !== 'constant')) return 0;
  return countTurns(values.value, step?.value ?? 1);
}
function pointsOf({ count }: typed.Scatter): number {
  return count.kind === 'constant' && typeof count.value === 'number' ? Math.max(0, count.value) : 0;
}

function combine(parts: readonly Facts[]): Facts {
  const reads = new Set<number>();
  for (const part of parts) for (const slot of part.reads) reads.add(slot);
  return {
    quiet: parts.every(({ quiet }) => quiet),
    instances: parts.reduce((sum, { instances }) => sum + instances, 0),
    work: parts.reduce((sum, { work }) => sum + work, 0),
    reads,
  };
}

/** The local slots that some expressions read. */
export function slotsOf(expressions: readonly typed.Expression[]): ReadonlySet<number> {
  if (expressions.every(({ kind }) => kind === 'constant')) return NOTHING;
  const slots = new Set<number>();
  for (const expression of expressions) {
    forEachVariable(expression, (variable) => {
      if (variable.kind === 'local') slots.add(variable.slot);
    });
  }
  return slots;
}
