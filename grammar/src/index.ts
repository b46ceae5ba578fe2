// The language's surface as data: prefix states and grammar exports.
export {};
