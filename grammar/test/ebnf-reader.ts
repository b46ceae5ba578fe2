// Reads the EBNF text back into trees: a small reader of its own, so that the text is proved and not its printer.

/** A rule's right side. */
export type Ebnf =
  | { readonly kind: 'token'; readonly text: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Ebnf[] }
  | { readonly kind: 'choice'; readonly parts: readonly Ebnf[] }
  | { readonly kind: 'option' | 'repetition'; readonly part: Ebnf };

const LEXEME =
  /\(\*[\s\S]*?\*\)|"(?:[^"\\]|\\.)*"|\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\]|\\.)*\])+\/|[A-Za-z_]+|[[\]{}()|=;-]/g;

/** The rules of a text, by name. Patterns are tokens named by their own text. */
export function readEbnf(text: string): ReadonlyMap<string, Ebnf> {
  const lexemes = [...text.matchAll(LEXEME)].map(([lexeme]) => lexeme).filter((lexeme) => !lexeme.startsWith('(*'));
  const rules = new Map<string, Ebnf>();
  let at = 0;
  const next = () => lexemes[at++] ?? '';
  const expectNext = (wanted: string) => {
    const found = next();
    if (found !== wanted)
      throw new Error(`expected ${wanted}, found ${found} before ${lexemes.slice(at, at + 4).join(' ')}`);
  };
  const choice = (): Ebnf => {
    const parts = [sequence()];
    while (lexemes[at] === '|') {
      at += 1;
      parts.push(sequence());
    }
    return parts.length === 1 ? (parts[0] as Ebnf) : { kind: 'choice', parts };
  };
  const sequence = (): Ebnf => {
    const parts: Ebnf[] = [];
    while (!['|', ';', ')', ']', '}', undefined].includes(lexemes[at])) parts.push(term());
    return parts.length === 1 ? (parts[0] as Ebnf) : { kind: 'sequence', parts };
  };
  const term = (): Ebnf => {
    const lexeme = next();
    const closed = (close: string) => {
      const part = choice();
      expectNext(close);
      return part;
    };
    if (lexeme === '[') return { kind: 'option', part: closed(']') };
    if (lexeme === '{') return { kind: 'repetition', part: closed('}') };
    if (lexeme === '(') return closed(')');
    return /^[A-Z][a-z]/.test(lexeme) ? { kind: 'rule', name: lexeme } : { kind: 'token', text: lexeme };
  };
  while (at < lexemes.length) {
    const name = next();
    expectNext('=');
    rules.set(name, choice());
    expectNext(';');
  }
  return rules;
}
