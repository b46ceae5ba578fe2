// What lint says about a scene, in short: for tests that are data.
import type { Diagnostic } from '@diorama/diagnostics';
import { type Element, validateScene } from '@diorama/scene';
import { makeScene, type SceneParts } from '@diorama/scene/testing';
import { expect } from 'vitest';
import { type Finding, type FindingCode, lint, measure } from '../src/index.ts';

/** Expects exactly these problems, each as `code: message`, of a scene whose elements each have a place of their own. */
export function checkLint(parts: SceneParts, ...expected: readonly string[]): readonly Diagnostic[] {
  const scene = makeScene({ ...parts, elements: written(parts.elements ?? []) });
  expect(validateScene(scene)).toEqual([]);
  const diagnostics = lint(scene);
  expect(diagnostics.map(({ code, primary }) => `${code}: ${primary.message}`)).toEqual(expected);
  return diagnostics;
}

/** The findings of one code. */
export function findingsOf<C extends FindingCode>(
  code: C,
  parts: SceneParts,
): readonly Extract<Finding, { code: C }>[] {
  const scene = makeScene(parts);
  expect(validateScene(scene)).toEqual([]);
  return measure(scene).filter((finding): finding is Extract<Finding, { code: C }> => finding.code === code);
}

/** Gives each element without an origin a line of its own. */
export function written(elements: readonly Element[]): readonly Element[] {
  return elements.map((element, index) => {
    const start = 100 * index;
    return element.origin === undefined ? { ...element, origin: { file: 'a.dio', start, end: start + 50 } } : element;
  });
}
