import { z } from 'zod';
import { Confidence, Day, Id, KnownTime } from './values.js';

export const RuleQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional() });

export const RuleView = z
  .object({
    id: Id,
    group: z.enum(['validity', 'renewal-window', 'figure', 'process-step', 'reminder-step']),
    label: z.string(),
    value: z.string(),
    effectiveFrom: Day,
    source: z.string(),
    confidence: Confidence,
  })
  .meta({ id: 'Rule' });
export const RuleList = z
  .object({
    rules: z.array(RuleView),
    /** From and to: the years for which closed days are entered; null where there are none. */
    closedDays: z.object({ from: Day.nullable(), to: Day.nullable(), next: z.array(z.object({ on: Day, name: z.string() })) }),
  })
  .meta({ id: 'RuleList' });
export type RuleList = z.infer<typeof RuleList>;
