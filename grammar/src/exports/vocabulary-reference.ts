// Turns the vocabulary's table into a Markdown reference: every word of the language and what it means.
import {
  ANNOTATIONS,
  type DefaultValue,
  ENUMERATIONS,
  FUNCTIONS,
  type Interval,
  isNumeric,
  KINDS,
  type KindDefinition,
  MEMBERS,
  type ParameterDefinition,
  PREFAB_MEMBERS,
  PREFAB_PROPERTIES,
  type PropertyDefinition,
  type Signature,
  TYPE_CONSTRUCTORS,
  TYPE_NAMES,
  UNITS,
  type ValueType,
} from '@diorama/vocabulary';

const HEADER = `\
# Vocabulary

Generated from the vocabulary's table: \`npm run generate\`. Do not edit. Lengths are metres and angles degrees unless a
unit says otherwise.
`;

/** The whole reference. */
export function emitVocabularyReference(): string {
  return [
    HEADER,
    '## Kinds\n',
    ...KINDS.map(kindSection),
    prefabSection(),
    functionSection(),
    unitSection(),
    typeSection(),
    memberSection(),
    annotationSection(),
  ].join('\n');
}

function kindSection(kind: KindDefinition): string {
  const { name, doc, once, holdsElements, source, example, properties, oneOf } = kind;
  const facts = [once ? 'Once in a program, at its top level.' : '', holdsElements ? 'Holds other elements.' : ''];
  const exclusions = oneOf.map(({ alternatives, reason }) => {
    const sides = alternatives.map((names) => names.map(code).join(', ')).join(' | ');
    return `At most one of ${sides}: ${reason}.\n`;
  });
  const poses = properties.flatMap(({ name: property, type }) =>
    type.kind === 'enumeration' ? [`${code(property)} is one of ${type.words.map(code).join(', ')}.\n`] : [],
  );
  const intro = [doc, ...facts, `Source: ${source}.`].filter((one) => one !== '').join(' ');
  return [`### ${name}\n`, `${intro}\n`, propertyTable(properties), ...exclusions, ...poses, fenced(example)].join(
    '\n',
  );
}

function prefabSection(): string {
  return [
    '### Prefabs\n',
    'A prefab is a kind that the program declares. Its parameters are its properties; every use has these beside them:\n',
    propertyTable(PREFAB_PROPERTIES),
  ].join('\n');
}

function propertyTable(properties: readonly PropertyDefinition[]): string {
  const rows = properties.map((property) => {
    const { name, type, unit = '', doc, source } = property;
    return [code(name), typeText(type), rangeText(type), unit, defaultText(property), doc, source];
  });
  return table(['property', 'type', 'range', 'unit', 'default', 'meaning', 'source'], rows);
}

function defaultText({ required, default: value, derived, type }: PropertyDefinition): string {
  if (required === 'always') return '**required**';
  if (required === 'at-top-level') return '**required** where no frame encloses it, else its origin';
  if (value !== undefined) return code(literal(value, type));
  return derived ?? '';
}

/** A default as a program writes it. */
function literal(value: DefaultValue, type: ValueType): string {
  if (type.kind === 'rotation') return `yaw(${String(value)})`;
  if (type.kind === 'text') return JSON.stringify(value);
  return typeof value === 'object' ? `(${value.join(', ')})` : String(value);
}

function typeText(type: ValueType): string {
  switch (type.kind) {
    case 'position':
      return type.view ? 'Position or ViewPosition' : 'Position';
    case 'enumeration':
      return type.name;
    case 'range':
    case 'list':
      return `${capitalized(type.kind)}[${typeText(type.of)}]`;
    case 'variable':
      return type.over === 'any' ? 'T' : type.continuous ? 'D' : 'N';
    default:
      return type.kind.split('-').map(capitalized).join('');
  }
}
function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function rangeText(type: ValueType): string {
  if (isNumeric(type)) return intervalText(type.range);
  if (type.kind === 'vector' && type.components !== undefined) {
    return (['x', 'y', 'z'] as const)
      .flatMap((axis, index) => {
        const text = intervalText(type.components?.[index]);
        return text === '' ? [] : [`${axis} ${text}`];
      })
      .join('; ');
  }
  return type.kind === 'text' && type.nonEmpty ? 'not empty' : '';
}
function intervalText(range: Interval | undefined): string {
  if (range === undefined || (range.min === undefined && range.max === undefined)) return '';
  const { min, max, minExclusive, maxExclusive } = range;
  if (min !== undefined && min === max) return `= ${min}`;
  if (max === undefined) return `${minExclusive ? '>' : '≥'} ${min}`;
  if (min === undefined) return `${maxExclusive ? '<' : '≤'} ${max}`;
  return `${minExclusive ? '>' : '≥'} ${min}, ${maxExclusive ? '<' : '≤'} ${max}`;
}

