/** A cell as it was read: a number, a text, or nothing. */
export type ReadCell = string | number | boolean | null;

/** What is no such file, is too large once unpacked, or takes too long. */
export class UnreadableFileError extends Error {}
