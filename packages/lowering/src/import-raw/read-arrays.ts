// Turns the arrays beside a RAW program into rows that its `[ROT]` and `[CLIP]` places can use.
import type { Diagnostic, Outcome, Place, SourceFile } from '@diorama/diagnostics';
import { type Matrix3, nearestRotation, type Quaternion, quaternion } from '@diorama/geometry';
import type { Placeholder } from './parse-raw.ts';
import { rawArrayMismatch } from './problems/raw-array-mismatch.ts';
import { rawBadArray } from './problems/raw-bad-array.ts';
import { rawMissingAppearances } from './problems/raw-missing-appearances.ts';
import { rawMissingRotations } from './problems/raw-missing-rotations.ts';

/**
 * The rotations of a program, relative to the camera's heading. RAW's turn an object into the camera's full frame, which is
 * pitched against the heading; so R(heading) = Rx(pitch) · R(camera). A row that is no rotation is undefined.
 */
export function readRotations(
  source: SourceFile,
  array: unknown,
  uses: readonly Placeholder[],
  pitch: number,
): Outcome<readonly (Quaternion | undefined)[]> {
  const rows = readArray(source, array, uses, {
    name: 'rotations',
    expected: MATRICES,
    problemOf: matrixProblem,
    missing: rawMissingRotations,
  });
  const diagnostics = [...rows.diagnostics];
  const camera = quaternion.cameraRotation({ pitch, yaw: 0, roll: 0 });
  const value = rows.value.map((row, index) => {
    const matrix = (row as number[][]).flat() as unknown as Matrix3;
    const nearest = nearestRotation(matrix);
    if (distance(matrix, quaternion.toMatrix(nearest)) <= ROTATION_TOLERANCE) {
      return quaternion.canonical(quaternion.multiply(camera, nearest));
    }
    diagnostics.push(
      rawBadArray(placeOf(source, uses[index]), `matrix ${index + 1} is no rotation`, 'a rotation matrix'),
    );
    return undefined;
  });
  return { value, diagnostics };
}

/** The appearances of a program: one vector a row, all of one length. */
export function readAppearances(
  source: SourceFile,
  array: unknown,
  uses: readonly Placeholder[],
): Outcome<readonly (readonly number[])[]> {
  const rows = readArray(source, array, uses, {
    name: 'appearances',
    expected: VECTORS,
    problemOf: vectorProblem,
    missing: rawMissingAppearances,
  });
  return { value: rows.value as readonly (readonly number[])[], diagnostics: rows.diagnostics };
}

interface ArrayForm {
  readonly name: string;
  readonly expected: string;
  /** Why a row cannot be used, as the rest of a sentence about it. */
  readonly problemOf: (row: unknown, first: unknown) => string | undefined;
  readonly missing: (place: Place, uses: number) => Diagnostic;
}

/** The rows of an array, each of the right form; none if one is not, for then its rows cannot be trusted to be in order. */
function readArray(
  source: SourceFile,
  array: unknown,
  uses: readonly Placeholder[],
  { name, expected, problemOf, missing }: ArrayForm,
): Outcome<readonly unknown[]> {
  const nothing = (...diagnostics: Diagnostic[]) => ({ value: [], diagnostics });
  const firstUse = placeOf(source, uses[0]);
  if (array === undefined) return uses.length === 0 ? nothing() : nothing(missing(firstUse, uses.length));
  if (!Array.isArray(array)) return nothing(rawBadArray(firstUse, `the ${name} are no list`, expected));
  for (const [index, row] of array.entries()) {
    const fact = problemOf(row, array[0]);
    const place = placeOf(source, uses[index] ?? uses[0]);
    if (fact !== undefined) return nothing(rawBadArray(place, `row ${index + 1} of the ${name} ${fact}`, expected));
  }
  const found = { rows: array.length, uses: uses.length };
  if (found.rows === found.uses) return { value: array, diagnostics: [] };
  const place = placeOf(source, uses[found.rows] ?? uses.at(-1));
  return { value: array, diagnostics: [rawArrayMismatch(place, name, found)] };
}

const MATRICES = 'a list of 3 × 3 matrices: [[[…], […], […]], …]';
const VECTORS = 'a list of vectors of one length: [[…], […], …]';
/** Numbers with few digits, or of 16 bits, are this near to a rotation; a scaled or mirrored matrix is not. */
const ROTATION_TOLERANCE = 0.01;

function matrixProblem(row: unknown): string | undefined {
  const isMatrix =
    Array.isArray(row) && row.length === 3 && row.every((line) => Array.isArray(line) && line.length === 3);
  if (!isMatrix) return 'is no 3 × 3 matrix';
  return row.flat().every((number) => Number.isFinite(number)) ? undefined : 'has something else than finite numbers';
}

function vectorProblem(row: unknown, first: unknown): string | undefined {
  if (!Array.isArray(row) || row.length === 0) return 'is no vector';
  if (Array.isArray(first) && row.length !== first.length)
    return `has ${row.length} numbers, the first has ${first.length}`;
  const fits = row.every((number) => typeof number === 'number' && Number.isFinite(Math.fround(number)));
  return fits ? undefined : 'has something else than finite numbers of 32 bits';
}

/** The largest difference of two matrices in one number. */
function distance(a: Matrix3, b: Matrix3): number {
  return a.reduce((largest, number, index) => Math.max(largest, Math.abs(number - (b[index] ?? 0))), 0);
}

/** The place of a use; of the program's beginning if there is none. */
function placeOf(source: SourceFile, use: Placeholder | undefined): Place {
  return { file: source.id, start: use?.start ?? 0, end: use?.end ?? 0 };
}
