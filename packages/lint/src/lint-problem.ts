// The shape of a problem that lint reports: its page, and the words for what was measured.
import type { ProblemPage } from '@diorama/diagnostics';
import { shortestDecimal } from '@diorama/geometry';
import type { Element, Scene } from '@diorama/scene';
import type { Finding } from './finding.ts';

export interface LintProblem<F extends Finding> {
  readonly page: ProblemPage;
  describe(group: FindingGroup<F>): Wording;
}

/** The findings of one code at one place of the source: one, or those of a loop's or scatter's instances. */
export interface FindingGroup<F extends Finding> {
  readonly scene: Scene;
  readonly count: number;
  readonly worst: F;
}

export interface Wording {
  /** The local fact, with its measure. */
  readonly message: string;
  /** Expected and found, then the next step. */
  readonly notes: readonly string[];
  /** Another element that matters, and why. */
  readonly related?: { readonly element: number; readonly message: string };
}

/** The local fact of one finding, or of several with the worst of them. */
export function fact(count: number, one: string, many: string): string {
  return count === 1 ? one : `${count} ${many}; the worst: ${one}`;
}

/** Three digits are more than anybody sees: `1.3 m`. */
export function metres(length: number): string {
  return `${digits(length)} m`;
}

export function percent(number: number): string {
  return `${digits(number)} %`;
}

export function degrees(angle: number): string {
  return `${digits(angle)}°`;
}

/** A point as the language writes it. */
export function point(coordinates: readonly number[]): string {
  return `(${coordinates.map((number) => shortestDecimal(Math.round(number * 100) / 100)).join(', ')})`;
}

/** `tree oak`, `the ground` */
export function nameOf(scene: Scene, index: number): string {
  const element: Element | undefined = scene.elements[index];
  if (element === undefined) return 'something';
  return element.label === undefined ? `a ${element.kind}` : `${element.kind} ${element.label}`;
}

function digits(number: number): string {
  return shortestDecimal(Number(number.toPrecision(3)));
}
