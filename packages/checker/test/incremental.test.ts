// Checking an edited file again: what an edit did not touch is taken over, and the result is that of a fresh check.

import type { Diagnostic, Label, Section, World } from '@diorama/diagnostics';
import { SourceFile } from '@diorama/diagnostics';
import { type ParsedDocument, parseDocument, reparse } from '@diorama/syntax';
import { arbitraryProgram } from '@diorama/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CheckedFile, checkSections, type FileSet, fileSet } from '../src/index.ts';
import { embeddingsFile, textWorld } from './support.ts';

interface Editing {
  readonly document: ParsedDocument;
  readonly checked: CheckedFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: FileSet;
}

function checkDocument(document: ParsedDocument, world: World, previous?: Editing): Editing {
  const source = SourceFile.from(document.file, document.text);
  const files = previous?.files ?? fileSet();
  const { value, diagnostics } = checkSections(document.sections, { source, world }, previous?.checked, files);
  return { document, checked: value, diagnostics, files };
}

/** The diagnostics in the coordinates of the text, without the sections that they were measured in. */
function placed({ document, diagnostics }: Editing): unknown {
  const shifts = new Map<Section | undefined, number>(document.sections.map(({ section, shift }) => [section, shift]));
  return diagnostics.map(({ primary, related, fixes, ...rest }) => {
    const shiftOf = (label: Label) => (label.file === document.file ? shifts.get(label.section) : 0);
    const move = (label: Label) => {
      const shift = shiftOf(label);
      // Whatever points into the file must say in which of its sections.
      if (shift === undefined) throw new Error(`a label outside of the sections: ${label.message}`);
      return { file: label.file, message: label.message, start: label.start + shift, end: label.end + shift };
    };
    const shift = shiftOf(primary) ?? 0;
    const edits = fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + shift, end: edit.end + shift })),
    }));
    return { ...rest, primary: move(primary), related: related.map(move), fixes: edits };
  });
}

/** Edits a text step by step: each time the result must be that of a fresh check. */
function checkEdits(
  text: string,
  edits: readonly ((text: string) => { readonly start: number; readonly end: number; readonly text: string })[],
  world = textWorld(),
): Editing {
  let editing = checkDocument(parseDocument(SourceFile.from('main.dio', text)), world);
  for (const edit of edits) {
    const document = reparse(editing.document, edit(editing.document.text));
    editing = checkDocument(document, world, editing);
    const fresh = checkDocument(parseDocument(SourceFile.from('main.dio', document.text)), world);
    expect(placed(editing), document.text).toEqual(placed(fresh));
    expect(editing.checked.program.valid).toBe(fresh.checked.program.valid);
    expect(editing.checked.program.holes.length).toBe(fresh.checked.program.holes.length);
    expect(editing.checked.program.items.length).toBe(fresh.checked.program.items.length);
  }
  return editing;
}

const replaceFirst = (from: string, to: string) => (text: string) => {
  const start = text.indexOf(from);
  return start === -1 ? { start: 0, end: 0, text: '' } : { start, end: start + from.length, text: to };
};

/** The next state of a document of which only some sections are new: the others are the same objects, maybe moved. */
function exchange(before: Editing, text: string, world: World): Editing {
  const fresh = parseDocument(SourceFile.from('main.dio', text));
  const textOf = ({ document }: Editing, section: Section) => document.text.slice(section.start, section.end);
  const known = new Set(before.document.sections);
  const sections = fresh.sections.map((placed) => {
    const found = [...known].find(
      ({ section, shift }) =>
        textOf(before, { start: section.start + shift, end: section.end + shift }) ===
        text.slice(placed.section.start, placed.section.end),
    );
    if (found === undefined) return placed;
    known.delete(found);
    return { ...found, shift: placed.section.start - found.section.start };
  });
  return checkDocument({ ...fresh, sections }, world, before);
}

