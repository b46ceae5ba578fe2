// Why a tokenizer cannot be used: for the person who gave the file.

/** A sentence's beginning that names the place in the file, and what is wrong there. */
export interface Refusal {
  readonly reason: string;
}

export function refuse(reason: string): Refusal {
  return { reason };
}

export function isRefusal<T extends object>(value: T | Refusal): value is Refusal {
  return 'reason' in value;
}
