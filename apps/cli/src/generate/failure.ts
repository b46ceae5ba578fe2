// What keeps a program from being generated, in words for the user: a model, a server, what they answered.

/** Caught by the command, which then writes nothing and ends with exit code 1. */
export class Failure extends Error {
  override readonly name: string = 'Failure';
}

/** `text` as a part of a message: one line, not long, without characters that could command a terminal. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
