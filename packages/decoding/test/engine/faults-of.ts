// Turns a decoded program into what parser, checker, lowering and formatter have to say against it.
import { check } from '@diorama/checker';
import { hasErrors, SourceFile } from '@diorama/diagnostics';
import { lower } from '@diorama/lowering';
import { type Program, parse } from '@diorama/syntax';
import { findKind } from '@diorama/vocabulary';
import { CATALOG } from '../../../../grammar/test/corpus.ts';
import { LIMITS, OF_VALUES } from '../../../../grammar/test/left-to-checker.ts';
import { textWorld } from '../../../../grammar/test/support.ts';
import type { DecoderOptions } from '../../src/index.ts';
import { printsNumbers } from '../judge/prints-numbers.ts';
import { formatted } from './programs.ts';

export interface Faults {
  /** What is wrong; nothing if all is well. */
  readonly fault: string | undefined;
  /** The codes of what only the checker can compute: in the whole language. */
  readonly left: readonly string[];
}

const world = textWorld();
/** From here on the formatter breaks lines, which no one who writes from left to right foresees. */
const LINE_WIDTH = 120;

/** Judges a program by everything but the decoder. Slots must be filled. */
export function faultsOf(text: string, { form, layout, objects }: DecoderOptions): Faults {
  const source = SourceFile.from('main.dio', text);
  const tree = parse(source);
  const checked = check(tree.value, { source, world, catalog: CATALOG });
  const errors = [...tree.diagnostics, ...checked.diagnostics].filter(({ severity }) => severity === 'error');
  const codes = errors.map(({ code }) => code);
  const isLeft = (code: string) => form === 'whole' && (OF_VALUES.has(code) || LIMITS.has(code));
  const [first] = errors.filter(({ code }) => !isLeft(code));
  const at = (fault: string | undefined): Faults => ({ fault, left: codes.filter(isLeft) });
  if (first !== undefined)
    return at(`${first.code}: ${first.primary.message} at ${first.primary.start}-${first.primary.end}`);
  if (countObjects(tree.value) > objects) return at(`more than ${objects} objects`);
  if (form !== 'whole') {
    const { diagnostics } = lower(checked.value);
    if (hasErrors(diagnostics)) return at(`does not lower: ${diagnostics[0]?.title}`);
  }
  if (layout === 'canonical' && form !== 'slots') {
    const isWide = form === 'whole' && text.split('\n').some((line) => line.length > LINE_WIDTH);
    if (!isWide && formatted(text) !== text) return at('the formatter lays it out otherwise');
    if (form === 'core' && !isCoreLayout(text)) return at('not one element a line');
    if (form === 'core' && !printsNumbers(text)) return at('a number is printed otherwise');
  }
  return at(undefined);
}

/** Whether every line is an element, and none is empty. */
function isCoreLayout(text: string): boolean {
  return text === '' || /^([a-z_]\w* (\w+ )?\{.*\}\n|@.*\n)+$/.test(text);
}

/** How many elements a program has, settings and those of prefabs aside. */
function countObjects(program: Program): number {
  let count = 0;
  JSON.stringify(program.items, (_, value) => {
    if (value?.kind === 'element' && !isSetting(value.name?.text)) count += 1;
    return value;
  });
  return count;
}

function isSetting(name: unknown): boolean {
  return typeof name === 'string' && (findKind(name)?.once ?? false);
}
