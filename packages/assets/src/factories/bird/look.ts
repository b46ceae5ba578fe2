// What makes one bird of a species another than the next, and in how many triangles it is drawn.
import type { Detail } from '@diorama/stage';

export interface Look {
  readonly detail: Detail;
  /** For patterns and shades. */
  readonly seed: number;
  /** Times the darkness of the plumage: about 1. */
  readonly shade: number;
  /** Times the thickness of the body: about 1. */
  readonly bulk: number;
  /** Times the length of tail and plumes: about 1. */
  readonly reach: number;
  /** Degrees by which it holds its body higher, and turns its head, where it stands at ease. */
  readonly lean: number;
  readonly turn: number;
}
