// Proves the decoder: random programs judged by parser and checker, masks beside a slow judge, programs in every spelling.
//
//   npm run verify:decoding                          600 random programs of each language with a small tokenizer, fewer of the whole one
//   npm run verify:decoding -- 100000 7 llama3       so many, from seed 7, with a tokenizer of a large model
//   npm run verify:decoding -- --programs [NAME]     the corpus and the examples in every spelling, with all tokenizers or one
//   npm run verify:decoding -- --judge [NAME] [N]    every token, or one of N, at some places
//   npm run verify:decoding -- --places [NAME] [N]   500 tokens, of the mask and not, at N places in the corpus and the examples
//   npm run verify:decoding -- --bugs [WORD…]        breaks the decoder in one place after another: the tests must notice
import { testCatalog } from '../../grammar/test/support.ts';
import { createDecoder, type Decoder, type DecodingState } from '../../packages/decoding/src/index.ts';
import { listIds } from '../../packages/decoding/src/sampling/list-ids.ts';
import { FOLLOWED_LANGUAGES, followPrograms, SPELLINGS } from '../../packages/decoding/test/engine/follow-programs.ts';
import { fewestTokens } from '../../packages/decoding/test/engine/follow-tokens.ts';
import { readPrograms } from '../../packages/decoding/test/engine/programs.ts';
import { seeded } from '../../packages/decoding/test/engine/random.ts';
import { LANGUAGES, samplePrograms } from '../../packages/decoding/test/engine/sample-programs.ts';
import { disagreements, someIds } from '../../packages/decoding/test/judge/compare.ts';
import { createJudge } from '../../packages/decoding/test/judge/judge.ts';
import { JUDGED } from '../../packages/decoding/test/judge/prefixes.ts';
import { FIXTURES, noEncoder, type TestTokenizer, TOKENIZERS } from '../../packages/decoding/test/tokenizers.ts';
import { verifyBugs } from './decoding-bugs.ts';

/** Programs of the whole language take a hundred times as long: one in so many. */
const WHOLE_SHARE = 1 / 250;

/** Tokens at a place: half of them from the mask, if it has so many. */
const AT_A_PLACE = 500;
/** The judge reads all of a prefix for each token. */
const LONGEST_PREFIX = 400;

const ALL: Readonly<Record<string, TestTokenizer>> = { ...FIXTURES, ...TOKENIZERS };
const [mode = '', ...rest] = process.argv.slice(2);
process.exitCode = (await main()) ? 0 : 1;

/** Whether all is well. */
async function main(): Promise<boolean> {
  switch (mode) {
    case '--programs':
      return verifyPrograms(tokenizers(rest[0]));
    case '--judge':
      return verifyJudge(tokenizers(rest[0]), Number(rest[1] ?? 1));
    case '--places':
      return verifyPlaces(tokenizerOf(rest[0] ?? 'byte-level'), Number(rest[1] ?? 100));
    case '--bugs':
      return verifyBugs(rest);
    default:
      return verifySamples(Number(mode || 600), Number(rest[0] ?? 1), tokenizerOf(rest[1] ?? 'byte-level'));
  }
}

function tokenizerOf(name: string): TestTokenizer {
  const found = ALL[name];
  if (found === undefined) throw new Error(`no tokenizer ${name}: ${Object.keys(ALL).join(' ')}`);
  return found;
}
function tokenizers(name: string | undefined): readonly TestTokenizer[] {
  if (name !== undefined) return [tokenizerOf(name)];
  return Object.values(ALL).filter(({ skipped }) => skipped === undefined);
}

function verifySamples(count: number, seed: number, tokenizer: TestTokenizer): boolean {
  const catalog = testCatalog();
  let isFine = true;
  for (const language of LANGUAGES) {
    const name = `${language.form}, ${language.layout}`;
    const begun = process.cpuUsage();
    const { programs, tokens, faults, left } = samplePrograms(
      tokenizer,
      { ...language, catalog },
      Math.ceil(count * (language.form === 'whole' ? WHOLE_SHARE : 1)),
      seed,
      (done) => {
        if (done % 50 === 0) process.stderr.write(`\r${name}: ${done} of ${count} `);
      },
    );
    const seconds = (process.cpuUsage(begun).user / 1e6).toFixed(0);
    process.stderr.write('\r');
    console.log(`${name.padEnd(18)} ${programs} programs, ${tokens} tokens, ${faults.length} faults, ${seconds} s`);
    for (const fault of faults) console.log(`  ${fault}`);
    if (left.size > 0)
      console.log(`  left to the checker: ${[...left].map(([code, times]) => `${code} ${times}`).join(', ')}`);
    isFine &&= faults.length === 0;
  }
  return isFine;
}

