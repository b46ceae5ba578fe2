// Turns a model on this computer into a generator: masks leave it only what is a program.
import { type Constraint, type Decoder, type DecodingState, generateTokens, type Model } from '@diorama/decoding';
import { Failure } from '../failure.ts';
import type { Generator } from '../generator.ts';
import { explainRefused } from './explain-refused.ts';
import type { LocalModel } from './open-folder.ts';

export interface LocalOptions {
  readonly budget: number;
  readonly temperature: number;
  /** Is told, line by line, why what the model would have liked better is refused. */
  readonly explain?: ((line: string) => void) | undefined;
}

/** What a decoder and the completion of a template have in common. */
export interface LocalConstraint<S> extends Constraint<S> {
  text(state: S): string;
  forcedTokens?(state: S, encode?: (text: string) => Iterable<number>): readonly number[];
  explain?: Decoder['explain'];
}

export function createLocalGenerator<S>(
  local: LocalModel,
  constraint: LocalConstraint<S>,
  options: LocalOptions,
  isFinal: boolean,
): Generator {
  const { budget, temperature, explain } = options;
  return {
    isFinal,
    async write(messages, seed, show) {
      const prompt = local.encodeMessages(messages);
      if (prompt.length + budget > local.longest)
        throw new Failure(
          `the prompt has ${prompt.length} tokens and the program up to ${budget}, but the model reads ${local.longest}: lower --max-tokens`,
        );
      let state = constraint.start(budget);
      let shown = 0;
      const model: Model = async (ids) => {
        const logits = await local.model(ids);
        if (explain && constraint.explain)
          for (const line of explainRefused(constraint as unknown as Decoder, state as DecodingState, logits))
            explain(line);
        return logits;
      };
      const tokens = generateTokens(model, constraint, {
        prompt,
        budget,
        temperature,
        seed,
        ...(constraint.forcedTokens && { forced: (at: S) => constraint.forcedTokens?.(at, local.encode) ?? [] }),
      });
      for await (const token of tokens) {
        state = token.state;
        const text = constraint.text(state);
        // A character may still lack its last bytes.
        const whole = text.endsWith('\uFFFD') ? text.length - 1 : text.length;
        if (whole > shown) show(text.slice(shown, whole));
        shown = Math.max(shown, whole);
      }
      const text = constraint.text(state);
      if (text.length > shown) show(text.slice(shown));
      return { text, notes: [] };
    },
    close: () => local.close(),
  };
}
