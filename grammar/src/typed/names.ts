// What names may stand at each place: one judgement serves both the step over a name and the list of expected ones.
import {
  ANNOTATIONS,
  ENUMERATIONS,
  findAnnotation,
  findFunction,
  findKind,
  isNumeric,
  KINDS,
  MEMBERS,
  PREFAB_PROPERTIES,
  type PropertyDefinition,
  TYPE_CONSTRUCTORS,
  TYPE_NAMES,
} from '@diorama/vocabulary';
import { type Expectation, isName, type Lexeme, type NewName } from '../expectation.ts';
import type { ImportedAttributes, Meaning, NameAttributes, PrimaryAttributes } from './attributes.ts';
import { callable, openArguments, serves } from './calls.ts';
import { type Result, wants } from './demand.ts';
import { fits, members, result } from './expressions.ts';
import { importServes } from './imports.ts';
import { isDirect } from './literals.ts';
import { entries } from './persistent-map.ts';
import { mismatch, outOfBounds } from './reasons.ts';
import { type RefusalParts, type Run, refuse, type World } from './run.ts';
import {
  declaredValues,
  findPrefab,
  findValue,
  type PrefabBinding,
  type ValueBinding,
  visiblePrefabs,
  visibleValues,
} from './scope.ts';
import { describeTypes, NONE, NUMERIC, typeSet, VECTOR } from './type-set.ts';

/** Takes a name; nothing if it may not stand here. */
export function takeName(run: Run, of: NameAttributes, world: World, lexeme: Lexeme): NameAttributes | undefined {
  if (!isName(lexeme)) return undefined;
  const { text } = lexeme;
  const named = { ...of, text };
  switch (of.meaning) {
    case 'value-name':
      return takeValue(run, named, world);
    case 'kind-name': {
      const why = kindProblem(run, of, world, text);
      return why === undefined ? named : refuse(run, () => why);
    }
    case 'property-name': {
      const why = propertyProblem(run, of, text);
      return why === undefined ? named : refuse(run, () => why);
    }
    case 'member-name': {
      const found = of.of.rule === 'postfix' ? members(of.of) : [];
      const member = found.find(({ name }) => name === text);
      const candidates = found.map(({ name }) => name);
      if (member === undefined) {
        return refuse(run, () => ({
          code: 'unknown-member',
          title: 'unknown member',
          message: `\`.${text}\` does not lead to what belongs here`,
          candidates,
        }));
      }
      const constant = of.of.rule === 'postfix' && of.of.have?.constant === true;
      return { ...named, value: result(member.types, constant) };
    }
    case 'argument-name': {
      const open = of.of.rule === 'argument' ? openArguments(of.of.call) : [];
      const candidates = open.map(({ name }) => name);
      if (candidates.includes(text)) return named;
      return refuse(run, () => ({
        code: 'unknown-argument',
        title: 'unknown argument',
        message: `\`${text}\` is no open argument`,
        candidates,
      }));
    }
    case 'type-name': {
      const candidates = typeNames(of);
      if (candidates.includes(text)) return named;
      return refuse(run, () => ({
        code: 'unknown-type',
        title: 'unknown type',
        message: `\`${text}\` is no type here`,
        candidates,
      }));
    }
    case 'annotation-name': {
      const candidates = annotationNames(of);
      if (candidates.includes(text)) return named;
      const known = findAnnotation(text) !== undefined;
      return refuse(run, () => ({
        code: known ? 'misused-annotation' : 'unknown-annotation',
        title: known ? 'annotation given twice' : 'unknown annotation',
        message: known ? `\`@${text}\` stands here already` : `\`@${text}\` is no annotation`,
        candidates,
      }));
    }
    case 'imported-name':
    case 'new-import': {
      if (importName(run, of, world, text)) return named;
      return refuse(run, () => ({
        code: 'unknown-import',
        title: 'unknown import',
        message: `no file offers \`${text}\` here`,
        candidates: importedNames(run, of, world),
      }));
    }
    default: {
      const { taken, purpose } = newName(of, world);
      if (!taken.has(text)) return named;
      return refuse(run, () => takenProblem(text, purpose));
    }
  }
}

