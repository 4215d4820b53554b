/** First letter large: words of the catalogue stand in small letters, so that they fit inside sentences. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
