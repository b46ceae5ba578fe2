// Turns a translation, a rotation and a scale into the matrix that they mean.

/** Four columns of four; the rotation is x, y, z, w. */
export function placeMatrix(
  [tx, ty, tz]: readonly number[],
  [x, y, z, w]: readonly number[],
  scale: readonly number[],
): readonly number[] {
  if (tx === undefined || ty === undefined || tz === undefined) throw new Error('a translation has three parts');
  if (x === undefined || y === undefined || z === undefined || w === undefined) throw new Error('a rotation has four');
  const [sx = 1, sy = 1, sz = 1] = scale;
  return [
    ...[1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w)].map((part) => part * sx),
    0,
    ...[2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w)].map((part) => part * sy),
    0,
    ...[2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y)].map((part) => part * sz),
    0,
    tx,
    ty,
    tz,
    1,
  ];
}