/** The names that may stand here. */
export function expectNames(run: Run, of: NameAttributes, world: World): readonly Expectation[] {
  switch (of.meaning) {
    case 'value-name':
      return of.of.rule === 'primary' ? expectValues(run, of.of, world) : [];
    case 'kind-name':
      return expectKinds(run, of, world);
    case 'property-name':
      return expectProperties(run, of);
    case 'member-name': {
      if (of.of.rule !== 'postfix') return [];
      return members(of.of).flatMap(({ name }): Expectation[] => {
        const definition = MEMBERS.find((member) => member.name === name);
        return definition === undefined ? [] : [{ kind: 'member-name', name, definition }];
      });
    }
    case 'argument-name':
      if (of.of.rule !== 'argument') return [];
      return openArguments(of.of.call).map((parameter) => ({ kind: 'argument-name', name: parameter.name, parameter }));
    case 'type-name':
      return typeNames(of).map((name) => ({ kind: 'type-name', name }));
    case 'annotation-name':
      return annotationNames(of).flatMap((name): Expectation[] => {
        const definition = findAnnotation(name);
        return definition === undefined ? [] : [{ kind: 'annotation-name', name, definition }];
      });
    case 'imported-name':
      if (run.catalog.files === undefined) return [{ kind: 'new-name', purpose: 'any', taken: NOTHING_TAKEN }];
      return importedNames(run, of, world).map((name) => ({ kind: 'imported-name', name }));
    case 'new-import': {
      const earlier = of.of.rule === 'imported' ? of.of.names.map(({ as }) => as ?? '') : [];
      const declared = [...entries(world.scope.values), ...entries(world.scope.prefabs)].map(([name]) => name);
      const taken = [...earlier, ...declared, ...WORDS];
      const free = new Set(
        [...taken, ...KINDS.map(({ name }) => name)].filter((name) => !importName(run, of, world, name)),
      );
      return [{ kind: 'new-name', purpose: 'import', taken: free }];
    }
    default:
      return [newName(of, world)];
  }
}
const NOTHING_TAKEN: ReadonlySet<string> = new Set();

// Values

function takeValue(run: Run, of: NameAttributes, world: World): NameAttributes | undefined {
  if (of.of.rule !== 'primary') return undefined;
  const { text } = of;
  const found = findFunction(text);
  const callee = found !== undefined && serves(run, of.of, found, world) ? found : undefined;
  const value = judgeValue(run, of.of, world, text, callee !== undefined);
  return value === undefined && callee === undefined ? undefined : { ...of, value, callee };
}

function judgeValue(run: Run, of: PrimaryAttributes, world: World, text: string, quiet: boolean): Result | undefined {
  const no = (why: () => RefusalParts) => (quiet ? undefined : refuse(run, why));
  const word = wordOf(of, text);
  if (word !== undefined) {
    const { bound } = of;
    return bound === undefined || fits(run, bound, text) ? word : no(() => outOfBounds(bound, text, 'lexeme'));
  }
  const binding = of.literal ? undefined : findValue(world.scope, text);
  if (binding === undefined) return no(() => unknownName(run, of, world, text));
  const why = bindingProblem(run, of, binding);
  return why === undefined ? resultOf(binding) : no(() => why);
}

function resultOf({ types, constant, value }: ValueBinding): Result {
  return result(types, constant, value);
}

function bindingProblem(run: Run, of: PrimaryAttributes, binding: ValueBinding): RefusalParts | undefined {
  const { bound, wanted } = of;
  const { types, value, name, constant } = binding;
  if (!wants(wanted, types)) return { ...mismatch(wanted, resultOf(binding), `\`${name}\``), blames: 'lexeme' };
  const mendable = !bound?.strict && (types.bits & (NUMERIC | VECTOR)) !== 0;
  if (bound === undefined || value === undefined || mendable || !constant || fits(run, bound, value)) return undefined;
  return outOfBounds(bound, value, 'lexeme');
}

