import { addDays, type CalendarDate } from '@klyngevagt/scoring';
import type { EntityManager } from 'typeorm';
import { ActionPlanEntity } from '../entities/action-plan.js';
import { AwardEntity } from '../entities/award.js';
import { ClusterEntity } from '../entities/cluster.js';
import { MembershipEntity } from '../entities/membership.js';
import { ObligationEntity } from '../entities/obligation.js';
import { PlanMilestoneEntity } from '../entities/plan-milestone.js';
import { ProgrammeEntity } from '../entities/programme.js';
import { RecordConfirmationEntity } from '../entities/record-confirmation.js';
import { WaiverEntity } from '../entities/waiver.js';
import type { DemoContext } from './demo-context.js';
import { officers } from './demo-people.js';
import { illustrative } from './illustrative.js';
import { monthEndBefore, periodStart } from './illustrative-days.js';

export const oevelsesprogram = 'oevelsesprogram';

/** Organisations, places and dates that do not exist: the grave states are shown on them. */
const inventedClusters = [
  { slug: 'klitklyngen', name: 'Klitklyngen', city: 'Sandhavn', domainDa: 'Kyst og klima', domainEn: 'Coast and climate' },
  { slug: 'fjordklyngen', name: 'Fjordklyngen', city: 'Fjordby', domainDa: 'Blå fødevarer', domainEn: 'Blue food' },
  { slug: 'sundklyngen', name: 'Sundklyngen', city: 'Sundkøbing', domainDa: 'Sundhedsteknologi', domainEn: 'Health technology' },
  { slug: 'hedeklyngen', name: 'Hedeklyngen', city: 'Hedestad', domainDa: 'Ny skovdrift', domainEn: 'New forestry' },
] as const;

type InventedSlug = (typeof inventedClusters)[number]['slug'];

const responsible: Record<InventedSlug, keyof typeof officers> = {
  klitklyngen: 'sara',
  fjordklyngen: 'mette',
  sundklyngen: 'mette',
  hedeklyngen: 'jonas',
};

/** Days from the seeding to the end of gold. Lapsed; renewable; at risk (the last safe booking day has passed); and one revoked below. */
const goldEndsInDays: Record<InventedSlug, number> = { hedeklyngen: -400, fjordklyngen: -120, sundklyngen: 98, klitklyngen: 500 };

/** The clusters come first: people are bound to them. */
export async function seedInventedClusters(manager: EntityManager): Promise<void> {
  await manager.insert(
    ClusterEntity,
    inventedClusters.map(
      (cluster) => ({ ...cluster, kind: 'spirende', portfolio: 'exercise', notes: 'Opdigtet', ...illustrative }) as const,
    ),
  );
}

export async function seedExercise(manager: EntityManager, context: DemoContext): Promise<void> {
  const programme = await seedProgramme(manager, context.on);
  for (const { slug } of inventedClusters) {
    const clusterId = context.cluster(slug);
    const officerId = context.person(officers[responsible[slug]]);
    await manager.update(ClusterEntity, { id: clusterId }, { responsibleOfficerId: officerId });
    await manager.insert(MembershipEntity, {
      clusterId,
      programmeId: programme.id,
      member: 'yes',
      bound: 'yes',
      startsOn: programme.startsOn,
      endsOn: programme.endsOn,
      ...illustrative,
    });
    await manager.insert(RecordConfirmationEntity, {
      clusterId,
      confirmedOn: addDays(context.on, -9),
      confirmedById: officerId,
      ...illustrative,
    });
    await seedGold(manager, context, slug);
  }
  await manager.insert(WaiverEntity, {
    clusterId: context.cluster('klitklyngen'),
    programmeId: programme.id,
    startsOn: addDays(context.on, -30),
    endsOn: addDays(context.on, 120),
    proposedOn: addDays(context.on, -36),
    proposedById: context.person(officers.sara),
    approvedOn: addDays(context.on, -32),
    decidedById: context.person(officers.mette),
    text: 'Dispensation, mens organisationen bygges op igen.',
    ...illustrative,
  });
  await seedProposals(manager, context, programme.id);
}

/** What waits for an officer: a plan with its steps, and an exemption that needs a second person. */
async function seedProposals(manager: EntityManager, context: DemoContext, programmeId: string): Promise<void> {
  const clusterId = context.cluster('hedeklyngen');
  const plan = await manager.save(
    manager.create(ActionPlanEntity, {
      clusterId,
      programmeId,
      proposedOn: addDays(context.on, -6),
      dueOn: addDays(context.on, 240),
      text: 'Klyngen samler dokumentation, gennemfører selvtesten og booker guldaudit.',
      ...illustrative,
    }),
  );
  const milestone = (text: string, days: number) => ({
    clusterId,
    planId: plan.id,
    text,
    dueOn: addDays(context.on, days),
    ...illustrative,
  });
  await manager.insert(PlanMilestoneEntity, [
    milestone('Selvtesten er udfyldt', 40),
    milestone('Audit er booket hos ESCA', 75),
    milestone('Dokumentationen er sendt til eksperterne', 150),
  ]);
  await manager.insert(WaiverEntity, {
    clusterId: context.cluster('fjordklyngen'),
    programmeId,
    startsOn: context.on,
    endsOn: addDays(context.on, 90),
    proposedOn: addDays(context.on, -2),
    proposedById: context.person(officers.jonas),
    text: 'Klyngen er ved at flytte og kan ikke tage imod eksperterne.',
    ...illustrative,
  });
}

async function seedProgramme(manager: EntityManager, on: CalendarDate): Promise<ProgrammeEntity> {
  const year = Number(on.slice(0, 4));
  const period = { startsOn: `${year - 6}-01-01` as CalendarDate, endsOn: `${year + 3}-12-31` as CalendarDate };
  const programme = await manager.save(
    manager.create(ProgrammeEntity, {
      slug: oevelsesprogram,
      nameDa: 'Øvelsesprogram (opdigtet)',
      nameEn: 'Exercise programme (invented)',
      portfolio: 'exercise',
      ...period,
      ...illustrative,
    }),
  );
  await manager.insert(ObligationEntity, {
    programmeId: programme.id,
    requiredLevel: 'gold',
    acceptsRenewalWindow: false,
    ...period,
    ...illustrative,
  });
  return programme;
}

async function seedGold(manager: EntityManager, context: DemoContext, slug: InventedSlug): Promise<void> {
  const endsOn = monthEndBefore(context.on, goldEndsInDays[slug]);
  const validFrom = periodStart(endsOn, 36);
  const firstEnd = addDays(validFrom, -1);
  const gold = { clusterId: context.cluster(slug), level: 'gold', validUntilBasis: 'certificate', ...illustrative } as const;
  await manager.insert(AwardEntity, [
    { ...gold, kind: 'first', approvedOn: periodStart(firstEnd, 24), validFrom: periodStart(firstEnd, 24), validUntil: firstEnd },
    {
      ...gold,
      kind: 'renewal',
      approvedOn: addDays(validFrom, -20),
      validFrom,
      validUntil: endsOn,
      revokedOn: slug === 'klitklyngen' ? addDays(context.on, -40) : null,
    },
  ]);
}
