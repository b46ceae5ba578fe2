// Turns a camera and a part of a picture into the numbers of a projection.
import { quaternion, tanDegrees } from '@diorama/geometry';
import type { StagedCamera } from '@diorama/stage';

/**
 * A grid of places that are looked at, and the eye behind it. Places have their centres at whole numbers plus one half; row 0
 * is the top one.
 */
export interface Pinhole {
  /** Places in a row. */
  readonly columns: number;
  /** Rows of this part of the picture. */
  readonly rows: number;
  /** Where the camera's axis goes through the grid: a column and a row, in places. */
  readonly centerX: number;
  readonly centerY: number;
  /** The distance of the grid from the eye, in places. */
  readonly focal: number;
  /** Metres. */
  readonly near: number;
  /** Metres. */
  readonly far: number;
  /** The eye, in metres of the world. */
  readonly eye: Float64Array;
  /** The camera's right, up and back in the world: three vectors of length 1. */
  readonly axes: Float64Array;
}

/** Which rows of a picture of which size. */
export interface Window {
  readonly width: number;
  readonly height: number;
  /** The first row. */
  readonly top: number;
  /** How many rows. */
  readonly rows: number;
}

/** The projection onto a window of pixels, each n × n places. */
export function pinhole(camera: StagedCamera, { width, height, top, rows }: Window, samples: number): Pinhole {
  const [m00, m01, m02, m10, m11, m12, m20, m21, m22] = quaternion.toMatrix(camera.rotation);
  return {
    columns: width * samples,
    rows: rows * samples,
    centerX: (width * samples) / 2,
    centerY: (height / 2 - top) * samples,
    focal: (height * samples) / (2 * tanDegrees(camera.fov / 2)),
    near: camera.near,
    far: camera.far,
    eye: Float64Array.from(camera.position),
    axes: Float64Array.of(m00, m10, m20, m01, m11, m21, m02, m12, m22),
  };
}