/** A bare word of the enumeration that is expected. */
function wordOf({ wanted }: PrimaryAttributes, text: string): Result | undefined {
  const { enumeration } = wanted.hint;
  if (enumeration === '' || !ENUMERATIONS.get(enumeration)?.words.includes(text)) return undefined;
  return { hinted: typeSet({ enumeration }), plain: NONE, constant: true, value: text };
}

function unknownName(run: Run, of: PrimaryAttributes, world: World, text: string): RefusalParts {
  const definition = findFunction(text);
  if (text === 'embedding' && world.embeddings === undefined) {
    return {
      code: 'no-embeddings',
      title: 'no embeddings',
      message: 'no `scene` before this names an embeddings file',
    };
  }
  if (definition !== undefined) {
    return { code: 'wrong-type', title: 'wrong type', message: `\`${text}(…)\` does not give what belongs here` };
  }
  const candidates = expectValues({ ...run, refusals: undefined }, of, world).flatMap((one) =>
    'name' in one ? [one.name] : [],
  );
  if (of.wanted.hint.enumeration !== '') {
    return {
      code: 'unknown-word',
      title: 'unknown word',
      message: `\`${text}\` is no word of ${of.wanted.hint.enumeration}`,
      candidates,
    };
  }
  if (WORDS.includes(text)) {
    return {
      code: 'stray-word',
      title: 'word out of place',
      message: `\`${text}\` is a word, and none is expected here`,
    };
  }
  return { code: 'unknown-name', title: 'unknown name', message: `no value is named \`${text}\` here`, candidates };
}

function expectValues(run: Run, of: PrimaryAttributes, world: World): readonly Expectation[] {
  const found: Expectation[] = [];
  if (!of.literal) {
    for (const binding of visibleValues(world.scope)) {
      if (bindingProblem(run, of, binding) !== undefined) continue;
      const { name, origin, types } = binding;
      found.push({ kind: 'value-name', name, origin, type: describeTypes(types), direct: isDirect(of.wanted, types) });
    }
  }
  const enumeration = ENUMERATIONS.get(of.wanted.hint.enumeration);
  for (const name of enumeration?.words ?? []) {
    if (enumeration === undefined || judgeValue(run, of, world, name, true)?.hinted.enumeration === undefined) continue;
    found.push({ kind: 'word', name, enumeration });
  }
  for (const { definition, direct } of callable(run, of, world)) {
    found.push({ kind: 'function-name', name: definition.name, definition, direct });
  }
  return found;
}

// Kinds and properties

/** What an element's name stands for; nothing if it stands for nothing here. */
export function meaningOf(world: World, name: string): Meaning | undefined {
  const kind = findKind(name);
  if (kind !== undefined) return { name, kind, prefab: undefined, properties: kind.properties };
  const prefab = findPrefab(world.scope, name);
  if (prefab === undefined) return undefined;
  return {
    name,
    kind: undefined,
    prefab,
    properties: prefab.parameters && [...prefab.parameters, ...PREFAB_PROPERTIES],
  };
}

function kindProblem(run: Run, of: NameAttributes, world: World, name: string): RefusalParts | undefined {
  const annotated = of.of.rule === 'element' && of.of.annotated;
  const kind = findKind(name);
  const misplaced = {
    code: 'misused-annotation',
    title: 'misplaced annotation',
    message: `\`${name}\` takes no annotation`,
  };
  if (kind !== undefined) {
    if (annotated && kind.holdsElements) return misplaced;
    if (run.core && kind.holdsElements)
      return { code: 'unknown-kind', title: 'no core form', message: `\`${name}\` is no core form` };
    if (!kind.once) return undefined;
    if (world.scope.inside !== undefined) {
      return { code: 'misplaced-setting', title: 'misplaced setting', message: `\`${name}\` stands at top level only` };
    }
    if (!world.settings.includes(name)) return undefined;
    return { code: 'repeated-setting', title: 'setting given twice', message: `there is a \`${name}\` already` };
  }
  const prefab = run.core ? undefined : findPrefab(world.scope, name);
  if (prefab === undefined) {
    const known = run.refusals === undefined ? [] : expectKinds({ ...run, refusals: undefined }, of, world);
    const candidates = known.flatMap((one) => ('name' in one ? [one.name] : []));
    return {
      code: 'unknown-kind',
      title: 'unknown kind',
      message: `no kind or prefab is named \`${name}\` here`,
      candidates,
    };
  }
  if (prefab.open) return { code: 'recursion', title: 'recursion', message: `\`${name}\` is being declared here` };
  if (annotated) return misplaced;
  return prefabProblem(prefab, world);
}

