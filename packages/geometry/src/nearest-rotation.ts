// Turns any 3×3 matrix into the rotation nearest to it.
import { canonical, type Matrix3, normalize, type Quaternion } from './quaternion.ts';

/**
 * The rotation (determinant +1) with the least sum of squared differences to a matrix, as a canonical quaternion: the
 * orthogonal Procrustes problem. It is the eigenvector of the largest eigenvalue of a symmetric 4×4 matrix (Horn,
 * "Closed-form solution of absolute orientation using unit quaternions", 1987; Bar-Itzhack, 2000), which is
 * well-behaved for mirrored and nearly singular matrices, unlike Gram–Schmidt or a polar iteration.
 *
 * Scale does not matter. Where several rotations are equally near (the two smaller singular values are both 0, or cancel
 * in a mirrored matrix), the answer is the one of them nearest to the identity; for the zero matrix, the identity.
 * Throws a RangeError unless all nine numbers are finite.
 */
export function nearestRotation(matrix: Matrix3): Quaternion {
  const largest = Math.max(...matrix.map(Math.abs));
  if (!Number.isFinite(largest))
    throw new RangeError('a matrix of finite numbers has a nearest rotation, this one has others');
  if (largest === 0) return [0, 0, 0, 1];
  const [m00, m01, m02, m10, m11, m12, m20, m21, m22] = matrix.map((part) => part / largest) as unknown as Matrix3;
  // qᵀ·K·q is the trace of Rᵀ·M for q = (x, y, z, w): the greatest where R is nearest to M.
  const { values, vectors } = eigen([
    [m00 - m11 - m22, m01 + m10, m02 + m20, m21 - m12],
    [m01 + m10, m11 - m00 - m22, m12 + m21, m02 - m20],
    [m02 + m20, m12 + m21, m22 - m00 - m11, m10 - m01],
    [m21 - m12, m02 - m20, m10 - m01, m00 + m11 + m22],
  ]);
  const best = Math.max(...values);
  const ties = vectors.filter((_, index) => best - at(values, index) <= TIE);
  return canonical(normalize(ties.length === 1 ? toQuaternion(ties[0]) : nearestToIdentity(ties)));
}

/** Relative to the matrix's largest part: eigenvalues this near cannot be told apart in double precision. */
const TIE = 1e-13;

/** The unit vector in the span of orthonormal vectors that is nearest to (0, 0, 0, 1), else to the first axis it has. */
function nearestToIdentity(basis: readonly (readonly number[])[]): Quaternion {
  for (const axis of [3, 0, 1, 2]) {
    const projection = [0, 1, 2, 3].map((part) =>
      basis.reduce((sum, vector) => sum + at(vector, axis) * at(vector, part), 0),
    );
    if (at(projection, axis) > 1e-6) return toQuaternion(projection);
  }
  return [0, 0, 0, 1];
}

/** Eigenvalues and orthonormal eigenvectors of a symmetric matrix, by cyclic Jacobi rotations; unsorted. */
function eigen(symmetric: number[][]): { values: number[]; vectors: number[][] } {
  const a = symmetric;
  const size = a.length;
  // Row i of `vectors` belongs to value i.
  const vectors = a.map((_, row) => a.map((_, column) => (row === column ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let off = 0;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) off += Math.abs(at2(a, p, q));
    if (off < 1e-300) break;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) eliminate(a, vectors, p, q);
  }
  return { values: a.map((row, index) => at(row, index)), vectors };
}

/** Turns the plane of axes p and q so that `a[p][q]` becomes 0: Golub and Van Loan, "Matrix computations", §8.5. */
function eliminate(a: number[][], vectors: number[][], p: number, q: number): void {
  const apq = at2(a, p, q);
  if (apq === 0) return;
  const ratio = (at2(a, q, q) - at2(a, p, p)) / (2 * apq);
  // Past 1e150 its square overflows, and the tangent is 1/(2·ratio) to the last bit.
  const root = Math.abs(ratio) > 1e150 ? Math.abs(ratio) : Math.sqrt(ratio * ratio + 1);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + root);
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const row of a) turn(row, p, q, cosine, sine);
  turnRows(a, p, q, cosine, sine);
  turnRows(vectors, p, q, cosine, sine);
  set2(a, p, q, 0);
  set2(a, q, p, 0);
}

function turn(row: number[], p: number, q: number, cosine: number, sine: number): void {
  const [left, right] = [at(row, p), at(row, q)];
  row[p] = cosine * left - sine * right;
  row[q] = sine * left + cosine * right;
}

function turnRows(rows: number[][], p: number, q: number, cosine: number, sine: number): void {
  const width = rows.length;
  for (let column = 0; column < width; column += 1) {
    const [upper, lower] = [at2(rows, p, column), at2(rows, q, column)];
    set2(rows, p, column, cosine * upper - sine * lower);
    set2(rows, q, column, sine * upper + cosine * lower);
  }
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}

function at2(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}

function set2(rows: number[][], row: number, column: number, value: number): void {
  const target = rows[row];
  if (target !== undefined) target[column] = value;
}

function toQuaternion(parts: readonly number[] = []): Quaternion {
  return [at(parts, 0), at(parts, 1), at(parts, 2), at(parts, 3)];
}
