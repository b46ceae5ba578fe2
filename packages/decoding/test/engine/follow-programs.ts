// Turns programs into tokens of a tokenizer and follows them: those that are refused somewhere.
import { createDecoder, type DecoderOptions, type Vocabulary } from '../../src/index.ts';
import { loadEncoder, type TestTokenizer } from '../tokenizers.ts';
import { fewestTokens, followTokens, randomTokens } from './follow-tokens.ts';
import type { Followed } from './programs.ts';
import { seeded } from './random.ts';

/** The languages that programs are written in. */
export const FOLLOWED_LANGUAGES = [
  { form: 'whole', layout: 'free' },
  { form: 'whole', layout: 'canonical' },
  { form: 'core', layout: 'canonical' },
  { form: 'core', layout: 'free' },
] as const;

/** How a text becomes tokens: the fewest, any that fit, or as the reference encodes it. */
export const SPELLINGS = ['fewest', 'random', 'encoded'] as const;
export type TokenSpelling = (typeof SPELLINGS)[number];

/** Those of the programs that belong to a language and are not let through, with the place. */
export async function followPrograms(
  tokenizer: TestTokenizer,
  language: Pick<DecoderOptions, 'form' | 'layout'>,
  spelling: TokenSpelling,
  programs: readonly Followed[],
  { every, seed = 1 }: { readonly every: number; readonly seed?: number },
): Promise<readonly string[]> {
  const vocabulary = tokenizer.load();
  const decoder = createDecoder(vocabulary, language);
  const random = seeded(seed);
  const encode = spelling === 'encoded' ? await loadEncoder(tokenizer) : undefined;
  const spell = (text: string) => {
    if (encode !== undefined) return encoded(vocabulary, encode(text), text);
    return spelling === 'random' ? randomTokens(vocabulary, text, random) : fewestTokens(vocabulary, text);
  };
  return programs.flatMap(({ name, text, form, layout }) => {
    if (form !== language.form || layout !== language.layout) return [];
    const failure = followTokens(decoder, spell(text), { random, every });
    return failure === undefined ? [] : [`${name}: ${failure}`];
  });
}

/** Some tokenizers put a space before a text, which is none of the program's. */
function encoded(vocabulary: Vocabulary, ids: readonly number[], text: string): readonly number[] {
  const spelled = Buffer.concat(ids.map(vocabulary.bytes)).toString('utf8');
  return spelled === text ? ids : fewestTokens(vocabulary, text);
}
