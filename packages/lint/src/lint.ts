// Turns a scene into warnings about what is physically wrong with it.
import { type Diagnostic, type FileId, label, type Place, problem } from '@diorama/diagnostics';
import type { Element, Provenance, Scene } from '@diorama/scene';
import { compareTexts } from './body.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { FindingGroup, LintProblem } from './lint-problem.ts';
import { nameOf, point } from './lint-problem.ts';
import { MEASURE_DEFAULTS, type MeasureOptions, measure } from './measure.ts';
import { PROBLEMS } from './problems.ts';

/** Options for {@link lint}. */
export interface LintOptions extends MeasureOptions {
  /** The file at whose beginning things without an origin are reported: scenes that no program made, and defaults. */
  readonly file: FileId;
}
/** Extents guessed by class; a file named `scene`. */
export const LINT_DEFAULTS: LintOptions = Object.freeze({ ...MEASURE_DEFAULTS, file: 'scene' });

/**
 * One warning for each code and place of the source, with a count and the worst gap where a loop, scatter or prefab
 * repeats the place; in the order of the source. The order of the scene's elements changes nothing.
 */
export function lint(written: Scene, options: Partial<LintOptions> = {}): readonly Diagnostic[] {
  const { file, extents } = { ...LINT_DEFAULTS, ...options };
  const scene = { ...written, elements: inOneOrder(written.elements) };
  const findings = dropPartlySeen(scene, measure(scene, { extents }));
  const groups = groupByPlace(scene, findings);
  return groups.map((group) => report(group, file)).sort(inSource);
}

/**
 * The elements in an order that is theirs alone: where two things hide the same, or are equally far, the earlier one is
 * named. By place in the source, which is almost always their order already; then by place in the world.
 */
function inOneOrder(elements: readonly Element[]): readonly Element[] {
  const texts = new Map<Element, string>();
  const textOf = (element: Element): string => {
    const text = texts.get(element) ?? JSON.stringify(element);
    texts.set(element, text);
    return text;
  };
  return elements.toSorted(
    (a, b) =>
      compareTexts(a.origin?.file ?? '', b.origin?.file ?? '') ||
      (a.origin?.start ?? 0) - (b.origin?.start ?? 0) ||
      (a.origin?.end ?? 0) - (b.origin?.end ?? 0) ||
      a.at.x - b.at.x ||
      a.at.z - b.at.z ||
      compareTexts(textOf(a), textOf(b)),
  );
}

const VISIBILITY: ReadonlySet<FindingCode> = new Set(['out-of-view', 'lost-in-haze', 'hidden']);

/** Keeps what tells that an element cannot be seen only where no other instance from the same place can be seen. */
function dropPartlySeen(scene: Scene, findings: readonly Finding[]): readonly Finding[] {
  const keys = scene.elements.map(({ kind, origin }) =>
    origin === undefined || kind === 'lamp' ? '' : placeKey(origin),
  );
  const seen = new Map<string, number>();
  for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  const keyOf = (finding: Finding) =>
    'element' in finding && VISIBILITY.has(finding.code) ? (keys[finding.element] ?? '') : '';
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key !== '') seen.set(key, (seen.get(key) ?? 0) - 1);
  }
  return findings.filter((finding) => {
    const key = keyOf(finding);
    return key === '' || seen.get(key) === 0;
  });
}

interface Group extends FindingGroup<Finding> {
  count: number;
  worst: Finding;
}

/** By code and place; what has no origin by code, kind and label. */
function groupByPlace(scene: Scene, findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const owner = ownerOf(scene, finding);
    const place = owner.origin === undefined ? nameless(owner) : placeKey(owner.origin);
    const key = `${VISIBILITY.has(finding.code) ? 'unseen' : finding.code} ${place}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { scene, count: 1, worst: finding });
    } else {
      group.count += 1;
      if (isWorse(finding, group.worst)) group.worst = finding;
    }
  }
  return [...groups.values()];
}

/** What a finding is about. */
function ownerOf(scene: Scene, finding: Finding): Provenance {
  if ('element' in finding) return scene.elements[finding.element] ?? {};
  return finding.code === 'no-light' ? scene.sky : scene.camera;
}

function nameless(owner: Provenance & Partial<Pick<Element, 'kind' | 'label'>>): string {
  return ` ${owner.kind ?? ''} ${owner.label ?? ''}`;
}

function placeKey({ file, start, end }: Place): string {
  return `${start} ${end} ${file}`;
}

/** By gap, then by place in the world, so that the elements' order does not matter. */
function isWorse(finding: Finding, worst: Finding): boolean {
  const codes = orderOf(worst.code) - orderOf(finding.code);
  if (codes !== 0) return codes > 0;
  if (finding.gap !== worst.gap) return finding.gap > worst.gap;
  if (!('base' in finding && 'base' in worst)) return false;
  const [a, b] = [finding.base, worst.base];
  return (a[0] - b[0] || a[1] - b[1] || a[2] - b[2]) < 0;
}

function report(group: Group, file: FileId): Diagnostic {
  const { scene, worst } = group;
  const { page, describe } = PROBLEMS[worst.code] as LintProblem<Finding>;
  const { message, notes, related } = describe(group);
  const origin = ownerOf(scene, worst).origin;
  const beginning: Place = { file, start: 0, end: 0 };
  const other = related === undefined ? undefined : scene.elements[related.element];
  return problem(page, origin ?? beginning, origin === undefined ? `${subject(group)}${message}` : message, {
    notes,
    related:
      related === undefined || other?.origin === undefined || samePlace(other.origin, origin)
        ? []
        : [label(other.origin, related.message)],
  });
}

/** Which element is meant, where no place can tell: `tree oak at (1, 1.3, -12): ` */
function subject({ scene, worst }: Group): string {
  return 'element' in worst ? `${nameOf(scene, worst.element)} at ${point(worst.base)}: ` : '';
}

function samePlace(a: Place, b: Place | undefined): boolean {
  return b !== undefined && placeKey(a) === placeKey(b);
}

function inSource(a: Diagnostic, b: Diagnostic): number {
  return (
    compareTexts(a.primary.file, b.primary.file) ||
    a.primary.start - b.primary.start ||
    a.primary.end - b.primary.end ||
    orderOf(a.code as FindingCode) - orderOf(b.code as FindingCode) ||
    compareTexts(a.primary.message, b.primary.message)
  );
}

const ORDER: readonly string[] = Object.keys(PROBLEMS);
function orderOf(code: FindingCode): number {
  return ORDER.indexOf(code);
}
