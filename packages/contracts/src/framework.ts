import { z } from 'zod';
import { Confidence, Day, Id, KnownTime, Level, ReasonText, Revision, Slug, Source, Text } from './values.js';

/** Code of an indicator or of a dimension. */
export const IndicatorCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,11}$/);
const Figure = z.number().min(0).max(10_000);
const Name = Text(160);

const ScaleStepView = z.strictObject({ value: Figure, nameDa: Text(80), nameEn: Text(80) });

const FrameworkIndicatorView = z.strictObject({
  code: IndicatorCode,
  nameDa: Name,
  nameEn: Name,
  dimension: IndicatorCode,
  measuresDa: Text(400),
  measuresEn: Text(400),
  scale: z.array(ScaleStepView).max(20),
  maximum: Figure,
  /** Null: not public, and it binds nothing. */
  minimum: Figure.nullable(),
  weight: Figure,
  source: Source,
  confidence: Confidence,
  /** How sure scale, minimum and weight are. */
  valuesConfidence: Confidence,
});

/** A framework as it is imported and exported: the same document in and out. `state` of an imported one is always `draft`. */
export const FrameworkDocument = z
  .strictObject({
    level: Level,
    version: Text(40),
    effectiveFrom: Day,
    effectiveUntil: Day.nullable(),
    source: Source,
    confidence: Confidence,
    passRule: z.strictObject({
      shareOfTotal: z.number().min(0).max(100),
      /** Codes of the indicators whose minimum binds, or all that state one. */
      bindingMinimums: z.union([z.literal('all'), z.array(IndicatorCode).max(200)]),
    }),
    dimensions: z.array(z.strictObject({ code: IndicatorCode, nameDa: Name, nameEn: Name })).max(40),
    indicators: z.array(FrameworkIndicatorView).max(200),
  })
  .meta({ id: 'FrameworkDocument' });
export type FrameworkDocument = z.infer<typeof FrameworkDocument>;

const FrameworkStateName = z.enum(['draft', 'active', 'retired']);

export const FrameworkView = z
  .object({ id: Id, revision: z.int(), state: FrameworkStateName, document: FrameworkDocument })
  .meta({ id: 'Framework' });
export type FrameworkView = z.infer<typeof FrameworkView>;

export const FrameworkQuery = z.strictObject({ known: KnownTime.optional() });
export const FrameworkList = z
  .object({
    frameworks: z.array(
      z.object({
        id: Id,
        revision: z.int(),
        state: FrameworkStateName,
        level: Level,
        version: z.string(),
        effectiveFrom: Day,
        effectiveUntil: Day.nullable(),
        indicators: z.int(),
        /** Of these, how many have a scale, minimum or weight that is an assumption. */
        assumed: z.int(),
        /** Of these, how many state a minimum that binds. */
        minimums: z.int(),
        source: z.string(),
        confidence: Confidence,
      }),
    ),
  })
  .meta({ id: 'FrameworkList' });
export type FrameworkList = z.infer<typeof FrameworkList>;

export const FrameworkImport = z.strictObject({ document: FrameworkDocument, reason: ReasonText });
export const FrameworkActivation = z.strictObject({ revision: Revision, reason: ReasonText });

/** A version with what its pass rule asks for. */
const ComparedVersion = z.object({ id: Id, version: z.string(), shareOfTotal: z.number(), minimums: z.int() });
const ComparedScore = z.object({ outcome: z.enum(['reached', 'not-reached', 'undecided']), share: z.number().nullable() });
/** What a version changes against the one it would supersede, or did. */
export const FrameworkComparison = z
  .object({
    from: ComparedVersion.nullable(),
    to: ComparedVersion,
    changes: z.array(
      z.object({
        indicator: z.string(),
        name: z.string(),
        change: z.enum(['added', 'removed', 'changed']),
        fields: z.array(z.enum(['scale', 'maximum', 'minimum', 'weight', 'dimension'])),
      }),
    ),
    /** Clusters with a closed assessment under the earlier version; the newest of each counts. */
    clusters: z.array(
      z.object({
        slug: Slug,
        name: z.string(),
        kind: z.enum(['self-test', 'expert-a', 'expert-b', 'agreed']),
        round: z.int(),
        illustrative: z.boolean(),
        before: ComparedScore,
        after: ComparedScore,
        /** Codes that cannot be carried over as they were answered. */
        lost: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'FrameworkComparison' });
export type FrameworkComparison = z.infer<typeof FrameworkComparison>;