describe('what an edit did not touch', () => {
  const kept = (before: string, after: string) => {
    const world = textWorld({ 'a.dio': 'let far = 30m\nprefab p() { box { } }' });
    const start = checkDocument(parseDocument(SourceFile.from('main.dio', before)), world);
    const next = exchange(start, after, world);
    expect(placed(next)).toEqual(placed(checkDocument(parseDocument(SourceFile.from('main.dio', after)), world)));
    return next.checked.sections.map((section) => start.checked.sections.includes(section));
  };

  test('is taken over, as it is', () =>
    expect(
      kept(
        'let far = 30m\ntree { at: (0, -far), height: 5 }\nbox { at: (1, 0) }',
        'let far = 30m\ntree { at: (0, -far), height: 5 }\nbox { at: (2, 0) }',
      ),
    ).toEqual([true, true, false]));

  test('is taken over if it has moved', () =>
    expect(
      kept(
        'sky { }\nlet far = 30m\nbox { at: (0, -far) }',
        'sky { }\nbox { at: (2, 0) }\nlet far = 30m\nbox { at: (0, -far) }',
      ),
    ).toEqual([true, false, true, true]));

  test('is checked again if what it uses has changed', () =>
    expect(
      kept(
        'let far = 30m\nlet near = 3m\nbox { at: (0, -far) }\nbox { at: (0, -near) }',
        'let far = 40m\nlet near = 3m\nbox { at: (0, -far) }\nbox { at: (0, -near) }',
      ),
    ).toEqual([false, true, false, true]));

  test('is checked again if what it uses is gone, or is another one now', () => {
    expect(kept('let far = 30m\nbox { at: (0, -far) }', '// nothing\nbox { at: (0, -far) }')).toContain(false);
    expect(
      kept(
        'let far = 3m\nlet a = 2m\nbox { at: (a, -far) }',
        'let far = 3m\nlet a = 2m\nlet far = 4m\nbox { at: (a, -far) }',
      ),
    ).toEqual([true, true, false, true]);
  });

  test('is checked again if what it uses is a setting or a file', () => {
    expect(
      kept('sky { dust: 1 }\nbox { at: (0, 0) }\nsky { dust: 2 }', 'haze { }\nbox { at: (0, 0) }\nsky { dust: 2 }'),
    ).toEqual([false, true, false]);
    expect(
      kept(
        'use far from "a.dio"\nbox { at: (0, -far) }\nbox { at: (0, 1) }',
        'use far from "a.dio"\nbox { at: (0, -far) }\nbox { at: (0, 2) }',
      ),
    ).toEqual([true, true, false]);
  });

  test('is checked every time if its message depends on candidates', () =>
    expect(
      kept(
        'let far = 30m\nbox { at: (0, -fra) }\nbox { at: (0, 1) }',
        'let fra = 30m\nbox { at: (0, -fra) }\nbox { at: (0, 1) }',
      ),
    ).toEqual([false, false, true]));
});

