/** Hands a text to the browser as a file of that name. */
export function saveFile(text: string, name: string): void {
  saveBlob(new Blob([text], { type: 'text/csv;charset=utf-8' }), name);
}

/** A file that the server wrote and sent as text. */
export function saveBytes({ name, mediaType, base64 }: { name: string; mediaType: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  saveBlob(new Blob([bytes], { type: mediaType }), name);
}

/** A file that the server sent as it is. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
