// Turns the bytes of a .glb or .gltf file into what the Khronos validator finds wrong with it.
import { openContainer, type ReadResource } from '@diorama/assets';

/** At most ten errors: one mistake in a mesh makes thousands. `read` reads what the file names beside it. */
export async function validateGltf(bytes: Uint8Array, name: string, read: ReadResource): Promise<readonly string[]> {
  // Loaded only now: it is large.
  const { validateBytes } = await import('gltf-validator');
  const resources = openContainer(name, bytes, read).value?.resources;
  const externalResourceFunction = async (uri: string): Promise<Uint8Array> => {
    const resource = resources?.get(uri);
    if (resource === undefined) throw new Error(`${uri} cannot be read`);
    // A copy: the validator may keep what it is given.
    return new Uint8Array(resource);
  };
  try {
    const options = { uri: name, maxIssues: 100, externalResourceFunction };
    const { issues } = await validateBytes(new Uint8Array(bytes), options);
    return issues.messages
      .filter(({ severity }) => severity === 0)
      .slice(0, 10)
      .map(({ code, message, pointer }) => `${code} at ${pointer ?? 'the whole'}: ${message.replace(/\.$/, '')}`);
  } catch (error) {
    return [`the validator cannot read it: ${String(error).slice(0, 200)}`];
  }
}
