import { addDays, laterOf, type CalendarDate } from '@klyngevagt/scoring';
import type { EntityManager } from 'typeorm';
import { ActionPlanEntity } from '../entities/action-plan.js';
import { AuditBookingEntity } from '../entities/audit-booking.js';
import { AwardEntity } from '../entities/award.js';
import { ContactNoteEntity } from '../entities/contact-note.js';
import { MembershipEntity } from '../entities/membership.js';
import { ProgrammeEntity } from '../entities/programme.js';
import { RecordConfirmationEntity } from '../entities/record-confirmation.js';
import type { DemoContext } from './demo-context.js';
import { illustrative } from './illustrative.js';
import { monthEndAfter, openDayFrom, periodStart } from './illustrative-days.js';
import { innovationskraft, klyngeprogram } from './sourced-programmes.js';
import { officers } from './demo-people.js';

type OfficerKey = keyof typeof officers;

/**
 * Harmless inventions about real organisations: labels in force or expiring, one on its way by plan, two of which nothing is known.
 * The booking day of those that expire lies ahead, so that no day near the seeding shows one of them in default.
 */
const goldEnds: readonly { slug: string; officer: OfficerKey; endsInDays: number; auditDaysBeforeEnd?: number }[] = [
  { slug: 'energy-cluster-denmark', officer: 'mette', endsInDays: 150 },
  { slug: 'danish-life-science-cluster', officer: 'mette', endsInDays: 118 },
  { slug: 'censec', officer: 'sara', endsInDays: 110, auditDaysBeforeEnd: 60 },
  { slug: 'clean', officer: 'jonas', endsInDays: 187 },
  { slug: 'food-bio-cluster-denmark', officer: 'jonas', endsInDays: 300 },
  { slug: 'we-build-denmark', officer: 'sara', endsInDays: 335 },
  { slug: 'digitallead', officer: 'mette', endsInDays: 455 },
  { slug: 'odense-robotics', officer: 'jonas', endsInDays: 540 },
  { slug: 'danish-sound-cluster', officer: 'sara', endsInDays: 665 },
  { slug: 'lifestyle-design-cluster', officer: 'jonas', endsInDays: 730 },
];

const unknown: readonly { slug: string; officer: OfficerKey }[] = [
  { slug: 'made', officer: 'jonas' },
  { slug: 'vision-denmark', officer: 'mette' },
];

const byPlan = { slug: 'copenhagen-fintech', officer: 'sara' as OfficerKey };

export async function seedNationalDemo(manager: EntityManager, context: DemoContext): Promise<void> {
  for (const { slug, officer, endsInDays, auditDaysBeforeEnd } of goldEnds) {
    const endsOn = monthEndAfter(context.on, endsInDays);
    await seedMember(manager, context, slug, officer);
    await seedGold(manager, context, slug, endsOn);
    await confirmRecord(manager, context, slug, officer);
    if (auditDaysBeforeEnd !== undefined) await seedBooking(manager, context, slug, addDays(endsOn, -auditDaysBeforeEnd), 1);
  }
  for (const { slug, officer } of unknown) await seedMember(manager, context, slug, officer);
  await seedByPlan(manager, context);
  await seedNotes(manager, context);
}

async function seedMember(manager: EntityManager, context: DemoContext, slug: string, officer: OfficerKey): Promise<void> {
  const clusterId = context.cluster(slug);
  const programme = await manager.findOneByOrFail(ProgrammeEntity, { slug: klyngeprogram });
  await manager.query('update cluster set responsible_officer_id = $1, revision = revision + 1 where id = $2', [
    context.person(officers[officer]),
    clusterId,
  ]);
  await manager.insert(MembershipEntity, {
    clusterId,
    programmeId: programme.id,
    member: 'yes',
    bound: 'yes',
    startsOn: programme.startsOn,
    endsOn: programme.endsOn,
    ...illustrative,
  });
}

/** A first award and its renewal without a gap; before them an accepted plan, so that no earlier day of a programme looks like default. */
async function seedGold(manager: EntityManager, context: DemoContext, slug: string, endsOn: CalendarDate): Promise<void> {
  const clusterId = context.cluster(slug);
  const renewedFrom = periodStart(endsOn, 36);
  const firstEnd = addDays(renewedFrom, -1);
  const firstFrom = periodStart(firstEnd, 24);
  const gold = { clusterId, level: 'gold', validUntilBasis: 'certificate', ...illustrative } as const;
  await manager.insert(AwardEntity, [
    { ...gold, kind: 'first', assessedOn: addDays(firstFrom, -40), approvedOn: firstFrom, validFrom: firstFrom, validUntil: firstEnd },
    {
      ...gold,
      kind: 'renewal',
      assessedOn: addDays(renewedFrom, -60),
      approvedOn: addDays(renewedFrom, -20),
      validFrom: renewedFrom,
      validUntil: endsOn,
    },
  ]);
  for (const programmeSlug of [innovationskraft, klyngeprogram]) await seedEarlierPlan(manager, context, slug, programmeSlug, firstFrom);
}

