// Image files: reading and writing.

export { decodeImage, MOST_PIXELS, type Undecodable } from './decode-image.ts';
export { encodeGrayPng } from './encode-gray-png.ts';
export { encodePng } from './encode-png.ts';
export { type ImageSize, readImageSize } from './read-image-size.ts';
