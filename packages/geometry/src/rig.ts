// A thing to draw that can move: meshes that hang on the joints of a skeleton, and how the joints turn.
import type { ModelPart } from './model.ts';
import type { Quaternion } from './quaternion.ts';
import type { Vector3 } from './vector.ts';

/** A skeleton, what hangs on it, and its movements: a skin with animations, in glTF's words. Front +Z, up +Y, as a model. */
export interface Rig {
  /** Parents stand before their children; the first is the root. */
  readonly joints: readonly Joint[];
  readonly parts: readonly SkinnedPart[];
  readonly clips: readonly Clip[];
}

/** A joint at rest. */
export interface Joint {
  readonly name: string;
  /** Its index among the joints; −1 for the root. */
  readonly parent: number;
  /** Where it is in the frame of its parent, in the model's units; the root's in that of the model. */
  readonly translation: Vector3;
  readonly rotation: Quaternion;
}

/** A mesh whose vertices follow joints. Its positions and normals are those at rest, in the frame of the model. */
export interface SkinnedPart extends ModelPart {
  /** Four joints a vertex: JOINTS_0. */
  readonly joints: Uint16Array;
  /** How much it follows each, of the same four: WEIGHTS_0. They add up to 1; what follows fewer joints has zeros. */
  readonly weights: Float32Array;
}

/** A movement. Between its times translations and rotations are interpolated: linearly, and by the shorter way round. */
export interface Clip {
  readonly name: string;
  /** Seconds, rising from 0. A clip that is repeated ends as it begins. */
  readonly times: Float32Array;
  readonly tracks: readonly Track[];
}

/** How one joint moves in the frame of its parent: in place of its rest, at each of the clip's times. */
export interface Track {
  /** The index of the joint. */
  readonly joint: number;
  /** x, y, z, w of each time. */
  readonly rotations?: Float32Array;
  /** x, y, z of each time. */
  readonly translations?: Float32Array;
}
