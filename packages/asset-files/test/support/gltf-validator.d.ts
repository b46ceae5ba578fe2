// What the tests use of the Khronos validator, which has no types.
declare module 'gltf-validator' {
  export interface Issue {
    readonly code: string;
    readonly message: string;
    readonly severity: 0 | 1 | 2 | 3;
    readonly pointer?: string;
  }
  export interface Report {
    readonly issues: { readonly messages: readonly Issue[] };
  }
  export interface Options {
    readonly maxIssues?: number;
    readonly writeTimestamp?: boolean;
    readonly externalResourceFunction?: (uri: string) => Promise<Uint8Array>;
  }
  export function validateBytes(bytes: Uint8Array, options?: Options): Promise<Report>;
}
