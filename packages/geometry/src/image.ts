// A picture as bytes that every renderer can sample.

/** A picture, top row first; four bytes a pixel: sRGB red, green, blue and linear alpha, not premultiplied. */
export interface Image {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** 4 · width · height bytes. */
  readonly pixels: Uint8Array;
  /** The file that it was read from, for backends that can carry it on unchanged. */
  readonly encoded?: EncodedImage;
}

/** The bytes of an image file. */
export interface EncodedImage {
  readonly mimeType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}
