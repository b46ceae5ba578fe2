// The typed half of everything but expressions: blocks and what they declare, elements and what they hold.
import {
  ENUMERATIONS,
  findAnnotation,
  LENGTH as METRES,
  PREFAB_MEMBERS,
  type PropertyDefinition,
  TYPE_NAMES,
  type ValueType,
  INTEGER as WHOLE,
  within,
} from '@diorama/vocabulary';
import type {
  Attributes,
  BodyAttributes,
  Bound,
  ElementAttributes,
  ElementBodyAttributes,
  FieldAttributes,
  ForAttributes,
  ImportAttributes,
  ImportedAttributes,
  Inherited,
  LetAttributes,
  NameAttributes,
  ParameterAttributes,
  StatementAttributes,
  TypeAttributes,
} from './attributes.ts';
import { ordered } from './constant.ts';
import { demand, expecting, type Result, UNEXPECTED } from './demand.ts';
import { importServes, takeImport } from './imports.ts';
import type { CallMeaning } from './meanings.ts';
import { isRequired, meaningOf } from './names.ts';
import { type Run, refuse, type World } from './run.ts';
import { declarePrefab, declareValue, open, type PrefabBinding, type ValueBinding } from './scope.ts';
import {
  ANY,
  BOOLEAN,
  ELEMENT,
  INTEGER,
  LENGTH,
  meet,
  NOWHERE,
  NUMERIC,
  named,
  ofBits,
  REGION,
  settled,
  type TypeSet,
  typeSet,
  typesOf,
  VIEW_POSITION,
  VIEWED_ELEMENT,
} from './type-set.ts';

/** A step within a rule: its record and the world after it. */
export interface Change<A extends Attributes = Attributes> {
  readonly attributes: A;
  readonly world: World;
}

const A_BOOLEAN = expecting(ofBits(BOOLEAN));
const AN_INTEGER = expecting(ofBits(INTEGER));
const A_LENGTH = expecting(ofBits(LENGTH));
const A_REGION = expecting(ofBits(REGION));
const ITERABLE = demand({ plain: typeSet({ range: NUMERIC, list: ANY }) });
const COUNT: Bound = { type: within(WHOLE, { min: 0 }), name: 'count' };
const SPACING: Bound = { type: within(METRES, { min: 0 }), name: 'spacing' };

/** Begins a rule inside of another; nothing if it may not stand there. */
export function enterRule(
  run: Run,
  of: Attributes,
  rule: string,
  meaning: CallMeaning,
  world: World,
): Attributes | undefined {
  const annotations = of.rule === 'statement' ? of.annotations : [];
  const refuseAnnotated = (what: string) =>
    refuse(run, () => ({
      code: 'misused-annotation',
      title: 'misplaced annotation',
      message: `a \`${what}\` takes no annotation`,
    }));
  switch (rule) {
    case 'item':
      return { rule };
    case 'import_':
      if (importServes(run, world, [])) return { rule, names: [] };
      return refuse(run, () => ({
        code: 'unreadable-file',
        title: 'unreadable file',
        message: 'no file is known that could be used',
      }));
    case 'imported':
      return { rule, names: of.rule === 'import_' ? of.names : [], name: '', as: undefined };
    case 'let_':
      return { rule, name: '', type: undefined, value: undefined };
    case 'type':
      return { rule, ofRange: of.rule === 'type' && of.name === 'Range', name: '', argument: undefined };
    case 'prefab':
      return { rule, name: '', parameters: [] };
    case 'param':
      return { rule, name: '', type: undefined, default: undefined };
    case 'body':
      return enterBody(run, of, meaning, world);
    case 'statement':
      return meaning === 'child' ? enterChild(run, of) : { rule, annotations: [] };
    case 'annotation':
      return { rule, earlier: annotations, definition: undefined, count: 0 };
    case 'element':
      return { rule, annotated: annotations.length > 0, meaning: undefined, label: '', body: undefined };
    case 'elementBody':
      return of.rule === 'element' && of.meaning !== undefined ? beginElementBody(of.meaning, world) : undefined;
    case 'field':
      if (of.rule !== 'elementBody') return undefined;
      return {
        rule,
        meaning: of.meaning,
        numbers: of.numbers,
        given: of.given,
        frame: of.frame,
        name: '',
        definition: undefined,
        value: undefined,
      };
    case 'for_':
      return annotations.length > 0 ? refuseAnnotated('for') : { rule, name: '', values: undefined, step: undefined };
    case 'if_':
      return annotations.length > 0 ? refuseAnnotated('if') : { rule, before: world.settings, then: world.settings };
    case 'scatter':
      return annotations.length > 0 ? refuseAnnotated('scatter') : { rule };
    case 'name':
      return { rule, meaning, of, text: '', value: undefined, callee: undefined };
    default:
      return undefined;
  }
}

