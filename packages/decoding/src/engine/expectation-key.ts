// Turns an expectation into a text: equal texts mean that exactly the same may be spelled.
import type { Expectation, NumberUnit } from '@diorama/grammar';
import type { Interval } from '@diorama/vocabulary';

/** Gives the same text for expectations that are alike. */
export type ExpectationKeys = (expectation: Expectation) => string;

export function createExpectationKeys(): ExpectationKeys {
  const numbers = new Map<object, number>();
  const numberOf = (value: object): number => {
    let found = numbers.get(value);
    if (found === undefined) {
      found = numbers.size;
      numbers.set(value, found);
    }
    return found;
  };
  const keys = new WeakMap<Expectation, string>();
  return (expectation) => {
    let found = keys.get(expectation);
    if (found === undefined) {
      found = expectationKey(expectation, numberOf);
      keys.set(expectation, found);
    }
    return found;
  };
}

function expectationKey(expectation: Expectation, numberOf: (value: object) => number): string {
  switch (expectation.kind) {
    case 'keyword':
    case 'punctuation':
    case 'operator':
    case 'hole':
      return `${expectation.kind} ${expectation.token}`;
    case 'kind-name': {
      const { definition, name, properties } = expectation;
      return `kind ${name} ${definition === undefined ? properties.map(({ name }) => name).join() : numberOf(definition)}`;
    }
    case 'property':
      return `property ${numberOf(expectation.definition)} ${expectation.required}`;
    case 'value-name':
      return `value ${expectation.name} ${expectation.type} ${expectation.origin} ${expectation.direct}`;
    case 'word':
      return `word ${expectation.name} ${numberOf(expectation.enumeration)}`;
    case 'function-name':
      return `function ${numberOf(expectation.definition)} ${expectation.direct}`;
    case 'argument-name':
      return `argument ${numberOf(expectation.parameter)}`;
    case 'member-name':
      return `member ${numberOf(expectation.definition)}`;
    case 'annotation-name':
      return `annotation ${expectation.name}`;
    case 'type-name':
    case 'imported-name':
      return `${expectation.kind} ${expectation.name}`;
    case 'new-name':
      return `new ${expectation.purpose} ${[...expectation.taken].sort().join()}`;
    case 'number':
      return `number ${expectation.negated} ${expectation.units.map(unitKey).join()}`;
    case 'text':
      return `text ${expectation.key}`;
    case 'color':
      return 'color';
  }
}

function unitKey({ name, integer, ranges, bounded, direct }: NumberUnit): string {
  return `${name}${integer ? 'i' : ''}${bounded ? 'b' : ''}${direct ? 'd' : ''}${ranges?.map(rangeKey).join('') ?? '*'}`;
}

function rangeKey({ min, max, minExclusive = false, maxExclusive = false }: Interval): string {
  return `${minExclusive ? '(' : '['}${min}:${max}${maxExclusive ? ')' : ']'}`;
}