async function seedEarlierPlan(
  manager: EntityManager,
  context: DemoContext,
  slug: string,
  programmeSlug: string,
  goldFrom: CalendarDate,
): Promise<void> {
  const programme = await manager.findOneByOrFail(ProgrammeEntity, { slug: programmeSlug });
  if (goldFrom <= programme.startsOn) return;
  await manager.insert(ActionPlanEntity, {
    clusterId: context.cluster(slug),
    programmeId: programme.id,
    proposedOn: addDays(programme.startsOn, -60),
    acceptedOn: programme.startsOn,
    dueOn: programme.endsOn,
    text: 'Guldaudit gennemføres hurtigst muligt i programperioden.',
    ...illustrative,
  });
}

async function confirmRecord(manager: EntityManager, context: DemoContext, slug: string, officer: OfficerKey): Promise<void> {
  await manager.insert(RecordConfirmationEntity, {
    clusterId: context.cluster(slug),
    confirmedOn: addDays(context.on, -16),
    confirmedById: context.person(officers[officer]),
    ...illustrative,
  });
}

async function seedBooking(manager: EntityManager, context: DemoContext, slug: string, from: CalendarDate, days: 1 | 2): Promise<void> {
  const firstDayOn = openDayFrom(from, context.closedDays);
  const lastDayOn = days === 1 ? firstDayOn : openDayFrom(addDays(firstDayOn, 1), context.closedDays);
  await manager.insert(AuditBookingEntity, {
    clusterId: context.cluster(slug),
    level: 'gold',
    firstDayOn,
    lastDayOn,
    form: 'on-site',
    place: 'Hos klyngen',
    state: 'confirmed',
    reportedOn: addDays(context.on, -2),
    reportedByRole: 'officer',
    ...illustrative,
  });
}

/** Silver in force, gold promised by an accepted plan, the audit for it booked. */
async function seedByPlan(manager: EntityManager, context: DemoContext): Promise<void> {
  const clusterId = context.cluster(byPlan.slug);
  const silverEnds = monthEndAfter(context.on, 400);
  const silverFrom = periodStart(silverEnds, 24);
  const dueOn = monthEndAfter(context.on, 200);
  await seedMember(manager, context, byPlan.slug, byPlan.officer);
  await manager.insert(AwardEntity, {
    clusterId,
    level: 'silver',
    kind: 'first',
    assessedOn: addDays(silverFrom, -40),
    approvedOn: silverFrom,
    validFrom: silverFrom,
    validUntil: silverEnds,
    validUntilBasis: 'certificate',
    ...illustrative,
  });
  for (const slug of [innovationskraft, klyngeprogram]) {
    const programme = await manager.findOneByOrFail(ProgrammeEntity, { slug });
    await manager.insert(ActionPlanEntity, {
      clusterId,
      programmeId: programme.id,
      proposedOn: addDays(programme.startsOn, -60),
      acceptedOn: programme.startsOn,
      dueOn: slug === klyngeprogram ? laterOf(dueOn, programme.startsOn) : programme.endsOn,
      text: 'Fra sølv til guld: tre forbedringsområder, derefter guldaudit.',
      ...illustrative,
    });
  }
  await confirmRecord(manager, context, byPlan.slug, byPlan.officer);
  await seedBooking(manager, context, byPlan.slug, addDays(dueOn, -70), 2);
}

async function seedNotes(manager: EntityManager, context: DemoContext): Promise<void> {
  const note = (slug: string, officer: OfficerKey, daysAgo: number, body: string) => ({
    clusterId: context.cluster(slug),
    notedOn: addDays(context.on, -daysAgo),
    authorId: context.person(officers[officer]),
    body,
    ...illustrative,
  });
  await manager.insert(ContactNoteEntity, [
    note('energy-cluster-denmark', 'mette', 6, 'Talt med klyngen: de vil gerne have auditten lagt uden for vinterferien.'),
    note('danish-life-science-cluster', 'mette', 1, 'Klyngen er i gang med selvtesten og spørger ESCA om ledige dage.'),
    note('made', 'jonas', 12, 'Bedt om kopi af det gældende certifikat. Afventer svar.'),
    note('vision-denmark', 'mette', 20, 'Tildelingen i 2024 er kendt, men udløbsdatoen er ikke bekræftet.'),
  ]);
}
