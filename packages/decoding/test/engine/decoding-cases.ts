// What the tests of the decoder share: a vocabulary of single bytes and some words, and ways to decode a text.
import {
  createDecoder,
  createVocabulary,
  type Decoder,
  type DecoderOptions,
  type DecodingState,
} from '../../src/index.ts';
import { fewestTokens } from './follow-tokens.ts';

const WORDS = [
  'tree',
  ' {',
  ' }',
  'height',
  ': ',
  ', ',
  'camera',
  'oak',
  '\n',
  ' at',
  '(0, 0)',
  '123',
  'oak {',
  ' oak {',
  '4deg',
  'leaves',
  '0 }',
  '}\n\n',
  'cameras',
];
/** Ids 0 to 255 are bytes. */
export const END = 300;
export const SLOT_IDS = { $NUM: 301, $ROT: 302, $CLIP: 303 } as const;

/** Every byte, a few words, an end, three slots and an id without text. */
export const BYTES = createVocabulary({
  tokens: [
    ...Array.from({ length: 256 }, (_, byte) => [byte, Uint8Array.of(byte)] as const),
    ...WORDS.map((word, index) => [256 + index, new TextEncoder().encode(word)] as const),
  ],
  ends: [END],
  slots: Object.entries(SLOT_IDS).map(([slot, id]) => [id, slot as keyof typeof SLOT_IDS] as const),
  size: 305,
});
/** An id that stands for nothing. */
export const UNUSED = 304;

export function decoderOf(options: Partial<DecoderOptions> = {}): Decoder {
  return createDecoder(BYTES, options);
}

/** The id of a word, or of a byte. */
export function idOf(text: string): number {
  const [id, ...more] = fewestTokens(BYTES, text);
  if (id === undefined || more.length > 0) throw new Error(`${JSON.stringify(text)} is no token`);
  return id;
}

/** The state behind a text, byte by byte; throws where one is refused. */
export function decoded(decoder: Decoder, text: string, from: DecodingState = decoder.start()): DecodingState {
  let state = from;
  for (const byte of new TextEncoder().encode(text)) {
    const next = decoder.accept(state, byte);
    if (next === undefined)
      throw new Error(
        `${JSON.stringify(String.fromCharCode(byte))} is refused behind ${JSON.stringify(decoder.text(state))}`,
      );
    state = next;
  }
  return state;
}

/** Whether a text may follow, byte by byte. */
export function mayFollow(decoder: Decoder, state: DecodingState, text: string): boolean {
  let at: DecodingState | undefined = state;
  for (const byte of new TextEncoder().encode(text)) at = at && decoder.accept(at, byte);
  return at !== undefined;
}
