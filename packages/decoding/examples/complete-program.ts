// Turns a program with holes into a whole one; what was written stays: `node complete-program.ts [SEED]`.
import { complete, createRandom, createVocabulary, generateTokens } from '../src/index.ts';

const seed = Number(process.argv[2] ?? 1);

const PROGRAM = `// A clearing, as somebody began it.
let distance = ?
sky { sun_elevation: ? }
tree oak { at: (-3, -distance), height: ? }
ground { color: ? }
herbivore { at: (2, -distance / 2), height: 1.4, pose: ? }
`;

// A small tokenizer's tokens: all bytes, and some pieces of text; the last id ends a program.
const pieces = ['12', '0.5', '#', 'oklch(', ', ', ' }\n', 'm'];
const bytes = Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte));
const tokens = [...bytes, ...pieces.map((piece) => new TextEncoder().encode(piece))];
const vocabulary = createVocabulary({ tokens: tokens.entries(), ends: [tokens.length] });

const { value: constraint, diagnostics } = complete(vocabulary, PROGRAM);
if (constraint === undefined) throw new Error(diagnostics.map(({ title }) => title).join(', '));

// A model that knows nothing; what was written costs it no question.
const draw = createRandom(seed);
const model = () => Array.from({ length: vocabulary.size }, () => draw());
let text = '';
const forced = (state: Parameters<typeof constraint.text>[0]) => constraint.forcedTokens(state);
for await (const { state } of generateTokens(model, constraint, { budget: 400, seed, forced })) {
  text = constraint.text(state);
}
process.stdout.write(text);