function beginElementBody(meaning: ElementBodyAttributes['meaning'], world: World): ElementBodyAttributes {
  return {
    rule: 'elementBody',
    meaning,
    given: [],
    frame: world.scope.frame,
    at: undefined,
    embeddings: undefined,
    numbers: {},
  };
}

function enterChild(run: Run, of: Attributes): StatementAttributes | undefined {
  if (of.rule === 'elementBody' && of.meaning.kind?.holdsElements) return { rule: 'statement', annotations: [] };
  return refuse(run, () => ({
    code: 'no-children',
    title: 'nothing can stand inside',
    message: `a \`${of.rule === 'elementBody' ? of.meaning.name : ''}\` holds no elements`,
  }));
}

function enterBody(run: Run, of: Attributes, meaning: CallMeaning, world: World): BodyAttributes | undefined {
  const body: BodyAttributes = { rule: 'body', opened: false, framed: false, inside: undefined, loop: undefined };
  switch (meaning) {
    case 'prefab-body':
      return { ...body, opened: true };
    case 'scatter-body':
      return { ...body, framed: true, inside: 'a scatter' };
    case 'loop-body': {
      if (of.rule !== 'for_') return undefined;
      const types = loopTypes(run, of, world);
      return types && { ...body, inside: 'a `for`', loop: { name: of.name, types } };
    }
    default:
      return body;
  }
}

/** What a loop's variable may be; nothing if the loop lacks a step. */
function loopTypes(run: Run, { values, step }: ForAttributes, world: World): TypeSet | undefined {
  const plain = values?.plain ?? ANY;
  if (plain.any) return ANY;
  if (plain.list !== undefined) return settled(plain.list, world.scope.frame);
  if (step === undefined) {
    return plain.range & INTEGER
      ? settled(ofBits(plain.range), world.scope.frame)
      : refuse(run, () => ({
          code: 'loop-step',
          title: 'missing step',
          message: 'a range of other than integers needs a `step`',
          blames: 'before',
        }));
  }
  if (step.plain.any) return settled(ofBits(plain.range), world.scope.frame);
  return settled(ofBits(plain.range & step.plain.bits), world.scope.frame);
}

/** What the value of a place has to be. */
export function enterValue(run: Run, of: Attributes, meaning: CallMeaning, world: World): Inherited | undefined {
  const { frame } = world.scope;
  const place = (wanted: Inherited['wanted'], bound?: Bound): Inherited => ({
    wanted,
    bound,
    frame,
    literal: run.core,
  });
  switch (meaning) {
    case 'let-value':
      return of.rule === 'let_'
        ? place(of.type === undefined ? UNEXPECTED : expecting(typesOf(of.type, frame)), writtenBound(of))
        : undefined;
    case 'default-value':
      return of.rule === 'param' && of.type !== undefined
        ? place(expecting(typesOf(of.type, frame)), writtenBound(of))
        : undefined;
    case 'annotation-argument': {
      const parameter = of.rule === 'annotation' ? of.definition?.parameters[of.count] : undefined;
      if (parameter === undefined) return undefined;
      return {
        ...place(expecting(typesOf(parameter.type, frame)), { type: parameter.type, name: parameter.name }),
        literal: true,
      };
    }
    case 'property-value':
      return of.rule === 'field' ? propertyValue(run, of) : undefined;
    case 'loop-values':
      return place(ITERABLE);
    case 'loop-step': {
      const plain = of.rule === 'for_' ? (of.values?.plain ?? ANY) : ANY;
      return place(demand({ plain: plain.any ? ANY : ofBits(plain.range & NUMERIC) }));
    }
    case 'condition':
      return place(A_BOOLEAN);
    case 'count':
      return place(AN_INTEGER, COUNT);
    case 'region':
      return place(A_REGION);
    case 'spacing':
      return place(A_LENGTH, SPACING);
    default:
      return undefined;
  }
}

/** The words of a written enumeration and the form of a text hold for its value, too. */
function writtenBound({ type, name }: LetAttributes | ParameterAttributes): Bound | undefined {
  return type && { type, name };
}

