// Turns the spelling of a number or a text into its value.
import type { IToken } from 'chevrotain';
import type * as ast from './ast.ts';

/** Reads `12`, `1.5m`, `2e-3`, `30%`: the longest decimal number, and the unit that is glued to it. */
export function numberLiteral(token: IToken): ast.NumberLiteral {
  const { image, startOffset: start } = token;
  const end = start + image.length;
  const written = token.payload === undefined ? image : (token.payload as NumberSpelling).spelling;
  const digits = digitsFrom(written, 0);
  if (digits === written.length) {
    return { kind: 'number', start, end, value: Number(written), unit: '', integer: true };
  }
  const length = decimalEnd(written, digits);
  const unit = length === written.length ? '' : written.slice(length);
  const decimal = unit === '' ? written : written.slice(0, length);
  return { kind: 'number', start, end, value: Number(decimal), unit, integer: length === digits };
}

/** The payload of a number whose image is no number of the language: `.5`, `2 m`. */
export interface NumberSpelling {
  readonly spelling: string;
}

/** The offset behind a decimal number whose first digits end at `digits`: what follows is its unit, `m2` in `5m2`. */
function decimalEnd(written: string, digits: number): number {
  const end = written.charCodeAt(digits) === POINT ? digitsFrom(written, digits + 1) : digits;
  const letter = written.charCodeAt(end);
  if (letter !== SMALL_E && letter !== CAPITAL_E) return end;
  const sign = written.charCodeAt(end + 1);
  const power = sign === PLUS || sign === MINUS ? end + 2 : end + 1;
  const powerEnd = digitsFrom(written, power);
  return powerEnd === power ? end : powerEnd;
}

const [PLUS, MINUS, POINT, CAPITAL_E, SMALL_E] = [43, 45, 46, 69, 101];

/** The offset behind the digits that stand at an offset. */
function digitsFrom(written: string, from: number): number {
  let at = from;
  for (; at < written.length; at++) {
    const code = written.charCodeAt(at);
    if (code < 48 || 57 < code) break;
  }
  return at;
}

/** Reads `"text"`, its escapes resolved. */
export function textLiteral(token: IToken): ast.TextLiteral {
  const { image, startOffset: start } = token;
  const inner = token.payload === undefined ? image.slice(1, -1) : (token.payload as TextInside).inside;
  const value = inner.includes('\\') ? resolveEscapes(inner) : inner;
  return { kind: 'text', start, end: start + image.length, value };
}

/** The payload of a text whose quotes are not the language's, or not closed. */
export interface TextInside {
  readonly inside: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Resolves escapes; a bad one keeps what stands behind the backslash. */
function resolveEscapes(inner: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = inner.indexOf('\\'); at !== -1; at = inner.indexOf('\\', from)) {
    const length = escapeLength(inner, at);
    const letter = inner.charAt(at + 1);
    if (from < at) parts.push(inner.slice(from, at));
    if (length === 6) parts.push(String.fromCharCode(Number.parseInt(inner.slice(at + 2, at + 6), 16)));
    else parts.push(ESCAPES[letter] ?? inner.slice(at + 1, at + length));
    from = at + length;
  }
  parts.push(inner.slice(from));
  return parts.join('');
}

/** Each bad escape of a text's inside, as offsets into it. */
export function badEscapes(inner: string): { readonly at: number; readonly length: number }[] {
  const found: { at: number; length: number }[] = [];
  for (let at = inner.indexOf('\\'); at !== -1; ) {
    const length = escapeLength(inner, at);
    if (length !== 6 && ESCAPES[inner.charAt(at + 1)] === undefined) found.push({ at, length });
    at = inner.indexOf('\\', at + length);
  }
  return found;
}

/** The length of the escape at an offset: 6 for `\u` and four digits, else 2; the whole of a character behind it. */
function escapeLength(inner: string, at: number): number {
  if (inner.charAt(at + 1) === 'u' && /^[0-9A-Fa-f]{4}$/.test(inner.slice(at + 2, at + 6))) return 6;
  return (inner.codePointAt(at + 1) ?? 0) > 0xffff ? 3 : 2;
}
