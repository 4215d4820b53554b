import { addDays, milestones, type CalendarDate, type CaseState, type Milestone } from '@klyngevagt/scoring';
import type { EntityManager } from 'typeorm';
import { AuditBookingEntity } from '../entities/audit-booking.js';
import { AuditExpertEntity } from '../entities/audit-expert.js';
import { AwardEntity } from '../entities/award.js';
import { CaseMilestoneEntity } from '../entities/case-milestone.js';
import { ProgrammeEntity } from '../entities/programme.js';
import { RecertificationCaseEntity } from '../entities/recertification-case.js';
import type { DemoContext } from './demo-context.js';
import { illustrative } from './illustrative.js';
import { openDayFrom } from './illustrative-days.js';
import { klyngeprogram } from './sourced-programmes.js';

/** Days from the seeding; a planned or booked day is the open one from there on. */
interface CaseSeed {
  slug: string;
  openedDaysAgo: number;
  state?: Extract<CaseState, 'open' | 'failed'>;
  decidedDaysAgo?: number;
  cureEndsInDays?: number;
  note?: string;
  done?: Partial<Record<Milestone, number>>;
  planned?: Partial<Record<Milestone, number>>;
  notes?: Partial<Record<Milestone, string>>;
}

/** Of a real organisation: opened, nothing booked, nothing late. */
const nationalCase: CaseSeed = {
  slug: 'energy-cluster-denmark',
  openedDaysAgo: 12,
  planned: { 'gap-analysis': 2 },
  notes: { 'gap-analysis': 'Klyngen har fået skabelonen og begynder i næste uge.' },
};

/** In the middle: prepared, and the booking is late. */
const runningCase: CaseSeed = {
  slug: 'sundklyngen',
  openedDaysAgo: 75,
  done: { 'gap-analysis': -60, 'self-test': -35 },
  planned: { order: -14, documentation: 10 },
  notes: { order: 'Venter på, at ESCA svarer om ledige dage.' },
};

/** Audited and not passed: what was missing is to be mended by a day of its own. */
const failedCase: CaseSeed = {
  slug: 'fjordklyngen',
  openedDaysAgo: 260,
  state: 'failed',
  decidedDaysAgo: 24,
  cureEndsInDays: 75,
  note: 'To indikatorer lå under minimum: strategi og måling af resultater.',
  done: {
    'gap-analysis': -235,
    'self-test': -210,
    order: -190,
    experts: -150,
    documentation: -135,
    submission: -121,
    audit: -90,
    report: -45,
    decision: -24,
  },
};

export async function seedNationalCase(manager: EntityManager, context: DemoContext): Promise<void> {
  const { endsOn } = await manager.findOneByOrFail(ProgrammeEntity, { slug: klyngeprogram });
  if (context.on <= endsOn) await seedCase(manager, context, nationalCase);
}

export async function seedExerciseCases(manager: EntityManager, context: DemoContext): Promise<void> {
  await seedCase(manager, context, runningCase);
  await seedCase(manager, context, failedCase);
  await seedHeldAudit(manager, context);
}

async function seedCase(manager: EntityManager, context: DemoContext, seed: CaseSeed): Promise<void> {
  const clusterId = context.cluster(seed.slug);
  const renewed = await manager.findOneOrFail(AwardEntity, {
    where: { clusterId, level: 'gold', kind: 'renewal', confidence: illustrative.confidence },
  });
  const { state = 'open', decidedDaysAgo, cureEndsInDays, note = null } = seed;
  const { id: caseId } = await manager.save(
    manager.create(RecertificationCaseEntity, {
      clusterId,
      cycle: `gold:renewal:${renewed.id}`,
      level: 'gold',
      kind: 'renewal',
      openedOn: addDays(context.on, -seed.openedDaysAgo),
      state,
      decidedOn: decidedDaysAgo === undefined ? null : addDays(context.on, -decidedDaysAgo),
      cureEndsOn: cureEndsInDays === undefined ? null : addDays(context.on, cureEndsInDays),
      note,
      ...illustrative,
    }),
  );
  const day = (days: number | undefined): CalendarDate | null =>
    days === undefined ? null : openDayFrom(addDays(context.on, days), context.closedDays);
  await manager.insert(
    CaseMilestoneEntity,
    milestones.map((milestone) => ({
      clusterId,
      caseId,
      milestone,
      plannedOn: day(seed.planned?.[milestone]),
      doneOn: day(seed.done?.[milestone]),
      note: seed.notes?.[milestone] ?? null,
      ...illustrative,
    })),
  );
}

/** The audit that was not passed, with experts who do not exist. */
async function seedHeldAudit(manager: EntityManager, context: DemoContext): Promise<void> {
  const clusterId = context.cluster(failedCase.slug);
  const heldOn = openDayFrom(addDays(context.on, failedCase.done?.audit ?? 0), context.closedDays);
  const { id: bookingId } = await manager.save(
    manager.create(AuditBookingEntity, {
      clusterId,
      level: 'gold',
      firstDayOn: heldOn,
      lastDayOn: heldOn,
      form: 'on-site',
      place: 'Fjordby Rådhus, mødesal 2',
      state: 'held',
      reportedOn: openDayFrom(addDays(context.on, failedCase.done?.order ?? 0), context.closedDays),
      reportedByRole: 'officer',
      ...illustrative,
    }),
  );
  await manager.insert(AuditExpertEntity, [
    { clusterId, bookingId, name: 'Astrid Norberg (opdigtet)', country: 'NO', hasConflict: false, ...illustrative },
    { clusterId, bookingId, name: 'Ulrich Weber (opdigtet)', country: 'DE', hasConflict: false, ...illustrative },
  ]);
}
