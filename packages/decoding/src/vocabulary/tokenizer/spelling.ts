// Turns the decoder of a tokenizer's file into the rule by which its pieces spell bytes.
import { BYTE_OF_LETTER } from './byte-letters.ts';
import { isRecord, type JsonRecord, show } from './json.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

export interface Spelling {
  /** The bytes of a piece of the model. */
  piece(text: string): Uint8Array;
  /** The bytes of an added token that is text: what it says, not what its letters stand for. */
  literal(text: string): Uint8Array;
  /** Whether one space at the beginning of a whole text is dropped: the first word has it on account of its piece. */
  readonly dropsFirstSpace: boolean;
}

/** What `decoder` says; if it says nothing, what the way in shows. */
export function findSpelling(file: JsonRecord): Spelling | Refusal {
  const steps = flatten(file.decoder, 'decoders');
  if (steps.length === 0) return spellingOfTheWayIn(file);
  if (steps.some(({ type }) => type === 'ByteLevel')) {
    const other = steps.find(({ type }) => type !== 'ByteLevel' && type !== 'Fuse');
    return other === undefined
      ? BYTE_LEVEL
      : refuse(`decoder has ${show(other.type)} beside "ByteLevel": bytes cannot be told`);
  }
  return spellingOfPieces(steps, isRecord(file.model) && file.model.byte_fallback === true);
}

/** Whether somewhere in a list, or a list of lists, there is a step of this type. */
export function hasStep(steps: unknown, key: string, type: string): boolean {
  return flatten(steps, key).some((step) => step.type === type);
}

/** The steps of `{ type: 'Sequence' }`, whatever the key under which the kind of step has its list. */
export function flatten(step: unknown, key: string): readonly JsonRecord[] {
  if (!isRecord(step)) return [];
  if (step.type !== 'Sequence') return [step];
  const inner = step[key];
  return Array.isArray(inner) ? inner.flatMap((each) => flatten(each, key)) : [];
}

function spellingOfTheWayIn(file: JsonRecord): Spelling | Refusal {
  if (hasStep(file.pre_tokenizer, 'pretokenizers', 'ByteLevel')) return BYTE_LEVEL;
  if (hasStep(file.normalizer, 'normalizers', 'ByteLevel')) return BYTE_LEVEL;
  if (hasStep(file.pre_tokenizer, 'pretokenizers', 'Metaspace'))
    return spellingOfPieces([{ type: 'Metaspace' }, { type: 'Fuse' }], true);
  return refuse('decoder is missing: without one, tokens are joined by spaces and have no text of their own');
}

/** Pieces are text, with a letter for the space and, as a last resort, a name for each byte. */
function spellingOfPieces(steps: readonly JsonRecord[], fallback: boolean): Spelling | Refusal {
  const replaced: [string, string][] = [];
  let bytes = fallback;
  let dropsFirstSpace = false;
  let fused = false;
  for (const step of steps) {
    switch (step.type) {
      case 'Replace': {
        const replacement = replacementOf(step);
        if (isRefusal(replacement)) return replacement;
        if (fused) return refuse('decoder replaces text after "Fuse", across tokens');
        replaced.push([replacement.from, replacement.to]);
        break;
      }
      case 'ByteFallback':
        bytes = true;
        break;
      case 'Fuse':
        fused = true;
        break;
      case 'Strip':
        if (step.content !== ' ' || step.start !== 1 || step.stop !== 0 || !fused)
          return refuse(`decoder strips ${show(step)}: only one space at the beginning of a text may be dropped`);
        dropsFirstSpace = true;
        break;
      case 'Metaspace':
        replaced.push([typeof step.replacement === 'string' ? step.replacement : SPACE_LETTER, ' ']);
        dropsFirstSpace = step.prepend_scheme !== 'never' && step.add_prefix_space !== false;
        break;
      default:
        return refuse(`decoder has the type ${show(step.type)}: its tokens do not spell exact bytes`);
    }
  }
  if (!replaced.some(([, to]) => to === ' '))
    return refuse('decoder puts no spaces between words: it is neither byte-level nor SentencePiece');
  const literal = (text: string) =>
    encoder.encode(replaced.reduce((all, [from, to]) => all.replaceAll(from, to), text));
  return { piece: bytes ? (text) => byteNamed(text) ?? literal(text) : literal, literal, dropsFirstSpace };
}

function replacementOf(step: JsonRecord): { readonly from: string; readonly to: string } | Refusal {
  const pattern = step.pattern;
  const from = isRecord(pattern) ? pattern.String : undefined;
  const to = step.content;
  return typeof from === 'string' && from !== '' && typeof to === 'string'
    ? { from, to }
    : refuse(`decoder replaces ${show(pattern)}: only a plain text can be replaced token by token`);
}

/** `<0x0A>`, as SentencePiece writes a byte for which it has no piece. */
function byteNamed(text: string): Uint8Array | undefined {
  if (text.length !== 6 || !text.startsWith('<0x')) return undefined;
  const digits = /^<0x([0-9A-Fa-f]{2})>$/.exec(text)?.[1];
  return digits === undefined ? undefined : Uint8Array.of(Number.parseInt(digits, 16));
}

/** A letter a byte, as in GPT-2. A piece with any other letter is taken literally, as the Hugging Face library does. */
const BYTE_LEVEL: Spelling = {
  piece: (text) => {
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) {
      const byte = BYTE_OF_LETTER[text.charCodeAt(at)] ?? -1;
      if (byte === -1) return encoder.encode(text);
      bytes[at] = byte;
    }
    return bytes;
  },
  literal: (text) => encoder.encode(text),
  dropsFirstSpace: false,
};

/** U+2581, lower one eighth block. */
const SPACE_LETTER = '\u2581';
const encoder = new TextEncoder();
