// About how many bytes a prefix lacks until it can end: a guide for searches, not a bound.
import type { Frame, PrefixState } from './prefix-state.ts';
import type { Attributes } from './typed/attributes.ts';
import { isRequired } from './typed/names.ts';

/** Counts what the open rules lack: brackets to close, properties and arguments that are required. */
export function bytesToEnd({ paths: [path] }: PrefixState): number {
  let bytes = 0;
  for (let at: Frame | undefined = path?.frame; at !== undefined; at = at.parent) bytes += bytesOf(at.attributes);
  return bytes;
}

/** `: (0, 0),` and the like, behind the name of a property. */
const VALUE = 9;

function bytesOf(of: Attributes): number {
  switch (of.rule) {
    case 'element':
      return of.body === undefined && of.meaning === undefined ? 4 : 0;
    case 'elementBody': {
      const missing = (of.meaning.properties ?? []).filter(
        (one) => isRequired(one, of.frame) && !of.given.includes(one.name),
      );
      return missing.reduce((sum, { name }) => sum + name.length + VALUE, 2);
    }
    case 'field':
      // The property is not among those given until its value is complete.
      return of.definition !== undefined && isRequired(of.definition, of.frame) ? -of.name.length : 0;
    case 'primary': {
      if (of.open === undefined) return 0;
      if (of.call === undefined) return 1;
      const { definition, signatures, given } = of.call;
      const parameters = definition.signatures[signatures[0] ?? 0]?.parameters ?? [];
      const missing = parameters.filter((one) => one.default === undefined && !given.includes(one.name));
      return 1 + 3 * missing.length;
    }
    case 'body':
    case 'prefab':
    case 'for_':
    case 'if_':
    case 'scatter':
      return 2;
    default:
      return 0;
  }
}
