/** Mark of every invented row. Removing the demonstration takes out exactly the rows that carry it. */
export const illustrative = { source: 'Opfundet til demonstrationen', confidence: 'illustrative' } as const;