const ANY_WORDS = [...ENUMERATIONS.keys()][0] ?? '';

function propertyValue(run: Run, { definition, meaning, name, frame, numbers }: FieldAttributes): Inherited {
  if (definition === undefined) {
    return {
      wanted: demand({ hint: typeSet({ enumeration: ANY_WORDS }), plain: ANY }),
      bound: undefined,
      frame,
      literal: run.core,
    };
  }
  // A prefab's positions are of its own frame: literals are read there, names of another frame do not fit.
  const own = meaning.prefab?.parameters?.includes(definition) ?? false;
  const wanted = expecting(own ? typesOf(definition.type, NOWHERE) : typesOf(definition.type, frame, frame));
  const assetClass =
    name === 'appearance' && meaning.kind !== undefined && meaning.name !== 'object' ? meaning.name : undefined;
  const type = ordered(definition.type, name, meaning.kind?.increasing ?? [], numbers);
  return { wanted, bound: { type, name, assetClass }, frame, literal: run.core };
}

/** Takes what a rule inside came to. */
export function takeRule(
  run: Run,
  of: Attributes,
  meaning: CallMeaning,
  inner: Attributes,
  world: World,
): Change | undefined {
  const change = (attributes: Attributes): Change => ({ attributes, world });
  if (inner.rule === 'name') return change(takeNamed(of, meaning, inner, world));
  switch (of.rule) {
    case 'import_':
      return inner.rule === 'imported' ? takeImported(run, of, inner, world) : change(of);
    case 'let_':
    case 'param':
      return inner.rule === 'type' ? change({ ...of, type: writtenType(inner) }) : change(of);
    case 'type':
      return inner.rule === 'type' ? change({ ...of, argument: writtenType(inner) }) : change(of);
    case 'prefab':
      return inner.rule === 'param' ? takeParameter(of, inner, world) : change(of);
    case 'statement':
      return inner.rule === 'annotation'
        ? change({ ...of, annotations: [...of.annotations, inner.definition?.name ?? ''] })
        : change(of);
    case 'element':
      return inner.rule === 'elementBody' ? change({ ...of, body: inner }) : change(of);
    case 'elementBody':
      return inner.rule === 'field' ? change(takeField(of, inner)) : change(of);
    case 'if_':
      return takeBranch(run, of, meaning, world);
    default:
      return change(of);
  }
}

function takeImported(
  run: Run,
  of: ImportAttributes,
  { name, as }: ImportedAttributes,
  world: World,
): Change | undefined {
  const names = [...of.names, { name, as: as ?? name }];
  if (importServes(run, world, names)) return { attributes: { ...of, names }, world };
  return refuse(run, () => ({
    code: 'duplicate-name',
    title: 'name declared twice',
    message: `\`${name}\` needs another name here: \`${name} as …\``,
    blames: 'before',
  }));
}

function takeNamed(of: Attributes, meaning: CallMeaning, inner: NameAttributes, world: World): Attributes {
  const { text } = inner;
  switch (of.rule) {
    case 'imported':
      return meaning === 'new-import' ? { ...of, as: text } : { ...of, name: text };
    case 'let_':
    case 'type':
    case 'prefab':
    case 'param':
    case 'for_':
      return { ...of, name: text };
    case 'annotation':
      return { ...of, definition: findAnnotation(text) };
    case 'element':
      return meaning === 'new-label' ? { ...of, label: text } : { ...of, meaning: meaningOf(world, text) };
    case 'field':
      return { ...of, name: text, definition: of.meaning.properties?.find(({ name }) => name === text) };
    default:
      return of;
  }
}

function writtenType({ name, argument }: TypeAttributes): ValueType {
  if (argument !== undefined) return { kind: name === 'Range' ? 'range' : 'list', of: argument };
  return TYPE_NAMES.get(name) ?? { kind: 'variable', over: 'any' };
}

function takeField(of: ElementBodyAttributes, { name, value }: FieldAttributes): ElementBodyAttributes {
  const given = [...of.given, name];
  if (value?.constant && typeof value.value === 'number') {
    return { ...of, given, numbers: { ...of.numbers, [name]: value.value } };
  }
  if (name === 'at' && value !== undefined) return { ...of, given, at: value.hinted };
  if (name === 'embeddings' && value?.constant) {
    return { ...of, given, embeddings: typeof value.value === 'string' ? value.value : '' };
  }
  return { ...of, given };
}

