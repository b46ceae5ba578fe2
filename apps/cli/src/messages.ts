// The wording of what the command itself has to say; what is wrong with programs, diagnostics say.

/** A file's name for a message: quoted, and without characters that could command a terminal. */
export function quote(name: string): string {
  if (name === '-') return 'standard input';
  return JSON.stringify(name).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** `count(1, 'file')` → `1 file` */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** What is said of an exception: always a bug. */
export function describeCrash(error: unknown, env: Readonly<Record<string, string | undefined>>): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const advice = env.DIORAMA_DEBUG ? stack : 'set DIORAMA_DEBUG=1 to see where';
  return `diorama: a bug of Diorama, please report it: ${message}\n${advice}\n`;
}
