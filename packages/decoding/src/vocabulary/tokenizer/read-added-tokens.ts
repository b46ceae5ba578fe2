// Turns the added tokens of a tokenizer's file into what each is to a decoder.
import { isId, isRecord, type JsonRecord, show } from './json.ts';
import { type Refusal, refuse } from './refusal.ts';

export interface AddedToken {
  readonly id: number;
  readonly text: string;
  /** `text` says what it says; `special` and `marker` never stand in a program. */
  readonly kind: 'text' | 'special' | 'marker';
}

export function readAddedTokens(file: JsonRecord): readonly AddedToken[] | Refusal {
  const listed = file.added_tokens ?? [];
  if (!Array.isArray(listed)) return refuse('added_tokens is not a list');
  const all: AddedToken[] = [];
  for (const [index, entry] of listed.entries()) {
    const { id, content, special } = isRecord(entry) ? entry : {};
    if (!isId(id) || typeof content !== 'string')
      return refuse(`added_tokens[${index}] is ${show(entry)}, not a token`);
    all.push({ id, text: content, kind: special === true ? 'special' : isMarker(content) ? 'marker' : 'text' });
  }
  return all;
}

/**
 * Qwen's `<think>` and `<|fim_prefix|>` and Gemma's `<unused7>` and `[multimodal]` are not special to their files, yet a chat
 * model means something else by them than their letters. Gemma's runs of white space and tags of HTML are text.
 */
function isMarker(text: string): boolean {
  if (/^<\|.*\|>$/s.test(text)) return true;
  const name = /^(?:<\/?([\w-]+)>|\[\/?([\w-]+)\])$/.exec(text);
  if (name === null) return false;
  return name[1] === undefined || !HTML_TAGS.has(name[1]);
}

const HTML_TAGS: ReadonlySet<string> = new Set(
  `a b blockquote body bbox caption code div em footer h1 h2 h3 h4 h5 h6 head header hr html i iframe img li nav ol p pre
  s span strong sub sup table tbody td tfoot th thead title tr u ul`.split(/\s+/),
);