function takeParameter(
  of: Attributes & { rule: 'prefab' },
  { name, type, default: standIn }: ParameterAttributes,
  world: World,
): Change {
  if (type === undefined) return { attributes: of, world };
  const definition: PropertyDefinition = {
    name,
    type,
    doc: `The parameter \`${name}\` of the prefab.`,
    source: 'the program',
    ...(standIn === undefined && { required: 'always' as const }),
  };
  const binding: ValueBinding = {
    name,
    origin: 'parameter',
    types: named(typesOf(type, world.scope.frame)),
    constant: false,
  };
  return {
    attributes: { ...of, parameters: [...of.parameters, definition] },
    world: { ...world, scope: declareValue(world.scope, binding) },
  };
}

function takeBranch(_run: Run, of: Attributes & { rule: 'if_' }, meaning: CallMeaning, world: World): Change {
  if (meaning === 'then-body') return { attributes: { ...of, then: world.settings }, world };
  if (meaning === 'condition') return { attributes: of, world };
  const settings = [...new Set([...of.then, ...world.settings])];
  return { attributes: of, world: { ...world, settings } };
}

/** Takes the value of a place. */
export function takeValue(
  run: Run,
  of: Attributes,
  meaning: CallMeaning,
  value: Result,
  world: World,
): Attributes | undefined {
  switch (of.rule) {
    case 'let_':
      return { ...of, value };
    case 'param':
      return { ...of, default: value };
    case 'annotation':
      return { ...of, count: of.count + 1 };
    case 'field':
      return { ...of, value };
    case 'for_':
      if (meaning === 'loop-values') return { ...of, values: value };
      return takeStep(run, of, value, world);
    default:
      return of;
  }
}

function takeStep(run: Run, of: ForAttributes, step: Result, _world: World): ForAttributes | undefined {
  if (step.constant && typeof step.value === 'number' && step.value <= 0) {
    return refuse(run, () => ({
      code: 'loop-step',
      title: 'step that leads nowhere',
      message: 'a step is above 0',
      blames: 'before',
    }));
  }
  return { ...of, step };
}

/** Ends a rule: declares what it declares; nothing if something is missing. */
export function leaveRule(run: Run, of: Attributes, world: World): World | undefined {
  switch (of.rule) {
    case 'let_':
      return { ...world, scope: declareValue(world.scope, letBinding(of, world)) };
    case 'type':
      if ((of.name === 'List' || of.name === 'Range') && of.argument === undefined) {
        return refuse(run, () => ({
          code: 'type-argument',
          title: 'missing type argument',
          message: `\`${of.name}\` of what? write \`${of.name}[Length]\``,
          blames: 'before',
        }));
      }
      return world;
    case 'prefab':
      return endPrefab(of, world);
    case 'element':
      return endElement(run, of, world);
    default:
      return world;
  }
}

function letBinding({ name, type, value }: LetAttributes, { scope }: World): ValueBinding {
  const known = value?.constant && value.value !== undefined ? { value: value.value } : {};
  return {
    name,
    origin: 'let',
    types: letTypes(type, value, scope.frame),
    constant: value?.constant ?? false,
    ...known,
  };
}
function letTypes(type: ValueType | undefined, value: Result | undefined, frame: number): TypeSet {
  if (type === undefined) return settled(value?.plain ?? ANY, frame);
  const written = typesOf(type, frame);
  if (written.bits & NUMERIC) return named(written);
  const found = value === undefined || value.hinted.any ? written : meet(value.hinted, written);
  return settled(named(found), frame);
}

/** A prefab becomes known when its body has ended. */
function endPrefab({ name, parameters }: Attributes & { rule: 'prefab' }, world: World): World {
  const { embeddings, usesEmbeddings } = world;
  const drawn = usesEmbeddings && embeddings !== undefined ? { embeddings: embeddings.file } : {};
  const binding: PrefabBinding = { name, parameters, open: false, ...drawn };
  return { ...world, scope: declarePrefab(world.scope, binding), usesEmbeddings: false };
}