describe('an edit', () => {
  test.each([
    [
      'renames what is used',
      'let far = 30m\ntree { at: (0, -far), height: 5 }',
      [replaceFirst('far', 'fax'), replaceFirst('fax', 'far')],
    ],
    [
      'changes a type',
      'let far = 30m\ntree { at: (0, -far), height: 5 }',
      [replaceFirst('30m', '"x"'), replaceFirst('"x"', '30deg'), replaceFirst('30deg', '3m')],
    ],
    [
      'removes a declaration',
      'let far = 30m\ntree { at: (0, -far), height: 5 }',
      [replaceFirst('let far = 30m\n', '')],
    ],
    [
      'moves a declaration down',
      'let far = 30m\ntree { at: (0, -far), height: 5 }\n',
      [
        replaceFirst('let far = 30m\n', ''),
        (text: string) => ({ start: text.length, end: text.length, text: '\nlet far = 30m' }),
        replaceFirst('tree', '// a comment\n\ntree'),
      ],
    ],
    [
      'adds lines above',
      'tree { at: (0, -far), height: fra }\nlet far = 30m',
      [
        replaceFirst('tree', '\n\n\ntree'),
        replaceFirst('tree', '// x\ntree'),
        replaceFirst('tree', 'box { at: (0, 0) }\ntree'),
      ],
    ],
    [
      'makes a name twice',
      'let a = 1m\nlet b = 2m\ntree { at: (a, b), height: 3 }',
      [replaceFirst('let b', 'let a'), replaceFirst('let a', 'let c'), replaceFirst('let c', 'let a')],
    ],
    [
      'makes a setting twice',
      'sky { dust: 1 }\nhaze { }\ncamera { fov: 40 }',
      [replaceFirst('haze', 'sky'), replaceFirst('sky', 'ground'), replaceFirst('camera', 'ground')],
    ],
    [
      'uses a let, and uses it no more',
      'let a = 1m\nbox { at: (0, 0) }',
      [replaceFirst('(0, 0)', '(a, 0)'), replaceFirst('(a, 0)', '(0, 0)')],
    ],
    [
      'changes a prefab',
      'prefab p(x: Length) { tree { height: x } }\np { at: (0, 0), x: 3 }\np { at: (0, 0), x: 300 }',
      [
        replaceFirst('x: Length', 'x: Angle'),
        replaceFirst('x: Angle', 'x: Length'),
        replaceFirst('height: x', 'height: x / 2'),
        replaceFirst('prefab p', 'prefab q'),
      ],
    ],
    [
      'shadows a kind',
      'prefab p() { box { } }\np { at: (0, 0) }',
      [replaceFirst('prefab p', 'prefab tree'), replaceFirst('prefab tree', 'prefab p')],
    ],
    [
      'breaks the grammar',
      'let far = 30m\ntree { at: (0, -far), height: 5 }\nbox { at: (0, 0) }',
      [
        replaceFirst('height:', 'height'),
        replaceFirst('height', 'height:'),
        replaceFirst('}', ''),
        replaceFirst('5', '5 }'),
      ],
    ],
    [
      'makes too many',
      'scatter 600000 in disk(radius: 400) { bush { height: 1 } }\nscatter 300000 in disk(radius: 400) { bush { height: 1 } }',
      [replaceFirst('300000', '600000'), replaceFirst('600000', '6'), replaceFirst('600000', '2000000')],
    ],
    [
      'opens a hole',
      'tree { at: (0, 0), height: 5 }\ntree { at: (1, 0), height: ? }',
      [replaceFirst('5', '?'), replaceFirst('?', '5')],
    ],
    [
      'changes what a draw may be',
      'let h = random(1m..3m)\ntree { at: (0, 0), height: h }',
      [replaceFirst('3m', '300m'), replaceFirst('300m', '3m'), replaceFirst('1m', '-1m')],
    ],
    [
      'changes a label',
      'tree oak { at: (0, 0), height: 5 }\nbird { at: oak.top, height: 1 }',
      [replaceFirst('oak', 'elm'), replaceFirst('at: (0, 0)', 'at: view(0, 0, -8)'), replaceFirst('elm', 'oak')],
    ],
    [
      'names what is known inside of a block',
      'group { at: (0, 0) tree oak { height: 5 } }\nbush { at: oak.at, height: 1 }',
      [replaceFirst('oak', 'elm'), replaceFirst('group', '\n\ngroup'), replaceFirst('elm', 'oak')],
    ],
  ] as const)('that %s', (_what, text, edits) => {
    checkEdits(text, edits);
  });

  test('of another file', () => {
    const files: Record<string, string> = { 'a.dio': 'let far = 30m\n' };
    const world = textWorld(files);
    let editing = checkDocument(
      parseDocument(
        SourceFile.from('main.dio', 'use far from "a.dio"\ntree { at: (0, -far), height: 5 }\nuse near from "b.dio"'),
      ),
      world,
    );
    for (const [file, text] of [
      ['a.dio', 'let far = "x"'],
      ['a.dio', 'let fax = 3m'],
      ['b.dio', 'let near = 3m'],
      ['a.dio', 'use near as far from "b.dio"'],
      ['b.dio', 'let near = "x"'],
      ['b.dio', 'use far as near from "a.dio"'],
      ['b.dio', 'let near = 3m'],
      ['a.dio', undefined],
    ] as const) {
      if (text === undefined) delete files[file];
      else files[file] = text;
      editing = checkDocument(editing.document, world, editing);
      const fresh = checkDocument(parseDocument(SourceFile.from('main.dio', editing.document.text)), world);
      expect(placed(editing), `${file}: ${text}`).toEqual(placed(fresh));
    }
  });

  test('of the embeddings’ file', () => {
    const files: Record<string, string> = { 'e.safetensors': embeddingsFile(3) };
    const world = textWorld(files);
    let editing = checkDocument(
      parseDocument(
        SourceFile.from(
          'main.dio',
          'scene { embeddings: "e.safetensors" }\ntree { at: (0, 0), height: 4, appearance: embedding(2) }',
        ),
      ),
      world,
    );
    expect(editing.diagnostics).toEqual([]);
    for (const file of [embeddingsFile(2), embeddingsFile(3), 'bad', embeddingsFile(3, 'other')]) {
      files['e.safetensors'] = file;
      editing = checkDocument(editing.document, world, editing);
      expect(placed(editing)).toEqual(placed(checkDocument(editing.document, world)));
    }
  });
});

