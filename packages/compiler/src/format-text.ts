// Turns a program's text into its formatted text.
import { hasErrors, invariant, type Outcome, SourceFile } from '@diorama/diagnostics';
import { format, parse } from '@diorama/syntax';

/** A text with syntax errors stays as it is, and the errors are told. */
export function formatText(source: SourceFile): Outcome<string> {
  const { value: program, diagnostics } = parse(source);
  if (hasErrors(diagnostics)) return { value: source.text, diagnostics };
  const text = format(program, source);
  const again = parse(SourceFile.from(source.id, text));
  invariant(!hasErrors(again.diagnostics), 'formatting brings no syntax error');
  invariant(again.value.comments.length === program.comments.length, 'formatting keeps every comment');
  return { value: text, diagnostics };
}
