// The JSON of core form: what `jsonSchema` describes, `printProgram` prints and `programJson` reads.

/** A program in core form. */
export interface ProgramJson {
  readonly elements: readonly ElementJson[];
}
/** `tree oak { at: (0, -8), height: 9m }` */
export interface ElementJson {
  readonly kind: string;
  readonly label?: string;
  /** `{ "pixels": [1582] }` */
  readonly annotations?: readonly { readonly [name: string]: readonly ValueJson[] }[];
  readonly properties: { readonly [name: string]: ValueJson };
}
/**
 * Numbers are in base units; words, texts and colors are strings, told apart by the property; tuples and lists are
 * arrays; calls are objects of one field, whose arguments are an array by place or an object by name; `{ "name": … }`
 * is what the session declared, `{ "from": …, "to": … }` a range, with `below` for one that does not hold its end.
 */
export type ValueJson = number | string | boolean | readonly ValueJson[] | { readonly [name: string]: ValueJson };
