// Runs typed items with draws as intervals: checks every value that is not constant, and counts what a program makes.
// What does not depend on a loop's variable is run once for all of its turns.
import type { Diagnostic, Place } from '@diorama/diagnostics';
import { either, evaluate, type Run, satisfies } from './evaluate.ts';
import { failureProblem } from './failure-problem.ts';
import type { Limits } from './limits.ts';
import * as problems from './problems/index.ts';
import * as scalar from './scalar.ts';
import { facts } from './statement-facts.ts';
import type * as typed from './typed-tree.ts';
import { type ElementValue, type Scalar, UNKNOWN, type Value } from './value.ts';

/** What some items make and take. */
export interface Cost {
  /** Elements of the scene, at most. */
  readonly instances: number;
  /** Evaluated nodes, at most. */
  readonly work: number;
  /** Whether a limit was passed, which has been reported. */
  readonly exceeded: boolean;
}

/** Runs the items of a section. */
export function runItems(items: readonly typed.Item[], limits: Limits, report: (diagnostic: Diagnostic) => void): Cost {
  const known = items.map(facts);
  if (known.every(({ quiet }) => quiet)) {
    return {
      instances: known.reduce((sum, { instances }) => sum + instances, 0),
      work: known.reduce((sum, { work }) => sum + work, 0),
      exceeded: false,
    };
  }
  const runner = new Runner(limits, report);
  for (const item of items) runner.activate(item);
  return { instances: runner.instances, work: runner.work, exceeded: runner.exceeded };
}

/** Thrown to leave a run whose limit is passed; never leaves this file. */
const EXCEEDED = Symbol('limit exceeded');

class Runner {
  instances = 0;
  work = 0;
  exceeded = false;
  readonly #limits: Limits;
  readonly #report: (diagnostic: Diagnostic) => void;
  /** Expressions that were reported: one mistake, one message, in however many turns it shows. */
  readonly #reported = new Set<string>();
  /** What prefabs cost for arguments that were seen before. */
  readonly #prefabs = new Map<typed.Prefab, Map<string, Cost>>();
  readonly #uses: Place[] = [];

  constructor(limits: Limits, report: (diagnostic: Diagnostic) => void) {
    this.#limits = limits;
    this.#report = report;
  }

  activate(item: typed.Item): void {
    if (this.exceeded) return;
    try {
      this.#item(item, this.#run([]), 1);
    } catch (thrown) {
      if (thrown !== EXCEEDED) throw thrown;
    }
  }

