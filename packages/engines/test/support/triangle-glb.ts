// A GLB of one right-angled triangle, 1 m high and wide, 2 m before a camera that sees 90° from top to bottom.

export function triangleGlb(id: number): Uint8Array {
  const positions = Float32Array.of(-0.5, -0.5, -2, 0.5, -0.5, -2, -0.5, 0.5, -2);
  const json = {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: [0, 1] }],
    nodes: [{ mesh: 0, extras: { id } }, { camera: 0 }],
    cameras: [{ type: 'perspective', perspective: { yfov: Math.PI / 2, aspectRatio: 1, znear: 0.1, zfar: 100 } }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 3, type: 'VEC3', min: [-0.5, -0.5, -2], max: [0.5, 0.5, -2] },
    ],
    bufferViews: [{ buffer: 0, byteLength: positions.byteLength }],
    buffers: [{ byteLength: positions.byteLength }],
  };
  const text = JSON.stringify(json);
  const header = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4));
  const binary = Buffer.from(positions.buffer);
  const words = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer);
  return new Uint8Array(
    Buffer.concat([
      words(0x46546c67, 2, 12 + 8 + header.length + 8 + binary.length),
      words(header.length, 0x4e4f534a),
      header,
      words(binary.length, 0x004e4942),
      binary,
    ]),
  );
}
