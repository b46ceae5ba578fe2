// Turns the text of an answer, a stream of events or one JSON object, into what the model wrote.
import { excerpt, Failure } from '../failure.ts';
import { isRecord } from './find-server.ts';
import { parse } from './link.ts';

export interface WrittenAnswer {
  readonly text: string;
  /** Whether it ends where the limit of tokens is, not where the model would. */
  readonly isCut: boolean;
}

/**
 * @param show Is given the text piece by piece.
 * @throws {Failure} If the answer is none, or breaks off.
 */
export async function readAnswer(pieces: AsyncIterable<string>, show: (text: string) => void): Promise<WrittenAnswer> {
  let [text, rest, reason] = ['', '', ''];
  let isStream: boolean | undefined;
  const take = (json: unknown) => {
    const part = readChoice(json);
    text += part.text;
    reason ||= part.reason;
    if (part.text !== '') show(part.text);
  };
  for await (const piece of pieces) {
    rest += piece;
    isStream ??= rest.trim() === '' ? undefined : !rest.trimStart().startsWith('{');
    if (isStream !== true) continue;
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) takeLine(line);
  }
  if (isStream === true) takeLine(rest);
  else {
    const json = parse(rest);
    if (json === undefined) throw new Failure(`the server's answer is no JSON: ${excerpt(rest) || 'it is empty'}`);
    take(json);
  }
  if (reason === '') throw new Failure(`the server's answer breaks off after ${text.length} characters`);
  return { text, isCut: reason === 'length' };

  function takeLine(line: string): void {
    const data = /^data:\s?(.*)$/.exec(line)?.[1];
    // Comments, names of events, and empty lines between them.
    if (data === undefined || data.trim() === '') return;
    if (data.trim() === '[DONE]') {
      reason ||= 'stop';
      return;
    }
    const json = parse(data);
    if (json === undefined) throw new Failure(`the server's stream has an event that is no JSON: ${excerpt(data)}`);
    take(json);
  }
}

function readChoice(json: unknown): { readonly text: string; readonly reason: string } {
  if (isRecord(json) && json.error !== undefined) {
    const message = isRecord(json.error) ? json.error.message : json.error;
    throw new Failure(`the server gives up: ${excerpt(String(message))}`);
  }
  if (!isRecord(json) || !Array.isArray(json.choices))
    throw new Failure(`the server's answer has no choices: ${excerpt(JSON.stringify(json))}`);
  const choice: unknown = json.choices[0];
  // An event about the number of tokens alone.
  if (!isRecord(choice)) return { text: '', reason: '' };
  const message = choice.delta ?? choice.message;
  const content = isRecord(message) ? message.content : choice.text;
  const reason = choice.finish_reason;
  return { text: typeof content === 'string' ? content : '', reason: typeof reason === 'string' ? reason : '' };
}
