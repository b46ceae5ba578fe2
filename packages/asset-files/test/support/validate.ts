// Asks the Khronos validator.
import { validateBytes } from 'gltf-validator';

/** What the Khronos validator says that is not a mere hint. */
export async function validate(bytes: Uint8Array): Promise<readonly string[]> {
  const { issues } = await validateBytes(new Uint8Array(bytes));
  return issues.messages.filter(({ severity }) => severity < 2).map(({ code, pointer }) => `${code} ${pointer}`);
}
