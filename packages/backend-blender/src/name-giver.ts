// Turns any text into a Python name that is not taken yet.

/** Gives each text a name of its own. */
export type NameGiver = (text: string) => string;

/** `reserved` are names that the program uses already; they and Python's keywords are never given. */
export function createNameGiver(reserved: readonly string[] = []): NameGiver {
  const taken = new Set([...PYTHON_KEYWORDS, ...reserved]);
  return (text) => {
    const stem = stemOf(text);
    let name = stem;
    for (let number = 2; taken.has(name); number += 1) name = `${stem}_${number}`;
    taken.add(name);
    return name;
  };
}

/** `tree/oak#3` becomes `oak_3`: a library's classes are no help in telling its assets apart. */
function stemOf(text: string): string {
  const last = text.slice(text.lastIndexOf('/') + 1);
  const plain = last
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const short = plain.slice(0, LONGEST_STEM);
  if (short === '') return 'thing';
  return /^[0-9]/.test(short) ? `n_${short}` : short;
}

const LONGEST_STEM = 40;

// biome-ignore format: a list of words
const PYTHON_KEYWORDS: readonly string[] = [
  'and', 'as', 'assert', 'async', 'await', 'break', 'case', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except', 'finally',
  'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'match', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try',
  'type', 'while', 'with', 'yield',
];
