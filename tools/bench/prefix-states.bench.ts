// How long a prefix state takes per lexeme: for a decoder, which asks at each, and for an editor, which folds a text.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canEnd, expected, type Lexeme, type PrefixState, start, step, whatMayFollow } from '@diorama/grammar';
import { tokenize } from '@diorama/syntax';
import { Bench } from 'tinybench';

const CORE = `\
scene { name: "Waterhole" }
camera { position: (0, 0, 0), pitch: -1.87, fov: 50 }
sky { sun_elevation: 39.59, sun_azimuth: 231.11, sun_size: 0.465, strength: 0.212, air: 0.771, ozone: 1.499 }
@pixels(1582) carnivore { at: view(-0.553, -0.809, -22.591), height: 1.365, rotation: quaternion(0, 0.342, 0, 0.94) }
@pixels(111) tree { at: view(-1.524, -0.939, -30.159), height: 1.224, appearance: like("acacia") }
`;

/** One task a lexeme: each run takes the next lexeme of the program. */
export default async function prefixStates(): Promise<Bench> {
  const written = await readFile(join(import.meta.dirname, '../../examples/waterhole.dio'), 'utf8');
  const bench = new Bench({ name: 'prefix states', time: 500 });
  for (const [name, text, core] of [
    ['core form', CORE, true],
    ['waterhole.dio', written, false],
  ] as const) {
    bench.add(
      `${name}: step`,
      lexemeByLexeme(text, core, () => {}),
    );
    bench.add(`${name}: step, expected, canEnd`, lexemeByLexeme(text, core, ask));
  }
  bench.add('waterhole.dio: whatMayFollow at its end', () => {
    whatMayFollow(written);
  });
  return bench;
}

function ask(state: PrefixState): void {
  expected(state);
  canEnd(state);
}

function lexemeByLexeme(text: string, core: boolean, ask: (state: PrefixState) => void): () => void {
  const lexemes: readonly Lexeme[] = tokenize(text)
    .filter(({ kind }) => kind !== 'comment' && kind !== 'doc-comment')
    .map(({ token, text }) => ({ type: token, text }));
  let at = 0;
  let state = start({}, { core });
  return () => {
    const lexeme = lexemes[at];
    if (lexeme === undefined) {
      at = 0;
      state = start({}, { core });
      return;
    }
    const next = step(state, lexeme);
    if (next === undefined) throw new Error(`refused: ${lexeme.text}`);
    state = next;
    at += 1;
    ask(state);
  };
}
