// One thing that was measured, and whether it is good enough.

export interface Verdict {
  /** What was measured: `ids`, `depth`, `colors`, `shadows`, `sky`. */
  readonly measure: string;
  /** Of what: an element's name, or the whole picture. */
  readonly subject: string;
  readonly value: number;
  /** The worst value that passes. */
  readonly limit: number;
  readonly passed: boolean;
}

/** Passes from `limit` up. */
export function atLeast(measure: string, subject: string, value: number, limit: number): Verdict {
  return { measure, subject, value, limit, passed: value >= limit };
}

/** Passes up to `limit`. */
export function atMost(measure: string, subject: string, value: number, limit: number): Verdict {
  return { measure, subject, value, limit, passed: value <= limit };
}
