// The corpus: what is right is said nothing of, what is wrong is told exactly, and together they leave nothing out.
import { CHECKER_PAGES } from '@diorama/checker';
import { SourceFile } from '@diorama/diagnostics';
import { format, parse, SYNTAX_PAGES } from '@diorama/syntax';
import {
  ANNOTATIONS,
  ENUMERATIONS,
  FUNCTIONS,
  KINDS,
  MEMBERS,
  TYPE_CONSTRUCTORS,
  TYPE_NAMES,
  UNITS,
} from '@diorama/vocabulary';
import { describe, expect, test } from 'vitest';
import { corpusWorld, describeFound, diagnose, readCorpus, readExpected, textWorld } from './corpus.ts';

const rightOnes = readCorpus('ok');
const wrongOnes = readCorpus('broken');

describe('right programs', () => {
  const world = corpusWorld('ok');

  test.each(rightOnes.map((source) => [source.id, source] as const))('%s', (name, source) => {
    const notes = MAY_HAVE_NOTES[name];
    expect(diagnose(source, world).filter(({ code }) => code !== notes)).toEqual([]);
    expect(format(parse(source).value, source)).toBe(source.text);
  });

  /** A program whose idea is something that a note tells of. */
  const MAY_HAVE_NOTES: Readonly<Record<string, string>> = {
    'holes.dio': 'unsolved-hole',
    'imports-ignore-elements.dio': 'ignored-elements',
  };

  test.each([
    ['a byte order mark', '\ufefftree { at: (0, -8), height: 4 }\n'],
    ['line ends of Windows', '// a tree\r\ntree {\r\n  at: (0, -8)\r\n  height: 4\r\n}\r\n'],
    ['tabs', 'tree {\n\tat: (0,\t-8)\n\theight: 4\n}\n'],
    ['no line end at the end', 'tree { at: (0, -8), height: 4 }'],
    ['nothing', ''],
    ['white space alone', ' \n\t\r\n'],
  ])('%s', (_name, text) => {
    expect(diagnose(SourceFile.from('main.dio', text), textWorld({}))).toEqual([]);
  });
});

describe('wrong programs', () => {
  const world = corpusWorld('broken');

  test.each(wrongOnes.map((source) => [source.id, source] as const))('%s', (_name, source) => {
    expect(describeFound(diagnose(source, world), source, world)).toEqual(readExpected(source));
  });

  /** What a comment cannot say, or a file of text cannot hold. */
  test.each([
    [
      'a comment without an end',
      '/* a first try\ntree { at: (0, -8), height: 4 }\n',
      ['1:1-1:15 unterminated-comment, fix: ` */`'],
    ],
    [
      'a comment without an end behind an element',
      'tree { at: (0, -8), height: 4 } /* the old one\nbush { at: (3, -8), height: -1 }\n',
      ['1:33-1:47 unterminated-comment, fix: ` */`', '2:29-2:31 out-of-range'],
    ],
    ['a NUL outside of texts', 'tree { at: (0, -8), \0height: 4 }\n', ['1:21-1:22 unknown-character, fix: ``']],
    ['a NUL in a text', 'scene { name: "a\0b" }\n', ['1:17-1:18 unknown-character, fix: ``']],
    ['half a character outside of texts', 'scene {} \ud83e\n', ['1:10-1:11 unknown-character, fix: ``']],
    ['half a character in a text', 'scene { name: "a\ud83eb" }\n', ['1:17-1:18 unknown-character, fix: ``']],
    ['a byte order mark inside', 'scene {} \ufeff\n', ['1:10-1:11 unknown-character, fix: ` `']],
  ])('%s', (_name, text, expected) => {
    const source = SourceFile.from('main.dio', text);
    expect(describeFound(diagnose(source, textWorld({})), source, textWorld({}))).toEqual(expected);
  });

  test('files 64 deep', () => {
    const files = Object.fromEntries(
      Array.from({ length: 70 }, (_, index) => [`${index}.dio`, `use a from "${index + 1}.dio"\n`]),
    );
    const source = SourceFile.from('main.dio', 'use a from "0.dio"\na { at: (0, -8) }\n');
    const found = describeFound(diagnose(source, textWorld(files)), source, textWorld(files));
    expect(found).toEqual(['in 63.dio 1:12-1:20 too-many-files']);
  });

  test('a file of more than 64 MiB', () => {
    const source = SourceFile.from('main.dio', ' '.repeat(64 * 1024 * 1024 + 1));
    expect(diagnose(source, textWorld({})).map(({ code }) => code)).toEqual(['too-large']);
  });
});

describe('together', () => {
  const text = rightOnes.map((source) => source.text).join('\n');

  test('the wrong programs bring about every code', () => {
    const elsewhere = ['too-many-files', 'too-large', 'unterminated-comment'];
    const found = new Set(
      wrongOnes.flatMap((source) => readExpected(source).map((line) => /\d ([a-z-]+)/.exec(line)?.[1])),
    );
    const codes = [...SYNTAX_PAGES, ...CHECKER_PAGES].map(({ code }) => code);
    expect(codes.filter((code) => !found.has(code) && !elsewhere.includes(code))).toEqual([]);
  });

  test('the right programs use every kind and property', () => {
    const unused = KINDS.flatMap(({ name, properties }) => {
      const bodies = [...text.matchAll(new RegExp(`^ *(?:@.*\\) )?${name}(?: \\w+)? \\{[^{}]*`, 'gm'))].join('\n');
      return properties
        .filter((property) => !bodies.includes(`${property.name}: `))
        .map((property) => `${name}.${property.name}`);
    });
    expect(unused).toEqual([]);
  });

  test.each([
    ['function', FUNCTIONS.map(({ name }) => `${name}(`)],
    ['annotation', ANNOTATIONS.map(({ name }) => `@${name}(`)],
    ['member', MEMBERS.map(({ name }) => `.${name}`)],
    ['type', [...TYPE_NAMES.keys(), ...TYPE_CONSTRUCTORS.map((name) => `${name}[`)].map((name) => `: ${name}`)],
    ['word of an enumeration', [...ENUMERATIONS.values()].flatMap(({ words }) => words.map((word) => `: ${word}`))],
    [
      'operator',
      [' + ', ' - ', ' * ', ' / ', '..', '..<', ' == ', ' != ', ' < ', ' <= ', ' > ', ' >= ', ' and ', ' or ', 'not '],
    ],
    [
      'statement',
      ['let ', 'prefab ', 'for ', ' step ', 'if ', ' else ', 'scatter ', ' spacing ', 'use ', ' as ', ' then '],
    ],
  ])('the right programs use every %s', (_what, spellings) => {
    expect(spellings.filter((spelling) => !text.includes(spelling))).toEqual([]);
  });

  test('the right programs use every unit', () => {
    expect(UNITS.filter(({ name }) => !new RegExp(`\\d${name}(?!\\w)`).test(text)).map(({ name }) => name)).toEqual([]);
  });
});
