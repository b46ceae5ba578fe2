// Times XGrammar's WebAssembly build: compiling a grammar, masks, accepting tokens; prints what the Python scripts print.
//
//   node tools/engines/xgrammar-wasm.ts llama3 grammar/diorama-core.xgrammar.ebnf programs.json
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const [name = '', grammarFile = '', programsFile = ''] = process.argv.slice(2);
const programs = JSON.parse(readFileSync(programsFile, 'utf8')) as readonly (readonly number[])[];

/** The part of the engine that is used: it comes without types. */
interface XGrammar {
  readonly TokenizerInfo: {
    createTokenizerInfo(
      pieces: readonly string[],
      kind: string,
      prepends: boolean,
      size: number,
      ends: readonly number[],
    ): Promise<unknown>;
  };
  readonly GrammarCompiler: {
    createGrammarCompiler(
      info: unknown,
      cache: boolean,
    ): Promise<{ compileGrammar(grammar: string): Promise<unknown> }>;
  };
  readonly GrammarMatcher: { createGrammarMatcher(compiled: unknown): Promise<Matcher> };
}
interface Matcher {
  getNextTokenBitmask(): Promise<Int32Array>;
  acceptToken(id: number): boolean;
  dispose(): void;
}

/** The package is said to be of modules, but its file is not one: neither `import` nor `require` reads it. */
function loadEngine(): XGrammar {
  const path = join(ROOT, '.cache/engines/node_modules/@mlc-ai/web-xgrammar/lib/index.js');
  const loaded = new Module(path) as Module & { _compile(text: string, path: string): void };
  loaded.filename = path;
  loaded._compile(readFileSync(path, 'utf8'), path);
  return loaded.exports as XGrammar;
}

/** CPU time of this process in µs: other work on the machine does not count. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

const text = readFileSync(join(ROOT, '.cache/tokenizers', name, 'tokenizer.json'), 'utf8');
const tokenizer = JSON.parse(text);
const pieces: string[] = [];
for (const [piece, id] of Object.entries<number>(tokenizer.model.vocab)) pieces[id] = piece;
for (const { id, content } of tokenizer.added_tokens) pieces[id] = content;
for (let id = 0; id < pieces.length; id += 1) pieces[id] ??= `<|unused ${id}|>`;
const ends = ['<|end_of_text|>', '<|endoftext|>', '<eos>', '</s>'];
const end = pieces.findIndex((piece) => ends.includes(piece));
const isByteLevel = /ByteLevel/.test(JSON.stringify([tokenizer.pre_tokenizer, tokenizer.decoder]));

const engine = loadEngine();
const info = await engine.TokenizerInfo.createTokenizerInfo(
  pieces,
  isByteLevel ? 'byte_level' : 'byte_fallback',
  false,
  pieces.length,
  [end],
);
const compiler = await engine.GrammarCompiler.createGrammarCompiler(info, false);
const begin = clock();
const compiled = await compiler.compileGrammar(readFileSync(grammarFile, 'utf8'));
const compileMs = (clock() - begin) / 1000;
const first = await engine.GrammarMatcher.createGrammarMatcher(compiled);
await first.getNextTokenBitmask();
const firstMaskMs = (clock() - begin) / 1000;

const [masks, accepts, refused]: [number[], number[], number[]] = [[], [], []];
for (const [index, program] of programs.entries()) {
  const matcher = await engine.GrammarMatcher.createGrammarMatcher(compiled);
  let taken = true;
  for (const id of program) {
    const before = clock();
    await matcher.getNextTokenBitmask();
    const between = clock();
    taken = matcher.acceptToken(id);
    const after = clock();
    masks.push(between - before);
    accepts.push(after - between);
    if (!taken) break;
  }
  if (!taken || !matcher.acceptToken(end)) refused.push(index);
  matcher.dispose();
}
console.log(
  JSON.stringify({
    engine: 'web-xgrammar 0.1.27',
    tokenizer: name,
    compileMs,
    firstMaskMs,
    maskUs: summarize(masks),
    acceptUs: summarize(accepts),
    refused,
  }),
);

/** Microseconds: the mean, three percentiles, and the longest. */
function summarize(times: readonly number[]): Readonly<Record<string, number>> {
  const ordered = times.toSorted((a, b) => a - b);
  const at = (part: number) => ordered[Math.min(ordered.length - 1, Math.floor(part * ordered.length))] ?? 0;
  const mean = ordered.reduce((sum, time) => sum + time, 0) / ordered.length;
  return {
    n: ordered.length,
    mean: Math.round(mean * 100) / 100,
    p50: at(0.5),
    p90: at(0.9),
    p99: at(0.99),
    max: at(1),
  };
}
