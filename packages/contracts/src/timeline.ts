import { z } from 'zod';
import { PortfolioRow, programmeChoice } from './portfolio.js';
import { askedTime, AwardKind, Confidence, Day, KnownTime, Level, ProcessStep, Slug } from './values.js';

/** `programme`: only that programme's clusters. Without it: the national portfolio. */
export const TimelineQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional(), programme: Slug.optional() });

export const DateAhead = z.object({
  kind: z.enum([
    'self-test',
    'order',
    'submission',
    'audit',
    'booked-audit',
    'expected-decision',
    'end',
    'window-end',
    'plan-due',
    'level-due',
    'waiver-end',
  ]),
  on: Day,
  /** Last day of an audit that lasts. */
  untilOn: Day.nullable(),
  overdue: z.boolean(),
});
export type DateAhead = z.infer<typeof DateAhead>;

/** A row of the portfolio as far as its bars and dates go. */
export const TimelineRow = PortfolioRow.pick({
  id: true,
  slug: true,
  name: true,
  shortName: true,
  level: true,
  status: true,
  requiredStatus: true,
  verdict: true,
  exitedOn: true,
  validUntil: true,
  validUntilConfidence: true,
  validUntilPartial: true,
  daysLeft: true,
  needsAction: true,
  officer: true,
  illustrative: true,
  booking: true,
  orderBy: true,
  spans: true,
})
  .extend({
    /** The day by which the required level must have been awarded anew; null where there is none to count from. */
    recertifyBy: Day.nullable(),
    /** The term that the booked audit would lead to, as long as its decision is still expected; null without one. */
    projection: z.object({ from: Day, to: Day }).nullable(),
    /** Still to come, or passed undone; in order of time. */
    dates: z.array(DateAhead),
  })
  .meta({ id: 'TimelineRow' });
export type TimelineRow = z.infer<typeof TimelineRow>;

export const Timeline = z
  .object({
    ...askedTime,
    ...programmeChoice,
    /** How many fall before the half-year that begins at least six months ahead, and the first of all. */
    coming: z.object({
      before: Day,
      count: z.int(),
      first: z.object({ slug: Slug, name: z.string(), on: Day }).nullable(),
      /** Bound clusters, or such of which nobody knows, without a day to count from. */
      undated: z.int(),
    }),
    /** Days to recertify by, quarter by quarter, empty ones included. */
    quarters: z.array(z.object({ startsOn: Day, endsOn: Day, clusters: z.array(Slug) })),
    /** By the day to recertify by; those without one last. */
    rows: z.array(TimelineRow),
  })
  .meta({ id: 'Timeline' });
export type Timeline = z.infer<typeof Timeline>;

/** The way to an award, each step with what it rests on. */
export const ChainReading = z
  .object({
    ...askedTime,
    chain: z
      .object({
        kind: AwardKind,
        level: Level,
        anchor: z.enum(['end', 'plan-due', 'level-due', 'window-end']),
        anchorOn: Day,
        steps: z.array(
          z.object({
            step: ProcessStep,
            startsOn: Day.nullable(),
            latestOn: Day.nullable(),
            /** Working days from the day asked about; negative when passed, null outside the known calendar. */
            slackWorkingDays: z.int().nullable(),
            overdue: z.boolean(),
            /** A closed day rolled the step back: that day, and why it is closed. */
            rolledBack: z.object({ from: Day, because: z.string() }).nullable(),
            rule: z.object({ label: z.string(), source: z.string(), confidence: Confidence }),
            /** Of the distances up to the order that no source gives, the longest. */
            binds: z.boolean(),
          }),
        ),
        /** Length of the audit in working days, by the rule. */
        auditLasts: z.int(),
      })
      .nullable(),
  })
  .meta({ id: 'ChainReading' });
export type ChainReading = z.infer<typeof ChainReading>;

/** `lastDayOn` absent: as long as the rule says. Nothing is saved. */
export const AuditTrialQuery = z.strictObject({
  firstDayOn: Day,
  lastDayOn: Day.optional(),
  on: Day.optional(),
  known: KnownTime.optional(),
});
export const AuditTrialView = z
  .object({
    /** Null where there is nothing to count from, or no rule for the way from audit to decision. */
    trial: z
      .object({
        firstDayOn: Day,
        lastDayOn: Day,
        projectedDecisionOn: Day,
        anchorOn: Day,
        inTime: z.boolean(),
        /** Calendar days from the decision to the anchor; negative when too late. */
        daysToSpare: z.int(),
        submitBy: Day.nullable(),
        orderBy: Day.nullable(),
        /** The order should have been placed before the day asked about. */
        orderPassed: z.boolean(),
        /** Days of the audit on which nobody works. */
        closed: z.array(z.object({ on: Day, because: z.string() })),
        /** The validity that the rules would propose. */
        validity: z.object({ kind: AwardKind, validFrom: Day.nullable(), validUntil: Day }).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'AuditTrial' });
export type AuditTrialView = z.infer<typeof AuditTrialView>;
