// Turns the bytes of a .glb file into what the Khronos validator finds wrong with it.

export interface ValidatedGltf {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** At most ten of each kind: one mistake in a mesh makes thousands. */
export async function validateGltf(bytes: Uint8Array, name: string): Promise<ValidatedGltf> {
  // Loaded only now: it is large.
  const { validateBytes } = await import('gltf-validator');
  try {
    const { issues } = await validateBytes(new Uint8Array(bytes), { uri: name, maxIssues: 100 });
    const of = (severity: number) =>
      issues.messages
        .filter((issue) => issue.severity === severity)
        .slice(0, 10)
        .map(({ code, message, pointer }) => `${code} at ${pointer ?? 'the whole'}: ${message.replace(/\.$/, '')}`);
    return { errors: of(0), warnings: of(1) };
  } catch (error) {
    return { errors: [`the validator cannot read it: ${String(error).slice(0, 200)}`], warnings: [] };
  }
}
