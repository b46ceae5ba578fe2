// Quotes a piece of the user's text in a message, on one line and not too long.

export function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST).replace(/\s+/g, ' ')];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('');
}

const LONGEST = 40;
