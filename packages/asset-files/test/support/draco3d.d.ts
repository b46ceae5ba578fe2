// What the tests use of Draco, which has no types.
declare module 'draco3d' {
  const draco3d: { createEncoderModule(): Promise<unknown> };
  export default draco3d;
}