describe('any edits', () => {
  const WORDS = [
    'far',
    'near',
    '3m',
    '"x"',
    '(1, 2)',
    ', ',
    ' ',
    '\n',
    '{',
    '}',
    '(',
    ')',
    ':',
    'height',
    'tree',
    'let',
    'let far = 3m\n',
    'prefab p() { box { } }\n',
    'sky { dust: 1 }\n',
    'p { at: (0, 0) }\n',
    '// x\n',
    '?',
    '5',
    'at',
    'random(-1..2)',
    'use far from "plants.dio"\n',
  ];
  const PIECES = [
    'let far = 30m\n',
    'let near = far / 2\n',
    'tree oak { at: (0, -far), height: 5 }\n',
    'bush { at: oak.at, height: near }\n',
    'prefab p(x: Length = 3) { tree { height: x } }\n',
    'p { at: (0, 0), x: far }\n',
    'for i in 0..3 { box { at: (i * 1m, near) } }\n',
    'sky { dust: 1 }\n',
    'camera { fov: 40 }\n',
    'group { at: (0, 0) let h = 3m tree { height: h } }\n',
    'scatter 3 in disk(radius: near) { bush { height: random(0..2) } }\n',
    'if far > 3m { tree { at: (0, 0), height: fra } }\n',
    'tree { at: (0, 0), height: ? }\n',
    'use far from "plants.dio"\n',
  ];
  const program = fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 10 })
    .map((pieces) => pieces.join(''));
  const edits = fc.array(
    fc.record({
      at: fc.nat(),
      length: fc.oneof(fc.constant(0), fc.nat({ max: 30 })),
      text: fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map((words) => words.join('')),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const toEdit =
    ({ at, length, text: inserted }: { at: number; length: number; text: string }) =>
    (text: string) => {
      const start = at % (text.length + 1);
      return { start, end: Math.min(text.length, start + length), text: inserted };
    };
  const world = textWorld({ 'plants.dio': 'let far = 30m\nprefab p() { bush { height: random(-1..1) } }\n' });

  test('of small programs give what a fresh check gives', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(program, edits, (text, changes) => {
        checkEdits(text, changes.map(toEdit), world);
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  test('by whole sections: any program may follow any other', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(program, program, (before, after) => {
        const start = checkDocument(parseDocument(SourceFile.from('main.dio', before)), world);
        expect(placed(exchange(start, after, world)), after).toEqual(
          placed(checkDocument(parseDocument(SourceFile.from('main.dio', after)), world)),
        );
      }),
      { numRuns: 1000, seed: 20261123 },
    );
  });

  test('of large programs, too', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(arbitraryProgram({ size: 6 }), edits, ({ text, files }, changes) => {
        checkEdits(text, changes.map(toEdit), worldOf(files));
      }),
      { numRuns: 150, seed: 20261124 },
    );
  });
});

function worldOf(files: Readonly<Record<string, string | Uint8Array>>): World {
  const missing = { unreadable: 'no such file' };
  return {
    readText: (file) => (typeof files[file] === 'string' ? files[file] : missing),
    readBytes: (file, limit) => {
      const found = files[file];
      if (found === undefined) return missing;
      return (typeof found === 'string' ? new TextEncoder().encode(found) : found).slice(0, limit);
    },
    resolve: (_from, path) => path,
  };
}
