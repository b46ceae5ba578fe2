// Turns a syntax tree into its holes, and says of each how much its surroundings let be known of it.
import type * as ast from '@diorama/syntax';
import { findKind } from '@diorama/vocabulary';

/** A hole and the nodes around it, the innermost first. */
export interface FoundHole {
  readonly hole: ast.Hole;
  readonly isOperand: boolean;
  readonly isFactor: boolean;
  readonly isPlain: boolean;
}

interface TreeNode {
  readonly kind: string;
}
type Around = readonly TreeNode[];

/** In the order of the text. */
export function findHoles(program: ast.Program): readonly FoundHole[] {
  const holes: (readonly [ast.Hole, Around])[] = [];
  const names = { declared: new Set<string>(), used: new Set<string>() };
  for (const item of program.items) visit(item, [], holes, names);
  for (const { names: imported } of program.imports) {
    for (const { name, alias } of imported) names.declared.add((alias ?? name).text);
  }
  return holes
    .map(([hole, around]) => ({
      hole,
      isOperand: isOperand(around),
      isFactor: isFactor(around),
      isPlain: isPlain(around, names),
    }))
    .sort((a, b) => a.hole.start - b.hole.start);
}

interface Names {
  readonly declared: Set<string>;
  readonly used: Set<string>;
}

function visit(value: unknown, around: Around, holes: (readonly [ast.Hole, Around])[], names: Names): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, around, holes, names);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Partial<TreeNode>;
  if (node.kind === 'hole') holes.push([value as ast.Hole, around]);
  note(value as ast.Item | ast.Expression | ast.Parameter, around, names);
  const inner = isNode(node) ? [node, ...around] : around;
  for (const part of Object.values(value)) visit(part, inner, holes, names);
}
function isNode(node: Partial<TreeNode>): node is TreeNode {
  return node.kind !== undefined;
}

function note(node: ast.Item | ast.Expression | ast.Parameter, [parent]: Around, names: Names): void {
  switch (node.kind) {
    case 'let':
    case 'prefab':
    case 'parameter':
      names.declared.add(node.name.text);
      return;
    case 'for':
      names.declared.add(node.variable.text);
      return;
    case 'name':
      if (parent !== undefined && !NAMING.has(parent.kind)) names.used.add(node.text);
  }
}
/** Names in these are no values. */
const NAMING: ReadonlySet<string> = new Set([
  'let',
  'prefab',
  'parameter',
  'for',
  'element',
  'field',
  'argument',
  'member',
  'type-name',
  'annotation',
]);

const OPERATIONS: ReadonlySet<string> = new Set([
  'negation',
  'not',
  'chain',
  'comparison',
  'range',
  'access',
  'conditional',
  'parenthesized',
]);
function isOperand(around: Around): boolean {
  for (const { kind } of around) {
    if (OPERATIONS.has(kind)) return true;
    if (kind !== 'tuple') return false;
  }
  return false;
}

/** Whether what it is an argument of is more than the sum of its parts. */
function isFactor(around: Around): boolean {
  return around.some((node) => node.kind === 'call' && !PARTED.has((node as ast.Call).callee.text));
}
const PARTED: ReadonlySet<string> = new Set(['yaw', 'euler', 'view']);

/** Whether it is in a value of an element of which nothing is computed and of whose properties nothing is made use. */
function isPlain(around: Around, names: Names): boolean {
  const field = around.findIndex(({ kind }) => !LITERAL.has(kind));
  if (around[field]?.kind !== 'field') return false;
  const element = around.slice(field + 1).find(({ kind }) => kind === 'element') as ast.Element | undefined;
  if (element === undefined || around[field + 1]?.kind !== 'element-body') return false;
  if (findKind(element.name.text) === undefined || names.declared.has(element.name.text)) return false;
  const label = element.label?.text;
  if (label !== undefined && (names.used.has(label) || names.declared.has(label))) return false;
  return element.body.entries.every((entry) => entry.kind === 'field' && isLiteral(entry.value, names));
}
const LITERAL: ReadonlySet<string> = new Set(['tuple', 'argument', 'call', 'negation']);

function isLiteral(value: ast.Expression, names: Names): boolean {
  switch (value.kind) {
    case 'number':
    case 'text':
    case 'color':
    case 'boolean':
    case 'hole':
      return true;
    case 'name':
      return !names.declared.has(value.text);
    case 'negation':
      return isLiteral(value.operand, names);
    case 'tuple':
      return value.items.every((item) => isLiteral(item, names));
    case 'call':
      return (
        LITERAL_CALLS.has(value.callee.text) && value.arguments.every((argument) => isLiteral(argument.value, names))
      );
    default:
      return false;
  }
}
/** What they make does not depend on the rest of the scene. */
const LITERAL_CALLS: ReadonlySet<string> = new Set([
  'yaw',
  'euler',
  'quaternion',
  'matrix',
  'asset',
  'like',
  'embedding',
  'view',
]);
