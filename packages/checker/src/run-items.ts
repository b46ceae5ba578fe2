// Runs typed items with draws as intervals: checks every value that is not constant, and counts what a program makes.
// What does not depend on a loop's variable is run once for all of its turns.
import { type Diagnostic, type Label, label, type Place } from '@diorama/diagnostics';
import { findProperty, INTEGER, LENGTH, type ValueType, within } from '@diorama/vocabulary';
import { type AppearanceKnowledge, assetsOf, fitsClass, givenProblem } from './check-appearance.ts';
import { countTurns } from './count-turns.ts';
import { defaultValue } from './default-value.ts';
import { evaluate, type Run } from './evaluate.ts';
import { isOnePlace } from './evaluate-functions.ts';
import { failureProblem } from './failure-problem.ts';
import type { Limits } from './limits.ts';
import * as problems from './problems/index.ts';
import { valueText } from './problems/wording.ts';
import { satisfies } from './satisfies.ts';
import * as scalar from './scalar.ts';
import { facts, slotsOf } from './statement-facts.ts';
import type * as typed from './typed-tree.ts';
import { type ElementValue, type PositionValue, UNKNOWN, type Value } from './value.ts';

/** What some items make and take. */
export interface Cost {
  /** Elements of the scene, at most. */
  readonly instances: number;
  /** Evaluated nodes, at most. */
  readonly work: number;
  /** Whether a limit was passed, which has been reported. */
  readonly exceeded: boolean;
}

/** What a run must keep to, and what it knows of appearances. */
export interface Surroundings extends AppearanceKnowledge {
  readonly limits: Limits;
}

/** Runs the items of a section; of the prefabs that it declares, each once for any arguments. */
export function runItems(
  items: readonly typed.Item[],
  prefabs: readonly typed.Prefab[],
  surroundings: Surroundings,
  report: (diagnostic: Diagnostic) => void,
): Cost {
  const known = items.map(facts);
  if (prefabs.length === 0 && known.every(({ quiet }) => quiet)) {
    return {
      instances: known.reduce((sum, { instances }) => sum + instances, 0),
      work: known.reduce((sum, { work }) => sum + work, 0),
      exceeded: false,
    };
  }
  for (const prefab of prefabs) new Runner({ ...surroundings, limits: REHEARSAL }, report, true).rehearse(prefab);
  const runner = new Runner(surroundings, report, false);
  for (const item of items) runner.activate(item);
  return { instances: runner.instances, work: runner.work, exceeded: runner.exceeded };
}

/** How far a prefab is run that may never be used; its uses are held against the program's limits. */
const REHEARSAL: Limits = { instances: 100_000, work: 100_000, files: 0, characters: 0 };

/** Thrown to leave a run whose limit is passed; never leaves this file. */
const EXCEEDED = Symbol('limit exceeded');

class Runner {
  instances = 0;
  work = 0;
  exceeded = false;
  readonly #surroundings: Surroundings;
  readonly #limits: Limits;
  readonly #report: (diagnostic: Diagnostic) => void;
  /** Whether to pass over limits in silence. */
  readonly #tentative: boolean;
  /** Expressions that were reported: one mistake, one message, in however many turns it shows. */
  readonly #reported = new Set<string>();
  /** What prefabs cost for arguments that were seen before. */
  readonly #prefabs = new Map<typed.Prefab, Map<string, Cost>>();
  readonly #uses: Place[] = [];
  /** The turns of the loops around what is run, in the prefab or item at hand. */
  #turns: Turn[] = [];
  /** What is being evaluated. */
  #expression: typed.Expression | undefined;

  constructor(surroundings: Surroundings, report: (diagnostic: Diagnostic) => void, tentative: boolean) {
    this.#surroundings = surroundings;
    this.#limits = surroundings.limits;
    this.#report = report;
    this.#tentative = tentative;
  }

