/** What is used of it: the package has no types. */
declare module 'gltf-validator' {
  interface ValidatorIssue {
    readonly code: string;
    readonly message: string;
    /** 0 is an error, 1 a warning, 2 and 3 are hints. */
    readonly severity: number;
    /** A JSON pointer; none for what concerns the container. */
    readonly pointer?: string;
  }
  export function validateBytes(
    bytes: Uint8Array,
    options?: {
      readonly uri?: string;
      readonly maxIssues?: number;
      /** Gives what a file names beside it; rejects where that cannot be read. */
      readonly externalResourceFunction?: (uri: string) => Promise<Uint8Array>;
    },
  ): Promise<{ readonly issues: { readonly messages: readonly ValidatorIssue[] } }>;
}
