// What an import concludes about a file, and why.

export interface Judgement<Value> {
  readonly value: Value;
  /** What it rests on, for people: `by its head bone`. */
  readonly reason: string;
  /** False where a person had better look. */
  readonly isSure: boolean;
}

/** What an importer's own manifest says is not to be doubted. */
export function said<Value>(value: Value): Judgement<Value> {
  return { value, reason: 'as the manifest says', isSure: true };
}
