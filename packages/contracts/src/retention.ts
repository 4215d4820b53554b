import { z } from 'zod';
import { Day } from './values.js';

const Erased = z.object({
  people: z.int(),
  mails: z.int(),
  /** Reasons, notes and the words of corrections. */
  texts: z.int(),
});

/** How the erasing of what has outlived its years goes. The years themselves are rules. */
export const Retention = z
  .object({
    /** The newest run, whether it found anything or not; null: never yet. */
    lastRun: z.object({ at: z.string(), isFailed: z.boolean() }).nullable(),
    nextRunAt: z.string().nullable(),
    /** The newest day on which something was erased; null: never yet. */
    lastErased: Erased.extend({ on: Day }).nullable(),
    total: Erased,
  })
  .meta({ id: 'Retention' });
export type Retention = z.infer<typeof Retention>;
