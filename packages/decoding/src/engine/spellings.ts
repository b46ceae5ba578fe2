// Keeps what lexemes are spelled for, so that places which expect the same share it.
import type { Expectation, NumberExpectation, TextExpectation } from '@diorama/grammar';
import { createExpectationKeys, type ExpectationKeys } from './expectation-key.ts';
import { createNumberPlace, type NumberPlace } from './lexemes/number-place.ts';
import { createTextPlace, type TextPlace } from './lexemes/text-state.ts';
import { createWordPlace, type Spelled, type WordPlace } from './lexemes/word-state.ts';

type NumberRest = Pick<NumberPlace, 'before' | 'isLiteral' | 'isPrinted' | 'lookAhead'>;
type TextRest = Pick<TextPlace, 'before' | 'isLiteral'>;

export class Spellings {
  readonly keyOf: ExpectationKeys = createExpectationKeys();
  readonly #words = new Map<string, WordPlace>();
  readonly #numbers = new Map<string, NumberPlace>();
  readonly #texts = new Map<string, TextPlace>();

  words(expectations: readonly Expectation[], isCore: boolean): WordPlace {
    return remember(this.#words, expectations.map(this.keyOf).join(';'), () => {
      const spelled = expectations.flatMap((expectation): readonly Spelled[] => {
        if ('text' in expectation) return [{ text: expectation.text, expectation }];
        return 'name' in expectation ? [{ text: expectation.name, expectation }] : [];
      });
      const newName = expectations.find((one) => one.kind === 'new-name');
      return createWordPlace(spelled, newName, isCore);
    });
  }

  numbers(expectations: readonly NumberExpectation[], rest: NumberRest): NumberPlace {
    const key = `${expectations.map(this.keyOf).join(';')} ${rest.isLiteral}`;
    return remember(this.#numbers, key, () => createNumberPlace(expectations, rest));
  }

  text(expectation: TextExpectation, rest: TextRest): TextPlace {
    return remember(this.#texts, this.keyOf(expectation), () => createTextPlace(expectation, rest));
  }
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  let found = known.get(key);
  if (found === undefined) {
    found = make();
    known.set(key, found);
  }
  return found;
}