  #run(locals: Value[]): Run {
    return {
      locals,
      global: (variable) => variable.bounds ?? UNKNOWN,
      uniform: () => ({ kind: 'interval', min: 0, max: 1 }),
      fail: (place, failure) => this.#say(failureProblem(place, failure, this.#uses)),
    };
  }

  #say(diagnostic: Diagnostic): void {
    const { file, start } = diagnostic.primary;
    const key = `${diagnostic.code} ${start} ${file}`;
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
    this.#say(diagnostic);
    throw EXCEEDED;
  }

  #items(items: readonly typed.Item[], run: Run, times: number): void {
    for (const item of items) this.#item(item, run, times);
  }

  #item(item: typed.Item, run: Run, times: number): void {
    const known = facts(item);
    if (known.quiet) return this.#charge(item.place, known.instances * times, known.work * times);
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
    this.#charge(item.place, 0, times);
    if (item.value.kind === 'constant') return;
    assign(item.variable, evaluate(item.value, run), run);
  }

  #element(item: typed.Element, run: Run, times: number): void {
    this.#charge(item.place, isDrawn(item) ? times : 0, times * (1 + item.properties.size));
    this.#properties(item.properties.values(), run);
    this.#label(item, run);
    this.#items(item.children, run, times);
  }

  #properties(properties: Iterable<typed.Property>, run: Run): void {
    for (const { definition, value } of properties) {
      if (value.kind === 'constant' || value.kind === 'invalid') continue;
      const result = evaluate(value, run);
      if (!satisfies(result, definition.type))
        this.#say(problems.outOfRange(value.place, result, definition.type, true, this.#uses));
    }
  }

  #label(item: typed.Element | typed.PrefabUse, run: Run): void {
    if (item.label === undefined) return;
    const at = item.properties.get('at');
    const height = item.properties.get('height');
    const rotation = item.properties.get('rotation');
    const value: ElementValue = {
      kind: 'element',
      at: at === undefined ? { kind: 'position', x: 0, y: 0, z: 0, ground: true } : evaluate(at.value, run),
      height:
        height === undefined
          ? { kind: 'interval', min: 0, max: Number.MAX_VALUE }
          : scalarOr(evaluate(height.value, run)),
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
    this.#charge(item.place, 0, times * (1 + item.properties.size));
    this.#properties(item.properties.values(), run);
    this.#label(item, run);
    const locals: Value[] = [];
    const inner = this.#run(locals);
    this.#uses.push(item.place);
    for (const parameter of prefab.parameters) {
      const given = item.properties.get(parameter.name);
      const value =
        given !== undefined ? evaluate(given.value, run) : parameter.default && evaluate(parameter.default, inner);
      locals[parameter.variable.slot] = value ?? UNKNOWN;
    }
    const cost = this.#prefab(prefab, locals, inner);
    this.#uses.pop();
    this.#charge(item.place, cost.instances * times, cost.work * times);
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
    const values = evaluate(item.values, run);
    const step = item.step === undefined ? 1 : evaluate(item.step, run);
    const turns = countTurns(values, step);
    if (item.step !== undefined && scalar.isScalar(step) && scalar.low(step) <= 0) {
      return this.#say(problems.zeroStep(item.step.place, scalar.low(step)));
    }
    const body = bodyFacts(item.body);
    // Before unrolling: a loop that would pass a limit is refused without being run.
    if (times * turns * body.instances + this.instances > this.#limits.instances) {
      this.#exceed(
        problems.tooManyInstances(item.place, times * turns * body.instances + this.instances, this.#limits.instances),
      );
    }
    if (times * turns * (1 + body.work) + this.work > this.#limits.work) {
      this.#exceed(problems.tooMuchWork(item.place, times * turns * (1 + body.work) + this.work, this.#limits.work));
    }
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

  #turn(item: typed.For, value: Value, run: Run, times: number): void {
    run.locals[item.variable.slot] = value;
    this.#items(item.body, run, times);
  }

  #scatter(item: typed.Scatter, run: Run, times: number): void {
    const count = evaluate(item.count, run);
    const points = scalar.isScalar(count) ? Math.max(0, scalar.high(count)) : 0;
    if (scalar.isScalar(count) && scalar.low(count) < 0)
      this.#say(problems.outOfRange(item.count.place, count, { kind: 'integer', range: { min: 0 } }, true, this.#uses));
    evaluate(item.region, run);
    if (item.spacing !== undefined) {
      const spacing = evaluate(item.spacing, run);
      if (scalar.isScalar(spacing) && scalar.low(spacing) < 0)
        this.#say(
          problems.outOfRange(item.spacing.place, spacing, { kind: 'length', range: { min: 0 } }, true, this.#uses),
        );
    }
    this.#charge(item.place, 0, times * (1 + points));
    if (points > 0) this.#items(item.body, run, times * points);
  }

  #if(item: typed.If, run: Run, times: number): void {
    const condition = evaluate(item.condition, run);
    this.#charge(item.place, 0, times);
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

/** How many different argument lists of a prefab are remembered. */
const PREFAB_MEMORY = 10_000;

/** How often a loop over a value turns, at most. */
export function countTurns(values: Value, step: Value): number {
  if (typeof values !== 'object' || !scalar.isScalar(step)) return 0;
  if (values.kind === 'list') return values.items.length;
  if (values.kind !== 'range') return 0;
  const width = scalar.high(values.to) - scalar.low(values.from);
  const stride = scalar.low(step);
  if (width < 0 || stride <= 0) return 0;
  const turns = Math.floor(width / stride);
  // The last value must lie in the range: dividing may have rounded either way.
  const last = scalar.low(values.from) + turns * stride;
  const inside = values.inclusive ? last <= scalar.high(values.to) : last < scalar.high(values.to);
  return inside ? turns + 1 : turns;
}

function assign(variable: typed.Variable, value: Value, run: Run): void {
  if (variable.kind === 'local') run.locals[variable.slot] = value;
  else (variable as { bounds?: Value }).bounds = value;
}

function scalarOr(value: Value): Scalar {
  return scalar.isScalar(value) ? value : { kind: 'interval', min: 0, max: Number.MAX_VALUE };
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