  activate(item: typed.Item): void {
    if (!this.exceeded) this.#attempt(() => this.#item(item, this.#run([]), 1));
  }

  /** Runs a prefab with arguments of which nothing is known: what goes wrong with any is told where it stands. */
  rehearse(prefab: typed.Prefab): void {
    this.#attempt(() => {
      const run = this.#run([]);
      for (const { default: value } of prefab.parameters) if (value !== undefined) this.#evaluate(value, run);
      this.#items(prefab.body, run, 1);
    });
  }

  #attempt(action: () => void): void {
    try {
      action();
    } catch (thrown) {
      if (thrown !== EXCEEDED) throw thrown;
    }
  }

  #run(locals: Value[]): Run {
    return {
      locals,
      global: (variable) => variable.bounds ?? UNKNOWN,
      uniform: () => ({ kind: 'interval', min: 0, max: 1 }),
      fail: (place, failure) => this.#say(failureProblem(place, failure, this.#circumstances())),
      examine: (node, [value = UNKNOWN]) => {
        const found = givenProblem(this.#surroundings, node, value, this.#circumstances());
        if (found !== undefined) this.#say(found);
        return found === undefined;
      },
    };
  }

  #evaluate(expression: typed.Expression, run: Run): Value {
    this.#expression = expression;
    return evaluate(expression, run);
  }

  /** In which use of a prefab, and in which turn of the loops whose variables it reads, something goes wrong. */
  #circumstances(): readonly Label[] {
    const use = this.#uses.at(-1);
    const read = this.#expression === undefined ? new Set() : slotsOf([this.#expression]);
    const turns = this.#turns.filter(({ variable }) => read.has(variable.slot));
    return [
      ...(use === undefined ? [] : [label(use, 'in this use of the prefab')]),
      ...turns.map(({ variable, value }) =>
        label(variable.place, `here \`${variable.name}\` is ${valueText(value, variable.type)}`),
      ),
    ];
  }

  #say(diagnostic: Diagnostic): void {
    const { file, start, end } = diagnostic.primary;
    const key = `${diagnostic.code} ${start} ${end} ${file}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.#report(diagnostic);
  }

  #charge(place: Place, instances: number, work: number): void {
    this.instances += instances;
    this.work += work;
    if (this.instances > this.#limits.instances)
      this.#exceed(problems.tooManyInstances(place, this.instances, this.#limits.instances));
    if (this.work > this.#limits.work) this.#exceed(problems.tooMuchWork(place, this.work, this.#limits.work));
  }

  #exceed(diagnostic: Diagnostic): never {
    this.exceeded = true;
    if (!this.#tentative) this.#say(diagnostic);
    throw EXCEEDED;
  }

  #items(items: readonly typed.Item[], run: Run, times: number): void {
    for (const item of items) this.#item(item, run, times);
  }

  #item(item: typed.Item, run: Run, times: number): void {
    const known = facts(item);
    if (known.quiet) return this.#charge(headOf(item), known.instances * times, known.work * times);
    switch (item.kind) {
      case 'let':
        return this.#let(item, run, times);
      case 'element':
        return this.#element(item, run, times);
      case 'prefab-use':
        return this.#prefabUse(item, run, times);
      case 'for':
        return this.#for(item, run, times);
      case 'scatter':
        return this.#scatter(item, run, times);
      case 'if':
        return this.#if(item, run, times);
    }
  }

  #let(item: typed.Let, run: Run, times: number): void {
    this.#charge(headOf(item), 0, times);
    if (item.value.kind === 'constant') return;
    assign(item.variable, this.#evaluate(item.value, run), run);
  }

  #element(item: typed.Element, run: Run, times: number): void {
    this.#charge(headOf(item), isDrawn(item) ? times : 0, times * (1 + item.properties.size));
    this.#properties(item, run);
    this.#order(item, run);
    this.#aim(item, run);
    this.#facing(item, run);
    this.#label(item, run);
    this.#items(item.children, run, times);
  }

  #properties(item: typed.Element | typed.PrefabUse, run: Run): void {
    for (const { definition, value } of item.properties.values()) {
      if (value.kind === 'constant' || value.kind === 'invalid') continue;
      const result = this.#evaluate(value, run);
      this.#verify(value, result, definition.type);
      if (definition.type.kind === 'appearance' && item.kind === 'element') this.#verifyClass(value, result, item);
    }
  }

  /** Holds properties against each other of which one must be less. */
  #order(item: typed.Element, run: Run): void {
    for (const [lesser, greater] of item.definition.increasing ?? []) {
      const [low, high] = [given(item, lesser, run), given(item, greater, run)];
      if (!scalar.isScalar(low) || !scalar.isScalar(high) || scalar.high(low) < scalar.low(high)) continue;
      const written = item.properties.get(greater) ?? item.properties.get(lesser);
      if (written !== undefined) this.#say(problems.wrongOrder(written.value.place, lesser, low, greater, high));
    }
  }

  /** A camera's target must not be its eye. */
  #aim(item: typed.Element, run: Run): void {
    const target = item.properties.get('target');
    if (item.definition.name !== 'camera' || target === undefined) return;
    const [to, from] = [this.#evaluate(target.value, run), given(item, 'position', run)];
    if (!isPosition(to) || !isPosition(from) || !isOnePlace([from, to])) return;
    if (from.ground === to.ground && typeof from.y === 'number' && from.y === to.y)
      this.#say(problems.targetInEye(target.value.place, this.#circumstances()));
  }

  /** What faces a point must not stand there. */
  #facing(item: typed.Element | typed.PrefabUse, run: Run): void {
    const rotation = item.properties.get('rotation');
    if (rotation === undefined) return;
    if (rotation.value.kind === 'construct' && rotation.value.function.name !== 'facing') return;
    const value = this.#evaluate(rotation.value, run);
    if (typeof value !== 'object' || value.kind !== 'rotation' || value.rotation.kind !== 'facing') return;
    const at = item.properties.get('at');
    const from = at === undefined ? ORIGIN : evaluate(at.value, run);
    if (isPosition(from) && isOnePlace([from, value.rotation.point]))
      this.#say(problems.facingItself(rotation.value.place, this.#circumstances()));
  }

  #verify(expression: typed.Expression, value: Value, type: ValueType): void {
    if (satisfies(value, type)) return;
    this.#expression = expression;
    this.#say(problems.outOfRange(expression.place, value, type, true, this.#circumstances()));
  }

  #verifyClass(expression: typed.Expression, value: Value, { definition, source }: typed.Element): void {
    const { name } = definition;
    const strange = assetsOf(value).find((id) => !fitsClass(id, name));
    if (strange === undefined) return;
    this.#say(problems.sometimesWrongClass(expression.place, strange, name, source.name, this.#circumstances()));
  }

  #label(item: typed.Element | typed.PrefabUse, run: Run): void {
    if (item.label === undefined) return;
    const at = item.properties.get('at');
    const rotation = item.properties.get('rotation');
    const value: ElementValue = {
      kind: 'element',
      at: at === undefined ? ORIGIN : evaluate(at.value, run),
      height: heightOf(item, run),
      top: UNKNOWN,
      rotation:
        rotation === undefined
          ? { kind: 'rotation', rotation: { kind: 'yaw', yaw: 0 } }
          : evaluate(rotation.value, run),
    };
    assign(item.label, value, run);
  }

  #prefabUse(item: typed.PrefabUse, run: Run, times: number): void {
    const { prefab } = item;
    this.#charge(headOf(item), 0, times * (1 + item.properties.size));
    this.#properties(item, run);
    this.#facing(item, run);
    this.#label(item, run);
    const locals: Value[] = [];
    const inner = this.#run(locals);
    const turns = this.#turns;
    this.#uses.push(headOf(item));
    this.#turns = [];
    for (const parameter of prefab.parameters) {
      const given = item.properties.get(parameter.name);
      const value =
        given !== undefined
          ? evaluate(given.value, run)
          : parameter.default && this.#evaluate(parameter.default, inner);
      locals[parameter.variable.slot] = value ?? UNKNOWN;
    }
    const cost = this.#prefab(prefab, locals, inner);
    this.#turns = turns;
    this.#uses.pop();
    this.#charge(headOf(item), cost.instances * times, cost.work * times);
  }

  /** What one use of a prefab costs; its body is run once for equal arguments. */
  #prefab(prefab: typed.Prefab, locals: readonly Value[], run: Run): Cost {
    const key = JSON.stringify(locals);
    const seen = this.#prefabs.get(prefab) ?? new Map<string, Cost>();
    this.#prefabs.set(prefab, seen);
    const known = seen.get(key);
    if (known !== undefined) return known;
    const before = { instances: this.instances, work: this.work };
    this.#items(prefab.body, run, 1);
    const cost = { instances: this.instances - before.instances, work: this.work - before.work, exceeded: false };
    ({ instances: this.instances, work: this.work } = before);
    if (seen.size < PREFAB_MEMORY) seen.set(key, cost);
    return cost;
  }

  #for(item: typed.For, run: Run, times: number): void {
    const values = this.#evaluate(item.values, run);
    const step = item.step === undefined ? 1 : this.#evaluate(item.step, run);
    if (item.step !== undefined && scalar.isScalar(step) && scalar.low(step) <= 0) {
      // A constant step was held against 0 when the loop was checked.
      if (item.step.kind !== 'constant')
        this.#say(problems.zeroStep(item.step.place, scalar.low(step), this.#circumstances()));
      return;
    }
    // What is not known may turn: its body is run once.
    const turns = isOpen(values) || isOpen(step) ? 1 : countTurns(values, step);
    const body = bodyFacts(item.body);
    // Before unrolling: a loop that would pass a limit is refused without being run.
    const instances = body.instances === 0 ? 0 : times * turns * body.instances;
    this.#foresee(item.values.place, instances, times * turns * (1 + body.work));
    this.work += times * turns;
    if (turns === 0) return;
    if (
      !body.reads.has(item.variable.slot) ||
      typeof values !== 'object' ||
      (values.kind !== 'list' && values.kind !== 'range')
    ) {
      run.locals[item.variable.slot] = UNKNOWN;
      return this.#items(item.body, run, times * turns);
    }
    if (values.kind === 'list') {
      for (const value of values.items) this.#turn(item, value, run, times);
      return;
    }
    const { from, to } = values;
    if (typeof from !== 'number' || typeof to !== 'number' || typeof step !== 'number') {
      run.locals[item.variable.slot] = scalar.hull([from, to]);
      return this.#items(item.body, run, times * turns);
    }
    for (let turn = 0; turn < turns; turn += 1) this.#turn(item, from + turn * step, run, times);
  }

  #turn({ variable, body }: typed.For, value: Value, run: Run, times: number): void {
    run.locals[variable.slot] = value;
    this.#turns.push({ variable, value });
    this.#items(body, run, times);
    this.#turns.pop();
  }

  /** Stops before something that would pass a limit. */
  #foresee(place: Place, instances: number, work: number): void {
    const [total, all] = [this.instances + instances, this.work + work];
    if (total > this.#limits.instances) this.#exceed(problems.tooManyInstances(place, total, this.#limits.instances));
    if (all > this.#limits.work) this.#exceed(problems.tooMuchWork(place, all, this.#limits.work));
  }

  #scatter(item: typed.Scatter, run: Run, times: number): void {
    const count = this.#evaluate(item.count, run);
    this.#verify(item.count, count, COUNT);
    this.#evaluate(item.region, run);
    if (item.spacing !== undefined) this.#verify(item.spacing, this.#evaluate(item.spacing, run), SPACING);
    // What is not known may be some: the body is run once.
    const points = scalar.isScalar(count) ? Math.max(0, scalar.high(count)) : 1;
    const body = bodyFacts(item.body);
    this.#foresee(item.count.place, times * points * body.instances, times * (1 + points * (1 + body.work)));
    this.work += times * (1 + points);
    if (points > 0) this.#items(item.body, run, times * points);
  }

  #if(item: typed.If, run: Run, times: number): void {
    const condition = this.#evaluate(item.condition, run);
    this.#charge(item.condition.place, 0, times);
    if (typeof condition === 'boolean') return this.#items(condition ? item.then : item.else, run, times);
    // Either branch may be taken: the dearer one counts.
    const { instances, work } = this;
    this.#items(item.then, run, times);
    const then = { instances: this.instances, work: this.work };
    Object.assign(this, { instances, work });
    this.#items(item.else, run, times);
    this.instances = Math.max(this.instances, then.instances);
    this.work = Math.max(this.work, then.work);
  }
}

/** The turn of a loop in which its body is run. */
interface Turn {
  readonly variable: typed.LocalVariable;
  readonly value: Value;
}

/** What the headers of a scatter take. */
export const COUNT: ValueType = within(INTEGER, { min: 0 });
export const SPACING: ValueType = within(LENGTH, { min: 0 });

/** What to point at when all of an item is meant: its beginning, for the whole may be many lines. */
function headOf({ place, source }: typed.Let | typed.Element | typed.PrefabUse | typed.Statement): Place {
  return 'name' in source ? { ...place, start: source.name.start, end: source.name.end } : place;
}

/** Where an element stands that does not say. */
const ORIGIN: PositionValue = { kind: 'position', x: 0, y: 0, z: 0, ground: true };

function isPosition(value: Value | undefined): value is PositionValue {
  return typeof value === 'object' && value.kind === 'position';
}

function isOpen(value: Value): boolean {
  return typeof value === 'object' && (value.kind === 'unknown' || value.kind === 'hole');
}

/** How many different argument lists of a prefab are remembered. */
const PREFAB_MEMORY = 10_000;

/** The value of a property, or its default if it has one. */
function given(item: typed.Element, name: string, run: Run): Value | undefined {
  const written = item.properties.get(name);
  if (written !== undefined) return evaluate(written.value, run);
  const definition = findProperty(item.definition, name);
  return definition?.default === undefined ? undefined : defaultValue(definition.default, definition.type);
}

/** How tall a labelled element is, as lowering will have it; of what has no height it cannot be asked. */
function heightOf(item: typed.Element | typed.PrefabUse, run: Run): Value {
  if (item.kind === 'prefab-use' || !item.definition.members.includes('height')) return UNKNOWN;
  const height = given(item, 'height', run);
  if (height !== undefined || findProperty(item.definition, 'height') !== undefined) return height ?? UNKNOWN;
  const radius = given(item, 'radius', run);
  if (radius !== undefined) return scalar.isScalar(radius) ? scalar.multiply(2, radius) : radius;
  const size = given(item, 'size', run);
  return typeof size === 'object' && size.kind === 'vector' ? size.y : (size ?? 0);
}

function assign(variable: typed.Variable, value: Value, run: Run): void {
  if (variable.kind === 'local') run.locals[variable.slot] = value;
  else (variable as { bounds?: Value }).bounds = value;
}

/** Whether an element becomes one of the scene's. */
export function isDrawn(item: typed.Element): boolean {
  return item.definition.role !== 'setting' && item.definition.role !== 'group';
}

function bodyFacts(items: readonly typed.Item[]): { instances: number; work: number; reads: ReadonlySet<number> } {
  const reads = new Set<number>();
  let instances = 0;
  let work = 0;
  for (const item of items) {
    const known = facts(item);
    instances += known.instances;
    work += known.work;
    for (const slot of known.reads) reads.add(slot);
  }
  return { instances, work, reads };
}
