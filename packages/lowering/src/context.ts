// What lowering carries along: what holds for the whole scene, and where in the running program it is.
import { type Limits, type Run, type Value, evaluate } from '@diorama/checker';
import type * as typed from '@diorama/checker';
import type { Diagnostic } from '@diorama/diagnostics';
import { extendInto, type Key, type MutableKey, type Transform, uniform } from '@diorama/geometry';
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
  /** Where the camera is and its heading in degrees; at rest in the origin until the `camera` element has been read. */
  view: CameraView;
  /** Values of variables at top level, by declaration, as far as they were asked for. */
  readonly globals: Map<object, Value>;
  /** What is being drawn for: a site's key, and the property or part of the header. */
  drawKey: Key;
  drawName: string;
  /** Constants of the program as the scene has them, for elements that are run many times. */
  readonly conversions: Map<object, object>;
  readonly elements: scene.Element[];
  /** Where each label was met first; −1 if more than once. */
  readonly labels: Map<string, number>;
  readonly diagnostics: Diagnostic[];
  /** Scatters that ran out of room, as often as they did. */
  readonly fullRegions: Map<typed.Scatter, FullRegion>;
  /** Whether the limit of instances is reached, so that all stops. */
  full: boolean;
}

export interface CameraView {
  readonly frame: Transform;
  readonly heading: number;
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
export function valueOf(ctx: LoweringContext, here: Here, key: Key, name: string, expression: typed.Expression): Value {
  if (expression.kind === 'constant') return expression.value;
  ctx.drawKey = key;
  ctx.drawName = name;
  return evaluate(expression, here.run);
}

const scratch: MutableKey = { high: 0, low: 0 };
