// Turns a program in core form into the JSON that `printProgram` prints: for examples to show a model.
import type * as ast from '@diorama/syntax';
import { FUNCTIONS, findUnit, toBaseUnits } from '@diorama/vocabulary';
import type { ElementJson, ProgramJson, ValueJson } from './program-json.ts';

/** The JSON of a program; nothing if it is not core form. */
export function programToJson(program: ast.Program): ProgramJson | undefined {
  if (program.imports.length > 0) return undefined;
  const elements = program.items.map((item) => (item.kind === 'element' ? toElement(item) : undefined));
  return elements.every((element) => element !== undefined) ? { elements } : undefined;
}

function toElement({ name, label, annotations, body }: ast.Element): ElementJson | undefined {
  const properties: Record<string, ValueJson> = {};
  for (const entry of body.entries) {
    const value = entry.kind === 'field' ? toValue(entry.value) : undefined;
    if (entry.kind !== 'field' || value === undefined) return undefined;
    properties[entry.name.text] = value;
  }
  const notes = annotations.map((one) => {
    const values = all(one.arguments.map(toValue));
    return values && { [one.name.text]: values };
  });
  const known = all(notes);
  if (known === undefined) return undefined;
  return {
    kind: name.text,
    ...(label === undefined ? {} : { label: label.text }),
    ...(known.length === 0 ? {} : { annotations: known }),
    properties,
  };
}

function all<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  return items.every((item) => item !== undefined) ? (items as readonly T[]) : undefined;
}

function toValue(value: ast.Expression): ValueJson | undefined {
  switch (value.kind) {
    case 'number': {
      const unit = findUnit(value.unit);
      return unit === undefined ? value.value : toBaseUnits(value.value, unit);
    }
    case 'negation': {
      const operand = toValue(value.operand);
      return typeof operand === 'number' ? -operand : undefined;
    }
    case 'text':
      return value.value;
    case 'color':
      return value.text;
    case 'boolean':
      return value.value;
    // A word of an enumeration; names are not core form.
    case 'name':
      return value.text;
    case 'parenthesized':
      return toValue(value.value);
    case 'tuple':
    case 'list':
      return all(value.items.map(toValue));
    case 'call':
      return toCall(value);
    default:
      return undefined;
  }
}

/** Arguments are by place, unless the function has some that may be left out or must be named. */
function toCall({ callee, arguments: given }: ast.Call): ValueJson | undefined {
  const signatures = FUNCTIONS.find(({ name }) => name === callee.text)?.signatures ?? [];
  const firstName = given.find(({ name }) => name !== undefined)?.name?.text;
  const signature =
    signatures.find(({ parameters }) =>
      firstName === undefined
        ? parameters.every(({ named }) => !named)
        : parameters.some(({ name }) => name === firstName),
    ) ?? signatures[0];
  if (signature === undefined) return undefined;
  const byName = signature.parameters.some(({ named, default: value }) => named || value !== undefined);
  const values = new Map<string, ValueJson>();
  for (const [index, { name, value }] of given.entries()) {
    const key = name?.text ?? signature.parameters[index]?.name;
    const read = toValue(value);
    if (key === undefined || read === undefined) return undefined;
    values.set(key, read);
  }
  if (byName) return { [callee.text]: Object.fromEntries(values) };
  const ordered = all(signature.parameters.map(({ name }) => values.get(name)));
  return ordered && { [callee.text]: ordered };
}