function endElement(run: Run, { meaning, label, body }: ElementAttributes, world: World): World {
  let { scope, settings, embeddings, usesEmbeddings } = world;
  if (meaning?.kind?.once) settings = [...settings, meaning.name];
  if (meaning?.prefab?.embeddings !== undefined) usesEmbeddings = true;
  if (body?.embeddings !== undefined) {
    embeddings = { file: body.embeddings, rows: run.catalog.embeddings?.get(body.embeddings)?.rows };
  }
  if (label !== '' && !run.forgetsLabels) {
    const viewed = body?.at !== undefined && (body.at.bits & VIEW_POSITION) !== 0 && !(body.at.bits & ~VIEW_POSITION);
    const members = meaning?.kind?.members ?? PREFAB_MEMBERS;
    const types = typeSet({ bits: viewed ? VIEWED_ELEMENT : ELEMENT, frame: scope.frame, members });
    scope = declareValue(scope, { name: label, origin: 'label', types, constant: false });
  }
  return { scope, settings, embeddings, usesEmbeddings };
}

/** Takes a bracket, comma or keyword that opens, closes or separates. */
export function takeMark(run: Run, of: Attributes, meaning: string, text: string, world: World): Change | undefined {
  const change = (attributes: Attributes, scope = world.scope): Change => ({ attributes, world: { ...world, scope } });
  switch (meaning) {
    case 'open-type-argument':
      if (of.rule === 'type' && (of.name === 'List' || of.name === 'Range')) return change(of);
      return refuse(run, () => ({
        code: 'type-argument',
        title: 'needless type argument',
        message: 'only `List` and `Range` take a type in brackets',
      }));
    case 'open-prefab':
      return openPrefab(of, world);
    case 'open-block':
      return of.rule === 'body' ? openBlock(of, world) : undefined;
    case 'close-block':
      return change(of, world.scope.parent);
    case 'open-element': {
      if (of.rule !== 'elementBody') return undefined;
      const { kind, name } = of.meaning;
      const holds = kind?.holdsElements ?? false;
      return change(of, open(world.scope, holds ? { framed: true, inside: `a ${name}` } : {}));
    }
    case 'close-element':
      return of.rule === 'elementBody' && hasRequired(run, of) ? change(of, world.scope.parent) : undefined;
    case 'next-annotation-argument':
      return of.rule === 'annotation' && of.count < (of.definition?.parameters.length ?? 0)
        ? change(of)
        : argumentCount(run, of);
    case 'close-annotation':
      return of.rule === 'annotation' && of.count === of.definition?.parameters.length
        ? change(of)
        : argumentCount(run, of);
    case 'step': {
      const list = of.rule === 'for_' && of.values?.plain.list !== undefined;
      return list
        ? refuse(run, () => ({ code: 'loop-step', title: 'step over a list', message: 'a list has no step' }))
        : change(of);
    }
    case 'else-branch':
      return of.rule === 'if_' ? { attributes: of, world: { ...world, settings: of.before } } : undefined;
    case 'import-file': {
      const scope = of.rule === 'import_' ? takeImport(run, world, of.names, text) : undefined;
      return scope && change(of, scope);
    }
    default:
      return change(of);
  }
}

function openPrefab(of: Attributes, world: World): Change | undefined {
  if (of.rule !== 'prefab') return undefined;
  const inner = open(world.scope, { framed: true, inside: 'a prefab' });
  const scope = declarePrefab(inner, { name: of.name, parameters: undefined, open: true });
  return { attributes: of, world: { ...world, scope, usesEmbeddings: false } };
}

function openBlock(of: BodyAttributes, world: World): Change {
  if (of.opened) return { attributes: of, world };
  const { framed, inside, loop } = of;
  let scope = open(world.scope, { framed, ...(inside !== undefined && { inside }) });
  if (loop !== undefined)
    scope = declareValue(scope, { name: loop.name, origin: 'loop', types: loop.types, constant: false });
  return { attributes: of, world: { ...world, scope } };
}

function hasRequired(run: Run, { meaning, given, frame }: ElementBodyAttributes): boolean {
  const missing = (meaning.properties ?? [])
    .filter((one) => isRequired(one, frame) && !given.includes(one.name))
    .map(({ name }) => name);
  if (missing.length === 0) return true;
  refuse(run, () => ({
    code: 'missing-property',
    title: 'missing property',
    message: `\`${meaning.name}\` needs ${missing.join(', ')}`,
    candidates: missing,
  }));
  return false;
}

function argumentCount(run: Run, of: Attributes): undefined {
  const definition = of.rule === 'annotation' ? of.definition : undefined;
  return refuse(run, () => ({
    code: 'misused-annotation',
    title: 'wrong number of arguments',
    message: `\`@${definition?.name ?? ''}\` takes ${definition?.parameters.length ?? 0}`,
  }));
}
