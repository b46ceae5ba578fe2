// Turns a seed into one hostile text, and puts a text through everything that reads texts of strangers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile, fixFile, formatText, memoryWorld, openSession } from '@diorama/compiler';
import { hasErrors, SourceFile } from '@diorama/diagnostics';
import { canFormat, parse } from '@diorama/syntax';
import {
  characterSoup,
  createRandom,
  layOut,
  mutate,
  programFiles,
  type Random,
  tokenSoup,
  writeProgram,
} from '@diorama/testing';

const root = join(import.meta.dirname, '../..');

/** All programs of the repository that others are made of, in a fixed order. */
export function readCorpus(): readonly string[] {
  return ['grammar/corpus', 'examples']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.dio'))
        .sort()
        .map((file) => readFileSync(join(root, folder, file), 'utf8')),
    )
    .filter((text) => text.length < 20_000);
}

/** The text of a seed: mostly damaged programs, some noise. */
export function hostileText(corpus: readonly string[], seed: number): string {
  const random = createRandom(seed);
  const kind = random.next();
  if (kind < 0.55 && corpus.length > 0) return mutate(random.pick(corpus), random);
  if (kind < 0.8) return mutate(wellFormed(random), random);
  if (kind < 0.92) return tokenSoup(random, random.integer(1, 300));
  if (kind < 0.97) return characterSoup(random, random.integer(1, 600));
  return new TextDecoder().decode(Uint8Array.from({ length: random.integer(1, 900) }, () => random.integer(0, 255)));
}

function wellFormed(random: Random): string {
  const items = Array.from({ length: random.integer(1, 8) }, () => ({
    seed: random.integer(0, 2 ** 31),
    depth: random.integer(0, 3),
  }));
  return layOut(writeProgram(items, { holes: random.chance(0.3) }), random);
}

/** Why a text was not read as it should be; nothing if it was. A crash is thrown. */
export function tryText(text: string, seed: number): string | undefined {
  const world = memoryWorld({ ...programFiles(), 'main.dio': text });
  const checked = checkFile(world, 'main.dio', { limits: LIMITS });
  if ('unreadable' in checked) return 'the text counts as unreadable';
  const { value, diagnostics } = checked;
  if (value.scene === undefined && !hasErrors(diagnostics)) return 'neither a scene nor an error';
  for (const { code, primary } of diagnostics) {
    const length = value.sources.get(primary.file)?.text.length;
    if (length === undefined) continue;
    if (!(0 <= primary.start && primary.start <= primary.end && primary.end <= length)) {
      return `${code} is at ${primary.start}..${primary.end} of ${length}`;
    }
  }
  return tryFormat(text) ?? trySession(text, seed) ?? tryFix(text, seed);
}

/** Small enough that no text takes long by being obeyed. */
const LIMITS = { instances: 20_000, work: 1_000_000 };

function tryFormat(text: string): string | undefined {
  const source = SourceFile.from('main.dio', text);
  if (!canFormat(parse(source).value)) return undefined;
  const once = formatText(source).value;
  const twice = formatText(SourceFile.from('main.dio', once)).value;
  return once === twice ? undefined : 'formatting twice is not formatting once';
}

function trySession(text: string, seed: number): string | undefined {
  const world = memoryWorld(programFiles());
  const session = openSession(world, 'main.dio', text, { limits: LIMITS });
  const random = createRandom(seed ^ 0x5e55);
  for (let count = 0; count < 2; count += 1) {
    const start = random.integer(0, text.length);
    const end = Math.min(session.snapshot.text.length, start + random.integer(0, 20));
    session.update({ start: Math.min(start, end), end, text: tokenSoup(random, random.integer(0, 3)) });
  }
  const fresh = checkFile(memoryWorld({ ...programFiles(), 'main.dio': session.snapshot.text }), 'main.dio', {
    limits: LIMITS,
  });
  if ('unreadable' in fresh) return 'the edited text counts as unreadable';
  const told = (all: typeof fresh.diagnostics) => all.map(({ code, primary }) => `${code} ${primary.start}`).join('\n');
  if (told(fresh.diagnostics) === told(session.snapshot.diagnostics)) return undefined;
  return 'a session says something else than a fresh check';
}

/** One in ten: it checks the text many times over. */
function tryFix(text: string, seed: number): string | undefined {
  if (seed % 10 !== 0) return undefined;
  const fixed = fixFile(memoryWorld({ ...programFiles(), 'main.dio': text }), 'main.dio', { limits: LIMITS });
  return 'unreadable' in fixed ? 'the fixed text counts as unreadable' : undefined;
}