function prefabProblem({ name, embeddings, parameters }: PrefabBinding, world: World): RefusalParts | undefined {
  if (embeddings !== undefined && embeddings !== world.embeddings?.file) {
    return { code: 'mixed-spaces', title: 'mixed embeddings', message: `\`${name}\` draws from \`${embeddings}\`` };
  }
  const needed = parameters?.find((one) => one.required === 'always' && isOutOfReach(one, world.scope.frame));
  return (
    needed && {
      code: 'view-in-frame',
      title: 'view under a frame',
      message: `\`${needed.name}\` takes a view, and a frame encloses this`,
    }
  );
}

/** Points of the camera's frame cannot be given where a frame encloses the element. */
function isOutOfReach({ type }: PropertyDefinition, frame: number): boolean {
  return type.kind === 'view-position' && frame > 0;
}

function expectKinds(run: Run, of: NameAttributes, world: World): readonly Expectation[] {
  const kinds = KINDS.filter(({ name }) => kindProblem(run, of, world, name) === undefined).map(
    (definition): Expectation => ({
      kind: 'kind-name',
      name: definition.name,
      definition,
      properties: definition.properties,
    }),
  );
  if (run.core) return kinds;
  const prefabs = [...visiblePrefabs(world.scope)].flatMap(({ name, parameters }): Expectation[] => {
    if (findKind(name) !== undefined || kindProblem(run, of, world, name) !== undefined) return [];
    return [{ kind: 'kind-name', name, properties: [...(parameters ?? []), ...PREFAB_PROPERTIES] }];
  });
  return [...kinds, ...prefabs];
}

function propertyProblem(run: Run, of: NameAttributes, name: string): RefusalParts | undefined {
  if (of.of.rule !== 'field') return undefined;
  const { meaning, given, frame } = of.of;
  if (given.includes(name)) {
    return { code: 'repeated-property', title: 'property given twice', message: `\`${name}\` is given already` };
  }
  if (meaning.properties === undefined) return undefined;
  const definition = meaning.properties.find((property) => property.name === name);
  if (definition === undefined) {
    const candidates = meaning.properties.map((property) => property.name);
    return {
      code: 'unknown-property',
      title: `unknown property of ${meaning.name}`,
      message: 'no such property',
      candidates,
    };
  }
  if (isOutOfReach(definition, frame)) {
    return {
      code: 'view-in-frame',
      title: 'view under a frame',
      message: `\`${name}\` takes a view, and a frame encloses this`,
    };
  }
  for (const { alternatives, reason } of meaning.kind?.oneOf ?? []) {
    const own = alternatives.findIndex((names) => names.includes(name));
    const other = alternatives.findIndex((names, index) => index !== own && names.some((one) => given.includes(one)));
    if (own === -1 || other === -1) continue;
    const earlier = alternatives[other]?.find((one) => given.includes(one)) ?? '';
    return {
      code: 'exclusive-properties',
      title: 'properties that exclude each other',
      message: `\`${earlier}\` is given: ${reason}`,
    };
  }
  if (run.core && definition.type.kind === 'text' && definition.type.file === 'safetensors' && !hasEmbeddings(run)) {
    return { code: 'unreadable-file', title: 'unreadable file', message: 'no embeddings file is known' };
  }
  return undefined;
}

