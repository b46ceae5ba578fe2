// Decodes and encodes PNG and JPEG.
export {};
