// Turns the written form of an asset's id into its parts, and back: `tree/oak#3`.

/** `tree/oak`, and which individual if that is said. */
export interface AssetId {
  readonly species: string;
  readonly individual?: number;
}

/** Undefined for what is no id at all. The form is the language's: `class/species` or `class/species#variant`. */
export function parseAssetId(text: string): AssetId | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [, species = '', individual] = match;
  return individual === undefined ? { species } : { species, individual: Number(individual) };
}

export function printAssetId(species: string, individual: number): string {
  return `${species}#${individual}`;
}

const FORM = /^([a-z][a-z0-9_-]*\/[a-z0-9][a-z0-9_-]*)(?:#(0|[1-9][0-9]*))?$/;