async function verifyPrograms(all: readonly TestTokenizer[]): Promise<boolean> {
  const programs = readPrograms();
  let isFine = true;
  for (const tokenizer of all) {
    for (const language of FOLLOWED_LANGUAGES) {
      for (const spelling of SPELLINGS) {
        if (spelling === 'encoded' && noEncoder !== undefined) continue;
        const failures = await followPrograms(tokenizer, language, spelling, programs, { every: 30 });
        console.log(`${tokenizer.name}, ${language.form}, ${language.layout}, ${spelling}: ${failures.length} refused`);
        for (const failure of failures) console.log(`  ${failure}`);
        isFine &&= failures.length === 0;
      }
    }
  }
  return isFine;
}

function verifyJudge(all: readonly TestTokenizer[], every: number): boolean {
  const catalog = testCatalog();
  let isFine = true;
  for (const tokenizer of all) {
    const vocabulary = tokenizer.load();
    for (const { form, layout, prefixes } of JUDGED) {
      const decoder = createDecoder(vocabulary, { catalog, form, layout });
      let judged = 0;
      let different = 0;
      for (const [index, prefix] of prefixes.entries()) {
        process.stderr.write(`\r${tokenizer.name}, ${form}, ${layout}: ${index} of ${prefixes.length} `);
        const ids = [...someIds(vocabulary.size, every, index), ...vocabulary.ends];
        const found = disagreements(decoder, createJudge({ catalog, form, layout }), prefix, ids);
        judged += ids.length;
        different += found.length;
        for (const one of found.slice(0, 8)) console.log(`\n  ${one}`);
      }
      process.stderr.write('\r');
      console.log(
        `${tokenizer.name}, ${form}, ${layout}: ${judged} tokens judged, ${different} otherwise than in the mask`,
      );
      isFine &&= different === 0;
    }
  }
  return isFine;
}

function verifyPlaces(tokenizer: TestTokenizer, count: number): boolean {
  const catalog = testCatalog();
  const vocabulary = tokenizer.load();
  const random = seeded(1);
  // The judge's catalog knows no files.
  const programs = readPrograms().filter(
    ({ form, text }) => form === 'core' && text !== '' && !/image:|embeddings:/.test(text),
  );
  const decoders = new Map<string, Decoder>();
  let [judged, different] = [0, 0];
  for (let place = 0; place < count; place++) {
    const { form, layout, text } = programs[Math.floor(random() * programs.length)] as (typeof programs)[number];
    const language = { catalog, form, layout } as const;
    const decoder = decoders.get(layout) ?? createDecoder(vocabulary, language);
    decoders.set(layout, decoder);
    const prefix = Array.from(text)
      .slice(0, Math.floor(random() * Math.min(text.length, LONGEST_PREFIX)))
      .join('');
    const ids = tokensAt(decoder, prefix, random);
    const found = disagreements(decoder, createJudge({ ...language, form: 'core' }), prefix, ids);
    judged += ids.length;
    different += found.length;
    process.stderr.write(`\r${place + 1} of ${count} `);
    for (const one of found.slice(0, 3)) console.log(`\n  ${one}`);
  }
  console.log(`\r${tokenizer.name}: ${judged} tokens at ${count} places, ${different} otherwise than in the mask`);
  return different === 0;
}
function tokensAt(decoder: Decoder, prefix: string, random: () => number): readonly number[] {
  const { size, ends } = decoder.vocabulary;
  let state: DecodingState | undefined = decoder.start();
  for (const id of fewestTokens(decoder.vocabulary, prefix)) state = state && decoder.accept(state, id);
  const allowed = state === undefined ? [] : [...listIds(decoder.mask(state))];
  const pick = (list: ArrayLike<number>) => list[Math.floor(random() * list.length)] as number;
  const inside = Array.from({ length: Math.min(AT_A_PLACE / 2, allowed.length) }, () => pick(allowed));
  const others = Array.from({ length: AT_A_PLACE - inside.length }, () => Math.floor(random() * size));
  return [...new Set([...inside, ...others, ...ends])];
}
