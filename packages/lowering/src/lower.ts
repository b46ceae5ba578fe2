// Turns a typed program into a scene: expressions become values, local frames the world's, draws their outcome.

import type * as typed from '@diorama/checker';
import type { Limits, Run, Value } from '@diorama/checker';
import { DEFAULT_LIMITS, forEachVariable } from '@diorama/checker';
import { type Diagnostic, invariant, type Outcome, type Place, problem } from '@diorama/diagnostics';
import { extend, type Key, rootKey } from '@diorama/geometry';
import type * as scene from '@diorama/scene';
import { checkerPage } from './checker-page.ts';
import { createUniform, evaluateFor, type Here, innerRun, type LoweringContext } from './context.ts';
import { WORLD } from './frame.ts';
import { lowerItem } from './lower-items.ts';
import { lowerSettings, type Settings } from './lower-settings.ts';
import { regionFull } from './problems/region-full.ts';
import { labelValue } from './read-values.ts';
import { openScope, type Scope } from './site-keys.ts';

/** Options for {@link lower}. */
export interface LoweringOptions {
  /** What becomes of values that are still to be filled in: their elements are left out, or each is an error besides. */
  readonly holes: 'skip' | 'error';
  readonly limits: Partial<Limits>;
}
/** Elements with holes are left out, and the checker's limits hold. */
export const LOWERING_DEFAULTS: LoweringOptions = Object.freeze({ holes: 'skip', limits: {} });

/**
 * The scene that a program means. A valid program always has one: what is said is a warning, or the error of a limit or
 * a hole. The same program gives the same scene, bit for bit, on every machine.
 */
export function lower(program: typed.Program, options: Partial<LoweringOptions> = {}): Outcome<scene.Scene> {
  invariant(program.valid, 'only a program without errors is lowered');
  const { context, settings, open } = createLowering(program, options);
  for (const item of program.items) {
    if (context.stopped) break;
    lowerItem(context, open(item), item);
  }
  const { holes } = { ...LOWERING_DEFAULTS, ...options };
  const unsolved = holes === 'error' ? program.holes.map(openHole) : [];
  return { value: { ...settings, elements: context.elements }, diagnostics: [...unsolved, ...diagnosticsOf(context)] };
}

/**
 * Some items of a program alone, for an editor that lowers what was edited to hear what there is to say of it. Everything
 * stands where `lower` puts it and has its draws, but for sites that `lower` tells apart from namesakes in other items.
 */
export function lowerItems(
  program: typed.Program,
  items: readonly typed.Item[],
  options: Partial<LoweringOptions> = {},
): Outcome<readonly scene.Element[]> {
  const { context, open } = createLowering(program, options, items);
  for (const item of items) {
    if (context.stopped) break;
    lowerItem(context, open(item), item);
  }
  return { value: context.elements, diagnostics: diagnosticsOf(context) };
}

/** A lowering that has read the program's settings; `open` gives an item at top level the place in which it runs. */
interface Lowering {
  readonly context: LoweringContext;
  readonly settings: Settings;
  open(item: typed.Item): Here;
}

function createLowering(
  program: typed.Program,
  options: Partial<LoweringOptions>,
  items: readonly typed.Item[] = program.items,
): Lowering {
  const { limits } = { ...LOWERING_DEFAULTS, ...options };
  const root = rootKey(0);
  const context: LoweringContext = {
    program,
    limits: { ...DEFAULT_LIMITS, ...limits },
    root,
    ground: () => 0,
    camera: { position: [0, 0, 0], angles: { pitch: 0, yaw: 0, roll: 0 } },
    globals: new Map(),
    drawKey: root,
    drawName: '',
    conversions: new Map(),
    layouts: new Map(),
    elements: [],
    labels: new Map(),
    diagnostics: [],
    misfits: new Map(),
    fullRegions: new Map(),
    darts: 0,
    stopped: undefined,
  };
  const run: Run = {
    locals: [],
    global: (variable) => globalValue(context, variable, run),
    uniform: createUniform(context),
  };
  // Settings are read before the rest: what they meet is not counted.
  const settings = lowerSettings(context, (item) => open(openScope(items, context.root), item));
  const scope = openScope(items, context.root);
  return { context, settings, open: (item) => open(scope, item) };

  function open(within: Scope, item: typed.Item): Here {
    const slots = item.kind === 'let' ? 0 : item.slots;
    return { run: slots === 0 ? run : innerRun(run, slots), frame: WORLD, scope: within, path: within.path };
  }
}