function hasEmbeddings({ catalog }: Run): boolean {
  const spaces = catalog.assets?.spaces ?? [];
  if (catalog.embeddings === undefined) return true;
  return [...catalog.embeddings.values()].some(({ space }) => spaces.length === 0 || spaces.includes(space));
}

function expectProperties(run: Run, of: NameAttributes): readonly Expectation[] {
  if (of.of.rule !== 'field') return [];
  const { meaning, frame, given } = of.of;
  if (meaning.properties === undefined) return [{ kind: 'new-name', purpose: 'any', taken: new Set(given) }];
  return meaning.properties.flatMap((definition): Expectation[] => {
    const { name } = definition;
    if (propertyProblem(run, of, name) !== undefined) return [];
    return [{ kind: 'property', name, definition, required: isRequired(definition, frame) }];
  });
}

/** Whether an element cannot end without a property. */
export function isRequired({ required }: PropertyDefinition, frame: number): boolean {
  return required === 'always' || (required === 'at-top-level' && frame === 0);
}

// Types, annotations, imports, new names

function typeNames(of: NameAttributes): readonly string[] {
  const ofRange = of.of.rule === 'type' && of.of.ofRange;
  if (ofRange) return [...TYPE_NAMES].flatMap(([name, type]) => (isNumeric(type) ? [name] : []));
  return [...TYPE_NAMES.keys(), ...TYPE_CONSTRUCTORS];
}

function annotationNames(of: NameAttributes): readonly string[] {
  const earlier = of.of.rule === 'annotation' ? of.of.earlier : [];
  return ANNOTATIONS.map(({ name }) => name).filter((name) => name === 'note' || !earlier.includes(name));
}

function importName(run: Run, of: NameAttributes, world: World, text: string): boolean {
  if (of.of.rule !== 'imported') return false;
  const { names, name } = of.of as ImportedAttributes;
  const alias = of.meaning === 'new-import';
  return importServes(run, world, [...names, alias ? { name, as: text } : { name: text, as: undefined }]);
}

function importedNames(run: Run, of: NameAttributes, world: World): readonly string[] {
  const all = new Set([...(run.catalog.files?.values() ?? [])].flatMap((file) => [...file.keys()]));
  return [...all].filter((name) => importName(run, of, world, name));
}

const WORDS = [...ENUMERATIONS.values()].flatMap(({ words }) => words);
const FRESH: ReadonlySet<string> = new Set(WORDS);

function newName({ meaning }: NameAttributes, { scope }: World): NewName {
  switch (meaning) {
    case 'new-prefab':
      return {
        kind: 'new-name',
        purpose: 'prefab',
        taken: new Set([...entries(scope.prefabs)].map(([name]) => name).concat(KINDS.map(({ name }) => name))),
      };
    case 'new-parameter': {
      const reserved = PREFAB_PROPERTIES.map(({ name }) => name);
      return {
        kind: 'new-name',
        purpose: 'parameter',
        taken: new Set([...WORDS, ...reserved, ...declaredValues(scope)]),
      };
    }
    case 'new-loop':
      return { kind: 'new-name', purpose: 'loop', taken: FRESH };
    default: {
      const purpose = meaning === 'new-label' ? 'label' : 'let';
      return {
        kind: 'new-name',
        purpose,
        taken: scope.values === undefined ? FRESH : new Set([...WORDS, ...declaredValues(scope)]),
      };
    }
  }
}

function takenProblem(name: string, purpose: string): RefusalParts {
  if (WORDS.includes(name) && purpose !== 'prefab') {
    return { code: 'word-as-name', title: 'word used as a name', message: `\`${name}\` is a word of the language` };
  }
  if (purpose === 'prefab' && findKind(name) !== undefined) {
    return { code: 'kind-as-name', title: 'kind used as a name', message: `\`${name}\` is a kind` };
  }
  if (purpose === 'parameter' && PREFAB_PROPERTIES.some((property) => property.name === name)) {
    return { code: 'reserved-parameter', title: 'reserved parameter', message: `every prefab has a \`${name}\`` };
  }
  return { code: 'duplicate-name', title: 'name declared twice', message: `this block has a \`${name}\` already` };
}
