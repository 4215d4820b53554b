import type { EntityManager } from 'typeorm';
import { AwardEntity } from '../entities/award.js';
import { ClosedDayEntity } from '../entities/closed-day.js';
import { ClusterEntity } from '../entities/cluster.js';
import { ExpertCapacityEntity } from '../entities/expert-capacity.js';
import { FrameworkEntity } from '../entities/framework.js';
import { FrameworkIndicatorEntity } from '../entities/framework-indicator.js';
import { FigureRuleEntity } from '../entities/figure-rule.js';
import { MembershipEntity } from '../entities/membership.js';
import { ObligationEntity } from '../entities/obligation.js';
import { ProcessStepRuleEntity } from '../entities/process-step-rule.js';
import { ProgrammeEntity } from '../entities/programme.js';
import { ReminderStepRuleEntity } from '../entities/reminder-step-rule.js';
import { RenewalWindowRuleEntity } from '../entities/renewal-window-rule.js';
import { ValidityRuleEntity } from '../entities/validity-rule.js';
import { goldFramework, goldIndicators } from './frameworks/gold.js';
import { closedDays } from './closed-days.js';
import { expertCapacity, figureRules, processStepRules, reminderStepRules, renewalWindowRules, validityRules } from './rules.js';
import type { SourcedCluster } from './sourced-cluster.js';
import { emergingAreas } from './sourced-emerging-areas.js';
import { designation, innovationskraft, klyngeprogram, marlogExit, nationalProgrammes } from './sourced-programmes.js';
import { strongholds } from './sourced-strongholds.js';

const nationalClusters: readonly SourcedCluster[] = [...strongholds, ...emergingAreas];

/** Everything that public sources state, and the default rules. Nothing invented. */
export async function seedSourced(manager: EntityManager): Promise<void> {
  await seedRules(manager);
  await seedFrameworks(manager);
  await seedProgrammes(manager);
  for (const cluster of nationalClusters) await seedCluster(manager, cluster);
}

async function seedRules(manager: EntityManager): Promise<void> {
  await manager.insert(ValidityRuleEntity, validityRules);
  await manager.insert(RenewalWindowRuleEntity, renewalWindowRules);
  await manager.insert(FigureRuleEntity, figureRules);
  await manager.insert(ProcessStepRuleEntity, processStepRules);
  await manager.insert(ReminderStepRuleEntity, reminderStepRules);
  await manager.insert(ClosedDayEntity, await closedDays());
  await manager.insert(ExpertCapacityEntity, expertCapacity);
}

async function seedFrameworks(manager: EntityManager): Promise<void> {
  const { id: frameworkId } = await manager.save(FrameworkEntity, manager.create(FrameworkEntity, goldFramework));
  await manager.insert(
    FrameworkIndicatorEntity,
    goldIndicators.map((indicator) => ({ ...indicator, frameworkId })),
  );
}

async function seedProgrammes(manager: EntityManager): Promise<void> {
  for (const { obligation, ...programme } of nationalProgrammes) {
    const { id } = await manager.save(ProgrammeEntity, manager.create(ProgrammeEntity, programme));
    await manager.insert(ObligationEntity, { ...obligation, programmeId: id });
  }
}

async function seedCluster(manager: EntityManager, { awards, ...cluster }: SourcedCluster): Promise<void> {
  const { id: clusterId } = await manager.save(ClusterEntity, manager.create(ClusterEntity, { ...cluster, portfolio: 'national' }));
  await manager.insert(
    AwardEntity,
    awards.map((award) => ({ ...award, clusterId, validUntilBasis: award.validUntil === null ? 'not-known' : 'register' }) as const),
  );
  const programme = await manager.findOneByOrFail(ProgrammeEntity, { slug: innovationskraft });
  const hasLeft = cluster.slug === marlogExit.slug;
  await manager.insert(MembershipEntity, {
    clusterId,
    programmeId: programme.id,
    member: 'yes',
    bound: 'yes',
    startsOn: programme.startsOn,
    endsOn: hasLeft ? marlogExit.endsOn : programme.endsOn,
    isEndDayAssumed: hasLeft,
    source: hasLeft ? `${designation.source} ; ${designation.bankruptcy}` : designation.source,
    confidence: cluster.confidence,
    note: hasLeft ? 'Konkurs besluttet ultimo marts 2022; udtrådt i april 2022' : null,
  });
  if (hasLeft) await recordAsNoMember(manager, clusterId);
}

/** An organisation that closed in 2022 is no member of the programme from 2025: a fact, not a gap in what we know. */
async function recordAsNoMember(manager: EntityManager, clusterId: string): Promise<void> {
  const programme = await manager.findOneByOrFail(ProgrammeEntity, { slug: klyngeprogram });
  await manager.insert(MembershipEntity, {
    clusterId,
    programmeId: programme.id,
    member: 'no',
    bound: 'no',
    startsOn: programme.startsOn,
    endsOn: programme.endsOn,
    source: designation.bankruptcy,
    confidence: 'sourced',
    note: 'Organisationen lukkede i 2022',
  });
}
