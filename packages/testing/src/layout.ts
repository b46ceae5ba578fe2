// Turns the pieces of a program into a text, laid out in one of countless ways.
import type { Random } from './random.ts';

/** A token of the text, or a place between tokens where something may be put. */
export type Piece = string | Slot;

export type Slot = ItemSlot | FieldSlot | CommaSlot;
/** Another item may stand here: at top level, or in a body. */
export interface ItemSlot {
  readonly slot: 'item';
  /** Whether it would stand in the world's own frame. */
  readonly world: boolean;
  readonly top: boolean;
}
/** Another property may stand here. */
export interface FieldSlot {
  readonly slot: 'field';
  readonly kind: string;
  /** The properties that the element has, wherever they stand. */
  readonly given: ReadonlySet<string>;
}
/** A comma may stand here: the one between two properties, which is optional. */
export interface CommaSlot {
  readonly slot: 'comma';
}

/** One space between tokens, an item a line, no comments. */
export function layOutPlainly(pieces: readonly Piece[]): string {
  let text = '';
  let depth = 0;
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (piece.slot === 'comma') text += ',';
      if (piece.slot === 'item' && piece.top && text !== '') text += '\n';
      continue;
    }
    if (piece === '}') depth -= 1;
    if (piece === '{') depth += 1;
    text += text === '' || text.endsWith('\n') ? piece : ` ${piece}`;
  }
  return depth === 0 ? `${text}\n` : text;
}

/** White space and comments wherever they may stand. Some texts are airy, some have no space that they do not need. */
export function layOut(pieces: readonly Piece[], random: Random): string {
  const ctx: LayoutContext = {
    random,
    airiness: random.pick([0.02, 0.3, 0.3, 0.9]),
    comments: random.pick([0, 0.01, 0.05]),
  };
  let text = '';
  let before = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += gap(ctx, before, piece) + piece;
      before = piece;
    } else if (piece.slot === 'comma') {
      if (!random.chance(0.7)) continue;
      text += `${gap(ctx, before, ',')},`;
      before = ',';
    } else if (piece.slot === 'item') {
      const documentation = random.chance(ctx.comments) ? `/// ${word(random)} of ${word(random)}.\n` : '';
      const space = piece.top && random.chance(0.8) ? '\n' : random.chance(ctx.airiness) ? '\n\n  ' : '';
      if (space + documentation === '') continue;
      text += `${space === '' ? '\n' : space}${documentation}`;
      before = '';
    }
  }
  return text + random.pick(['', '\n', ' \n\n', '// the end', '/* the\nend */\n']);
}

interface LayoutContext {
  readonly random: Random;
  readonly airiness: number;
  readonly comments: number;
}

function gap({ random, airiness, comments }: LayoutContext, before: string, after: string): string {
  const needed = mustSeparate(before, after);
  let result = '';
  if (random.chance(airiness)) result += random.pick([' ', ' ', ' ', '  ', '\t', '\n', '\r\n', '\n\n', '\n\n\n  ']);
  if (random.chance(comments)) {
    const comment = random.pick(COMMENTS).replace('%', () => word(random));
    // A line comment begins with what would make a division one.
    result += `${result === '' && before !== '' ? ' ' : ''}${comment}${random.pick(['', ' ', '\n'])}`;
  }
  return needed && result === '' ? ' ' : result;
}

const COMMENTS = ['// %\n', '// "%" { \n', '/* % */', '/* %\n * } */', '/**/', '//\n', '/* // % */'];

function word(random: Random): string {
  return random.pick(['grass', 'the far shore', 'Ufer', 'œil', '岸', '🌳', 'TODO', 'a < b', 'x: 1', '"']);
}

/** Whether two tokens would be read as one, or as others, without a space. */
function mustSeparate(before: string, after: string): boolean {
  if (before === '' || after === '') return false;
  const [last, first] = [before.at(-1) as string, after[0] as string];
  if (/[\w#%]/.test(last) && /\w/.test(first)) return true;
  if (/\d/.test(last) && (first === '%' || first === '.')) return after !== '..' && after !== '..<';
  if (last === '/' && (first === '/' || first === '*')) return true;
  return /[<>=!.]/.test(last) && /[<>=.]/.test(first);
}
