// The values that constructors make. Their numbers are concrete unless a draw decides them.
import type { PositionValue, Scalar } from './value.ts';

/** As written, degrees; `facing` is resolved where its element stands. */
export type Rotation =
  | { readonly kind: 'yaw'; readonly yaw: Scalar }
  | { readonly kind: 'euler'; readonly pitch: Scalar; readonly yaw: Scalar; readonly roll: Scalar }
  | { readonly kind: 'quaternion'; readonly quaternion: readonly Scalar[] }
  | { readonly kind: 'matrix'; readonly matrix: readonly Scalar[] }
  | { readonly kind: 'facing'; readonly point: PositionValue };

export type Appearance =
  | { readonly kind: 'asset'; readonly id: string }
  | { readonly kind: 'like'; readonly text: string }
  | { readonly kind: 'like-image'; readonly file: string }
  | { readonly kind: 'embedding'; readonly row: Scalar };
