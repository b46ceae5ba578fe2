// What lowering carries along: what holds for the whole scene, and where in the running program it is.

import type * as typed from '@diorama/checker';
import { evaluate, type Limits, type Run, type Value } from '@diorama/checker';
import type { Diagnostic, Place } from '@diorama/diagnostics';
import { extendInto, type Key, type MutableKey, uniform } from '@diorama/geometry';
import type * as scene from '@diorama/scene';
import type { Frame } from './frame.ts';
import type { Scope } from './site-keys.ts';

/** What holds for the whole scene. */
export interface LoweringContext {
  readonly program: typed.Program;
  readonly limits: Limits;
  /** The key of the scene's seed. */
  root: Key;
  /** The height of the ground, metres; flat until the `ground` element has been read. */
  ground: scene.GroundHeight;
  /** Where the camera is; at rest in the origin until the `camera` element has been read. */
  camera: scene.CameraPose;
  /** Values of variables at top level, by declaration, as far as they were asked for. */
  readonly globals: Map<object, Value>;
  /** What is being drawn for: a site's key, and the property or part of the header. */
  drawKey: Key;
  drawName: string;
  /** Constants of the program as the scene has them, for what is run many times. */
  readonly conversions: Map<object, object>;
  /** The properties of elements that are run many times, as lists. */
  readonly layouts: Map<object, Layout>;
  readonly elements: scene.Element[];
  /** Where each label was met first; −1 if more than once. */
  readonly labels: Map<string, number>;
  readonly diagnostics: Diagnostic[];
  /** Values that are out of range or lead nowhere, by where they stand: each is reported once. */
  readonly misfits: Map<string, Diagnostic>;
  /** Scatters that ran out of room, as often as they did. */
  readonly fullRegions: Map<typed.Scatter, FullRegion>;
  /** How many darts scatters have thrown: the only work that the checker cannot count before. */
  darts: number;
  /** The limit that is passed, so that all stops, and where. */
  stopped: { readonly limit: 'instances' | 'work'; readonly place: Place } | undefined;
}

/** An element's properties as lists. */
export interface Layout {
  readonly names: readonly string[];
  readonly properties: readonly typed.Property[];
}

/** The first of the runs of one scatter that found no room for all of its points. */
export interface FullRegion {
  readonly fitted: number;
  readonly wanted: number;
  readonly spacing: number;
  times: number;
}

/** Where in the running program lowering is. */
export interface Here {
  readonly run: Run;
  readonly frame: Frame;
  readonly scope: Scope;
  /** The scope's key, extended by the loops that are running in it. */
  readonly path: Key;
}

/** The draws of a context's runs: keyed by what the context says is being drawn for. */
export function createUniform(ctx: Pick<LoweringContext, 'drawKey' | 'drawName'>): Run['uniform'] {
  return (ordinal) => {
    extendInto(scratch, ctx.drawKey, ctx.drawName);
    return uniform(scratch, ordinal);
  };
}

/** A run of the same program with room for local values of its own. */
export function innerRun({ global, uniform }: Run, slots: number): Run {
  return { locals: new Array<Value>(slots), global, uniform };
}

/** The value of an expression that is a part, by name, of what has a key. */
export function evaluateFor(
  ctx: LoweringContext,
  here: Here,
  key: Key,
  name: string,
  expression: typed.Expression,
): Value {
  if (expression.kind === 'constant') return expression.value;
  ctx.drawKey = key;
  ctx.drawName = name;
  return evaluate(expression, here.run);
}

const scratch: MutableKey = { high: 0, low: 0 };
