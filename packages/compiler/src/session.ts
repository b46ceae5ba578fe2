// Keeps a program that is being edited checked: an edit costs what it touches, not what the file holds.
import { type CheckedFile, type CheckedSection, checkSections, fileSet, type PlacedSection } from '@diorama/checker';
import {
  type Diagnostic,
  type FileId,
  hasErrors,
  type Label,
  type Section,
  SourceFile,
  type Span,
  sortDiagnostics,
  type World,
} from '@diorama/diagnostics';
import { lowerItems } from '@diorama/lowering';
import { documentDiagnostics, type Edit, type ParsedDocument, parseDocument, reparse } from '@diorama/syntax';
import type { CompileOptions } from './check-file.ts';

/** A program as its editor shows it, and everything there is to say of it now. */
export interface Snapshot {
  readonly text: string;
  /** Those of {@link checkFile} on the same text, in its order: syntax, types, and what lowering has to say. */
  readonly diagnostics: readonly Diagnostic[];
  /** The checked program; its places are those of the sections, see {@link PlacedSection}. */
  readonly checked: CheckedFile;
}

/** An editor's view of one file. */
export interface Session {
  readonly snapshot: Snapshot;
  /** Applies edits, each to the text that those before it left, and checks what they touched. */
  update(...edits: readonly Edit[]): Snapshot;
}

/** Sections that make more than this many elements are lowered by a compilation only: an editor must not wait for them. */
const LOWERED_WHILE_EDITING = 20_000;

/** Opens a session on a text; `world` supplies the files that it uses. */
export function openSession(world: World, file: FileId, text: string, options: CompileOptions = {}): Session {
  const files = fileSet();
  const lowered = new LoweredSections();
  let document = parseDocument(SourceFile.from(file, text));
  let checked: CheckedFile | undefined;

  const take = (): Snapshot => {
    const { catalog, limits = {} } = options;
    const source = SourceFile.from(file, document.text);
    const found = checkSections(
      document.sections,
      { source, world, limits, ...(catalog && { catalog }) },
      checked,
      files,
    );
    checked = found.value;
    const all = [...documentDiagnostics(document), ...placed(found.diagnostics, document)];
    if (!hasErrors(all) && checked.program.valid) all.push(...placed(lowered.diagnostics(checked, options), document));
    return { text: document.text, diagnostics: sortDiagnostics(all, [file]), checked };
  };

  let snapshot = take();
  return {
    get snapshot() {
      return snapshot;
    },
    update(...edits) {
      for (const edit of edits) document = reparse(document, edit);
      snapshot = take();
      return snapshot;
    },
  };
}

/** What lowering has to say of each section, as long as the section and the scene's settings stay what they were. */
class LoweredSections {
  #known = new WeakMap<CheckedSection, readonly Diagnostic[]>();
  #settings: readonly CheckedSection[] = [];

  diagnostics(checked: CheckedFile, options: CompileOptions): readonly Diagnostic[] {
    const { sections } = checked;
    const settings = sections.filter((section) => section.settings.size > 0);
    const same =
      settings.length === this.#settings.length &&
      settings.every((section, index) => section === this.#settings[index]);
    if (!same) this.#known = new WeakMap();
    this.#settings = settings;
    const result: Diagnostic[] = [];
    for (const section of sections) {
      if (!section.speaksWhenLowered || section.cost.instances > LOWERED_WHILE_EDITING) continue;
      let known = this.#known.get(section);
      if (known === undefined) {
        known = lowerItems(checked.program, section.items, { limits: options.limits ?? {} }).diagnostics;
        this.#known.set(section, known);
      }
      result.push(...known);
    }
    return result;
  }
}

/** Moves every label to where its section stands now. */
function placed(diagnostics: readonly Diagnostic[], document: ParsedDocument): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics;
  const shifts = shiftsOf(diagnostics, document);
  return diagnostics.map((diagnostic) => {
    const shiftOf = ({ section }: Label) => (section === undefined ? 0 : (shifts.get(section) ?? 0));
    const shift = shiftOf(diagnostic.primary);
    return {
      ...diagnostic,
      primary: moved(diagnostic.primary, shift),
      related: diagnostic.related.map((label) => moved(label, shiftOf(label))),
      fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => moved(edit, shift)) })),
    };
  });
}

/** How far the sections have moved in which the diagnostics have labels. */
function shiftsOf(diagnostics: readonly Diagnostic[], document: ParsedDocument): ReadonlyMap<Section, number> {
  const wanted = new Set<Section | undefined>(
    diagnostics.flatMap(({ primary, related }) => [primary.section, ...related.map(({ section }) => section)]),
  );
  const shifts = new Map<Section, number>();
  for (const { section, shift } of document.sections) if (wanted.has(section)) shifts.set(section, shift);
  return shifts;
}

function moved<S extends Span>(span: S, shift: number): S {
  return shift === 0 ? span : { ...span, start: span.start + shift, end: span.end + shift };
}
