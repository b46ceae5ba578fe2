// Turns the token patterns and the vocabulary into a TextMate grammar: colors for editors that read no more than this.

import { invariant } from '@diorama/diagnostics';
import { grammarTokens, keywords, softKeywords } from '@diorama/syntax';
import { ENUMERATIONS, FUNCTIONS, KINDS, TYPE_CONSTRUCTORS, TYPE_NAMES } from '@diorama/vocabulary';
import { spelling } from '../tokens.ts';

/** A rule of the format: https://macromates.com/manual/en/language_grammars */
interface TextMateRule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: { readonly [group: string]: { readonly name: string } };
  readonly beginCaptures?: { readonly [group: string]: { readonly name: string } };
  readonly endCaptures?: { readonly [group: string]: { readonly name: string } };
  readonly patterns?: readonly TextMateRule[];
}

/** The whole grammar, as the JSON that editors read. */
export function textMateGrammar(): object {
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Diorama',
    scopeName: 'source.diorama',
    fileTypes: ['dio'],
    comment:
      'Generated: diorama grammar export --format textmate. Tokens are those of the lexer; what a name stands for is told by the words around it, and only an editor with the language server knows it.',
    patterns: rules(),
  };
}

const NAME = '[A-Za-z_][A-Za-z0-9_]*';

function rules(): readonly TextMateRule[] {
  return [
    { name: 'comment.line.documentation.diorama', match: '///(?!/)[^\\r\\n]*' },
    { name: 'comment.line.double-slash.diorama', match: '//[^\\r\\n]*' },
    { name: 'comment.block.diorama', begin: '/\\*', end: '\\*/' },
    text(),
    { name: 'constant.other.color.rgb-value.diorama', match: sourceOf('Color') },
    number(),
    {
      match: `(@)\\s*(${NAME})`,
      captures: captures('punctuation.definition.annotation', 'entity.name.function.annotation'),
    },
    { match: `(\\.)\\s*(${NAME})`, captures: captures('punctuation.accessor', 'variable.other.member') },
    // A name before a colon is a property, a parameter or an argument, whatever it is spelled like.
    { name: 'variable.other.property.diorama', match: `\\b(?!${oneOf(keywords)})${NAME}(?=\\s*:)` },
    { match: `\\b(let)\\s+(${NAME})`, captures: captures('keyword.declaration', 'variable.other.constant') },
    { match: `\\b(prefab)\\s+(${NAME})`, captures: captures('keyword.declaration', 'entity.name.type') },
    { match: `\\b(for)\\s+(${NAME})`, captures: captures('keyword.control', 'variable.other.loop') },
    { name: 'constant.language.boolean.diorama', match: oneOf(['true', 'false']) },
    { name: 'keyword.operator.logical.diorama', match: oneOf(['and', 'or', 'not']) },
    ...keywordRules(),
    kinds(),
    { name: 'support.function.diorama', match: `${oneOf(FUNCTIONS.map(({ name }) => name))}(?=\\s*\\()` },
    { name: 'support.type.diorama', match: oneOf([...TYPE_NAMES.keys(), ...TYPE_CONSTRUCTORS]) },
    { name: 'support.constant.diorama', match: oneOf([...ENUMERATIONS.values()].flatMap(({ words }) => words)) },
    // The use of a prefab, or an element and its label.
    {
      match: `^\\s*(?!${oneOf(keywords)})(${NAME})(?:\\s+(${NAME}))?(?=\\s*\\{)`,
      captures: captures('entity.name.type', 'entity.name.label'),
    },
    { name: 'variable.other.diorama', match: NAME },
    { name: 'keyword.operator.diorama', match: spelled((text) => /^[-+*/<>=!.]/.test(text) && text !== '.') },
    { name: 'keyword.other.hole.diorama', match: '\\?' },
    { name: 'punctuation.diorama', match: '[{}()\\[\\],:.@]' },
  ];
}

function text(): TextMateRule {
  return {
    name: 'string.quoted.double.diorama',
    begin: '"',
    // A text ends with its line, whether or not it was closed.
    end: '"|(?=[\\r\\n])|$',
    patterns: [
      { name: 'constant.character.escape.diorama', match: '\\\\(?:["\\\\/bfnrt]|u[0-9A-Fa-f]{4})' },
      { name: 'invalid.illegal.escape.diorama', match: '\\\\.' },
    ],
  };
}

/** The lexer's number, its unit apart. */
function number(): TextMateRule {
  const digits = '[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?';
  const pattern = sourceOf('Number');
  invariant(pattern.startsWith(digits), 'a number begins with its digits');
  return {
    name: 'constant.numeric.diorama',
    match: `(${digits})(${pattern.slice(digits.length)})`,
    captures: { '2': { name: 'keyword.other.unit.diorama' } },
  };
}

/** Hard keywords are keywords everywhere; the soft ones only where what follows is no sign of a name. */
function keywordRules(): readonly TextMateRule[] {
  const others = keywords.filter(
    (word) => !['true', 'false', 'and', 'or', 'not', 'let', 'use', 'prefab'].includes(word),
  );
  return [
    { name: 'keyword.declaration.diorama', match: oneOf(['let', 'prefab', 'use']) },
    { name: 'keyword.control.diorama', match: oneOf(others) },
    ...softKeywords.map((word) => ({
      name: 'keyword.control.diorama',
      match: `(?<=^|\\s)\\b${word}\\b(?=${word === 'from' ? '\\s*"' : word === 'as' ? `\\s+${NAME}` : '\\s+[\\w("\\[]|\\s*[("\\[]'})`,
    })),
  ];
}

/** A kind before its body, with the label between them. */
function kinds(): TextMateRule {
  return {
    match: `(${oneOf(KINDS.map(({ name }) => name))})(?:\\s+(${NAME}))?(?=\\s*\\{)`,
    captures: captures('support.class', 'entity.name.label'),
  };
}

function captures(...names: readonly string[]): { readonly [group: string]: { readonly name: string } } {
  return Object.fromEntries(names.map((name, index) => [String(index + 1), { name: `${name}.diorama` }]));
}

/** Whole words, longer ones before their beginnings. */
function oneOf(words: Iterable<string>): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `\\b(?:${sorted.join('|')})\\b`;
}

/** The punctuation whose spelling is asked for, longer spellings before their beginnings. */
function spelled(wanted: (text: string) => boolean): string {
  const texts = grammarTokens().flatMap((type) => spelling(type) ?? []);
  const sorted = texts.filter(wanted).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return sorted.map((one) => one.replace(/[-+*/<>=!.]/g, '\\$&')).join('|');
}

/** The pattern of a token of the lexer. */
function sourceOf(token: string): string {
  const pattern = grammarTokens().find(({ name }) => name === token)?.PATTERN;
  invariant(pattern instanceof RegExp, `${token} has a pattern`);
  return pattern.source;
}