const ROLES = [
  ['constructor', '### Constructors\n'],
  ['draw', '### Draws\n'],
  ['math', '### Arithmetic\n'],
] as const;

function functionSection(): string {
  const intro = `\
N stands for Number, Integer, Length or Angle, the same throughout a signature, D for the same without Integer, T for any
type. \`…\` marks a parameter that may be repeated, \`name:\` one that is written with its name.
`;
  const sections = ROLES.map(([role, title]) => {
    const rows = FUNCTIONS.filter((one) => one.role === role).map(({ name, doc, signatures, example }) => [
      signatures.map((signature) => code(signatureText(name, signature))).join('<br>'),
      doc,
      code(example),
    ]);
    return [title, table(['function', 'meaning', 'example'], rows)].join('\n');
  });
  return ['## Functions\n', intro, ...sections].join('\n');
}

function signatureText(name: string, { parameters, result }: Signature): string {
  return `${name}(${parameters.map(parameterText).join(', ')}) → ${typeText(result)}`;
}
function parameterText({ name, type, default: standIn, rest, named }: ParameterDefinition): string {
  const range = rangeText(type);
  const bounds = range === '' ? '' : ` ${range}`;
  const value = standIn === undefined ? '' : ` = ${literal(standIn, type)}`;
  return `${rest ? '…' : ''}${name}${named ? ':' : ''} ${typeText(type)}${bounds}${value}`;
}

function unitSection(): string {
  const rows = UNITS.map(({ name, dimension, factor, doc }) => {
    const base = { number: '', length: ' m', angle: '°' }[dimension];
    return [code(name), doc, capitalized(dimension), `${Number(factor.toPrecision(12))}${base}`];
  });
  const intro = 'A unit is glued to its number: `12cm`. Without one, a number means metres, degrees or itself.\n';
  return ['## Units\n', intro, table(['unit', 'meaning', 'measures', 'value'], rows)].join('\n');
}

function typeSection(): string {
  const plain = [...TYPE_NAMES.keys()].filter((name) => !ENUMERATIONS.has(name));
  const words = [...ENUMERATIONS].map(([name, { words }]) => `${code(name)}: ${words.map(code).join(', ')}.\n`);
  return [
    '## Types\n',
    `A \`let\` or a parameter may be of ${plain.map(code).join(', ')}, of an enumeration, or of a list or range of them: ${TYPE_CONSTRUCTORS.map((name) => code(`${name}[Length]`)).join(', ')}.\n`,
    '### Enumerations\n',
    ...words,
  ].join('\n');
}

function memberSection(): string {
  const owners = { element: 'a labelled element', position: 'a Position', vector: 'a Vector' } as const;
  const rows = MEMBERS.map(({ of, name, type, doc }) => [owners[of], code(`.${name}`), typeText(type), doc]);
  const kindsWith = (members: readonly string[]) =>
    KINDS.filter((kind) => kind.members.join() === members.join()).map(({ name }) => code(name));
  const sets = new Map(KINDS.map(({ members }) => [members.join(), members]));
  const owned = [...sets.values()].map((members) => [
    [...kindsWith(members), ...(members.join() === PREFAB_MEMBERS.join() ? ['a prefab’s use'] : [])].join(', '),
    members.length === 0 ? 'none' : members.map((name) => code(`.${name}`)).join(', '),
  ]);
  return [
    '## Members\n',
    table(['of', 'member', 'type', 'meaning'], rows),
    'An element has those that its kind gives a meaning:\n',
    table(['labelled', 'members'], owned),
  ].join('\n');
}

function annotationSection(): string {
  const rows = ANNOTATIONS.map(({ name, parameters, doc, example }) => [
    code(`@${name}(${parameters.map(parameterText).join(', ')})`),
    doc,
    code(example),
  ]);
  const intro = 'Annotations stand before an element. They are kept with it and are no part of the scene.\n';
  return ['## Annotations\n', intro, table(['annotation', 'meaning', 'example'], rows)].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('');
}
function code(text: string): string {
  return `\`${text}\``;
}
function fenced(program: string): string {
  return `\`\`\`dio\n${program}\n\`\`\`\n`;
}