/** The value of a variable at top level, computed when it is first read. */
function globalValue(ctx: LoweringContext, { declaration }: typed.GlobalVariable, run: Run): Value {
  const known = ctx.globals.get(declaration);
  if (known !== undefined) return known;
  // What it reads is computed before it, by a list of its own: a chain of a hundred thousand lets would overflow the stack.
  const waiting: Declaration[] = [declaration];
  for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
    const needed = ctx.globals.has(next) ? [] : readBy(next).filter((other) => !ctx.globals.has(other));
    if (needed.length > 0) {
      waiting.push(...needed);
      continue;
    }
    waiting.pop();
    if (!ctx.globals.has(next)) computeGlobal(ctx, next, run);
  }
  const value = ctx.globals.get(declaration);
  invariant(value !== undefined, 'a variable has a value after it was computed');
  return value;
}

type Declaration = typed.GlobalVariable['declaration'];

/** The variables at top level that a declaration reads. */
function readBy(declaration: Declaration): readonly Declaration[] {
  const read: Declaration[] = [];
  const expressions =
    declaration.kind === 'let' ? [declaration.value] : [...declaration.properties.values()].map(({ value }) => value);
  for (const expression of expressions) {
    forEachVariable(expression, (variable) => {
      if (variable.kind === 'global' && variable.constant === undefined) read.push(variable.declaration);
    });
  }
  return read;
}

function computeGlobal(ctx: LoweringContext, declaration: Declaration, run: Run): void {
  const { drawKey, drawName } = ctx;
  const path = filePath(ctx, declaration.place.file);
  const slots = declaration.kind === 'let' ? 0 : declaration.slots;
  // Names at top level are unique there, so nothing has to be counted.
  const here: Here = { run: innerRun(run, slots), frame: WORLD, scope: openScope([], path), path };
  const value =
    declaration.kind === 'let'
      ? evaluateFor(ctx, here, extend(path, `let ${declaration.variable.name}`), 'value', declaration.value)
      : labelValue(ctx, here, declaration);
  ctx.globals.set(declaration, value);
  ctx.drawKey = drawKey;
  ctx.drawName = drawName;
}

/** Names of an imported file are kept apart by that file's name; its folder does not matter, so it may be moved. */
function filePath(ctx: LoweringContext, file: string): Key {
  return file === ctx.program.file ? ctx.root : extend(ctx.root, `from ${file.slice(file.lastIndexOf('/') + 1)}`);
}

function diagnosticsOf(ctx: LoweringContext): readonly Diagnostic[] {
  const result = [...ctx.misfits.values(), ...ctx.diagnostics];
  for (const [{ count, region }, found] of ctx.fullRegions) {
    result.push(regionFull(region.place, count.place, { ...found, countIsLiteral: count.kind === 'constant' }));
  }
  if (ctx.stopped !== undefined) result.push(limitPassed(ctx.stopped, ctx.limits));
  return result;
}

/** A hole where a scene without holes is asked for: the checker's note as an error. */
function openHole(place: Place): Diagnostic {
  const page = checkerPage('unsolved-hole');
  return problem({ ...page, severity: 'error' }, place, 'a value goes here', {
    notes: ['write the value, or let a model complete the program'],
  });
}

/** What was made until then is kept. */
function limitPassed(
  { limit, place }: NonNullable<LoweringContext['stopped']>,
  { instances, work }: Limits,
): Diagnostic {
  if (limit === 'instances') {
    return problem(checkerPage('too-many-instances'), place, 'with this the scene has more elements than it may', {
      notes: [`expected: at most ${instances}`, 'make fewer, or larger ones'],
    });
  }
  return problem(checkerPage('too-much-work'), place, 'too many places were tried for the points of this scatter', {
    notes: [`expected: at most ${work} in the program`, 'make the regions larger, or the spacing smaller'],
  });
}
