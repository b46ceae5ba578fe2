// Turns a text into a damaged one.
import type { Random } from './random.ts';

/** Damages a text in one to five places, as typing, pasting, deleting and bad transmission do. */
export function mutate(text: string, random: Random): string {
  let result = text;
  for (let times = random.pick([1, 1, 1, 2, 3, 5]); times > 0; times -= 1)
    result = random.pick(MUTATIONS)(result, random);
  return result;
}

/** A text of tokens that need not make sense. */
export function tokenSoup(random: Random, length: number): string {
  let text = '';
  for (let count = 0; count < length; count += 1) text += random.pick(TOKENS) + random.pick(['', ' ', ' ', '\n']);
  return text;
}

/** A text of random characters, most of them of the language's own. */
export function characterSoup(random: Random, length: number): string {
  let text = '';
  for (let count = 0; count < length; count += 1) {
    const kind = random.next();
    if (kind < 0.7) text += String.fromCharCode(random.integer(32, 126));
    else if (kind < 0.9) text += random.pick([...'\n\t {}()[]"/*@.#']);
    else text += String.fromCharCode(random.integer(0, 0xffff));
  }
  return text;
}

type Mutation = (text: string, random: Random) => string;

const place = (text: string, random: Random) => random.integer(0, text.length);

function spanOf(text: string, random: Random): readonly [number, number] {
  const start = place(text, random);
  return [start, Math.min(text.length, start + random.pick([1, 1, 2, 5, 20, 200]))];
}

const remove: Mutation = (text, random) => {
  const [start, end] = spanOf(text, random);
  return text.slice(0, start) + text.slice(end);
};

const repeat: Mutation = (text, random) => {
  const [start, end] = spanOf(text, random);
  const times = random.pick([2, 2, 3, 50]);
  return text.slice(0, start) + text.slice(start, end).repeat(times) + text.slice(end);
};

const move: Mutation = (text, random) => {
  const [start, end] = spanOf(text, random);
  const rest = text.slice(0, start) + text.slice(end);
  const at = place(rest, random);
  return rest.slice(0, at) + text.slice(start, end) + rest.slice(at);
};

const insertToken: Mutation = (text, random) => {
  const at = place(text, random);
  return text.slice(0, at) + random.pick(TOKENS) + text.slice(at);
};

const insertSoup: Mutation = (text, random) => {
  const at = place(text, random);
  return text.slice(0, at) + tokenSoup(random, random.integer(1, 20)) + text.slice(at);
};

const replaceCharacter: Mutation = (text, random) => {
  const at = place(text, random);
  return text.slice(0, at) + characterSoup(random, 1) + text.slice(at + 1);
};

/** Another word of the text, or of the language, in place of a word. */
const replaceWord: Mutation = (text, random) => {
  const words = [...text.matchAll(/\w+/g)];
  if (words.length === 0) return text;
  const [old, other] = [random.pick(words), random.pick(words)];
  const word = random.chance(0.5) ? other[0] : random.pick(TOKENS);
  return text.slice(0, old.index) + word + text.slice(old.index + old[0].length);
};

const replaceNumber: Mutation = (text, random) => {
  const numbers = [...text.matchAll(/\d+(\.\d+)?/g)];
  if (numbers.length === 0) return text;
  const old = random.pick(numbers);
  return text.slice(0, old.index) + random.pick(NUMBERS) + text.slice(old.index + old[0].length);
};

const cut: Mutation = (text, random) => text.slice(0, place(text, random));

const deepen: Mutation = (text, random) => {
  const at = place(text, random);
  return (
    text.slice(0, at) +
    random.pick(['(', '[', '{', '-', 'not ', 'if a then ', 'group {']).repeat(random.integer(1, 400)) +
    text.slice(at)
  );
};

const MUTATIONS: readonly Mutation[] = [
  remove,
  remove,
  repeat,
  move,
  insertToken,
  insertToken,
  insertSoup,
  replaceCharacter,
  replaceWord,
  replaceWord,
  replaceNumber,
  cut,
  deepen,
];

const NUMBERS = [
  '0',
  '-1',
  '1e9',
  '1e308',
  '1e309',
  '999999999999',
  '0.0000001',
  '4294967296',
  '1e-320',
  '1e',
  '5.',
  '.5',
  '3parsec',
  '100%',
];

const TOKENS = [
  ...'use let prefab scatter in for if then else and or not true false from as spacing step'.split(' '),
  ...'scene camera sky haze ground water tree bush bird group box sphere lamp object plane'.split(' '),
  ...'at height rotation appearance scale size radius color seed embeddings pose pitch target'.split(' '),
  ...'random pick disk ring path rectangle steps view yaw matrix facing like asset embedding clamp mod polar'.split(
    ' ',
  ),
  ...'Length Number Integer Position List Range Region Boolean walk x y z top'.split(' '),
  ..."{ } ( ) [ ] , : = + - * / < > <= >= == != .. ..< . ? @ ; ! && | $ \\ '".split(' '),
  ...'0 1 2 5m 30deg 10% 1e9 1.5 0.1m #a1b2c3 #zz "text" "un\\" /* */ // /// """ @note("x") @pixels(3)'.split(' '),
  '\n',
  '\r\n',
  '\u0000',
  '\ufeff',
  '\u2028',
  '🌳',
  '\ud800',
];
