// Turns a server of models into a generator: it is sent the grammar in the notation that it reads.
import { type Catalog, exportGrammar, printProgram } from '@diorama/grammar';
import { excerpt, Failure } from '../failure.ts';
import type { Draft, Generator, Message } from '../generator.ts';
import { withoutFence } from '../settle.ts';
import type { Server, ServerKind } from './find-server.ts';
import { HttpFailure, type Link, parse, post } from './link.ts';
import { readAnswer } from './read-answer.ts';

export interface ServerOptions {
  readonly form: 'core' | 'whole';
  readonly catalog: Catalog;
  readonly maxTokens: number;
  readonly temperature: number;
}

export function createServerGenerator(link: Link, { kind, model }: Server, options: ServerOptions): Generator {
  const { maxTokens, temperature } = options;
  const isJson = kind === 'openai' && options.form === 'core';
  let constraint: object = constrain(kind, options);
  let isConstrained = Object.keys(constraint).length > 0;
  const notes: string[] = [];

  async function ask(messages: readonly Message[], seed: number, show: (text: string) => void) {
    const body = { model, messages, stream: true, max_tokens: maxTokens, temperature, seed, ...constraint };
    return readAnswer(post(link, '/v1/chat/completions', body), show);
  }

  return {
    isFinal: false,
    async write(messages, seed, show): Promise<Draft> {
      const answer = await ask(messages, seed, show).catch((error: unknown) => {
        // A server that knows no schemas says so; the program is checked in any case.
        if (!(isConstrained && kind === 'openai' && error instanceof HttpFailure && [400, 422].includes(error.status)))
          throw error;
        [constraint, isConstrained] = [{}, false];
        notes.push(`the server takes no schema of core form, so the model is left to itself (${error.message})`);
        return ask(messages, seed, show);
      });
      const said = notes.splice(0);
      if (isJson && isConstrained) return { text: printJson(answer.text, answer.isCut), notes: said };
      const text = isConstrained ? answer.text : withoutFence(answer.text);
      if (!answer.isCut) return { text, notes: said };
      return {
        text: text.slice(0, text.lastIndexOf('\n') + 1),
        notes: [...said, `the model was cut off after ${maxTokens} tokens: its last line is left out`],
      };
    },
    close: async () => {},
  };
}

/** The fields of a request that hold the model to the language. */
export function constrain(kind: ServerKind, { form, catalog }: Pick<ServerOptions, 'form' | 'catalog'>): object {
  const given = form === 'core' ? { form, catalog } : { form };
  switch (kind) {
    case 'llama.cpp':
      return { grammar: exportGrammar('gbnf', given) };
    case 'vllm': {
      const grammar = exportGrammar('xgrammar', given);
      // The second is the name before version 0.12; each version passes over what it does not know.
      return { structured_outputs: { grammar }, guided_grammar: grammar };
    }
    case 'sglang':
      return { ebnf: exportGrammar('xgrammar', given) };
    case 'openai': {
      // JSON Schema can tell core form alone.
      if (form === 'whole') return {};
      const schema: unknown = JSON.parse(exportGrammar('json-schema', { catalog }));
      return { response_format: { type: 'json_schema', json_schema: { name: 'diorama', schema } } };
    }
  }
}

/** The program that the JSON of core form is. */
function printJson(text: string, isCut: boolean): string {
  const json = parse(text);
  if (json === undefined && isCut)
    throw new Failure('the model was cut off in the middle of its answer: raise --max-tokens');
  if (json === undefined) throw new Failure(`the model's answer is not the JSON that was asked for: ${excerpt(text)}`);
  try {
    return printProgram(json as Parameters<typeof printProgram>[0]);
  } catch (error) {
    throw new Failure(`the model's answer is not of the schema that was asked for: ${(error as Error).message}`);
  }
}
