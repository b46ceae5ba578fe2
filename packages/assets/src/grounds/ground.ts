// What the library knows of a ground's material.
import type { Image, Key } from '@diorama/geometry';

export interface Ground {
  /** `ground/short-grass` */
  readonly id: string;
  readonly names: readonly string[];
  readonly tags: readonly string[];
  /** The side of the square that its picture covers, metres. */
  readonly tileSize: number;
  /** A square picture without seams. */
  draw(key: Key): Image;
}
