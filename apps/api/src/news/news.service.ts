import { type BodyOf, type News, type NewsItem, newsKinds } from '@klyngevagt/contracts';
import { type ClusterWithFacts, NewsRepository, PortfolioRepository, type RecordedNews } from '@klyngevagt/db';
import { createTranslator, type Translator } from '@klyngevagt/messages';
import { type CalendarDate, decideCluster, type Rules } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { hiddenEntities } from '../auth/permissions.js';
import { Clock, copenhagenDate } from '../clock.js';
import { viewerOf } from '../portfolio/viewer.js';
import { KnownRules } from '../present/known-rules.js';
import { Present } from '../present/present.js';
import { NewsPresenter } from './news.presenter.js';
import { changedFacts } from './recorded-news.js';

/** What a person has looked at. */
interface Since {
  at: string;
  on: CalendarDate;
  until: string;
  isFirstLook: boolean;
}

/** What the person's clusters and their duties were when the person last looked, against what they are now. */
@Injectable()
export class NewsService {
  constructor(
    private readonly news: NewsRepository,
    private readonly portfolio: PortfolioRepository,
    private readonly rules: KnownRules,
    private readonly present: Present,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller): Promise<News> {
    const { scope, role } = caller;
    const present = await this.present.read(null);
    const { today } = present;
    const since = await this.readSince(caller.accountId, today);
    const { at: known, until, on: sinceOn } = since;
    const withoutEntities = hiddenEntities(role);
    const [then, now, rulesThen, rulesNow, recorded] = await Promise.all([
      this.portfolio.readPortfolio({ scope, portfolio: 'all', known }),
      this.portfolio.readPortfolio({ scope, portfolio: 'all' }),
      this.rules.readAsKnown(known),
      this.rules.read(present),
      this.news.readRecorded({ scope, since: known, until, passed: { from: sinceOn, before: today }, withoutEntities }),
    ]);
    const presenter = new NewsPresenter(viewerOf(caller), { sinceOn, today });
    const before = decideAll(then, rulesThen.rules.rules, sinceOn);
    const untouched = decideAll(then, rulesThen.rules.rules, today);
    const after = decideAll(now, rulesNow.rules.rules, today);
    const decided = now.flatMap((cluster) =>
      presenter.ofDecisions(cluster, {
        before: before.get(cluster.id),
        untouched: untouched.get(cluster.id),
        after: after.get(cluster.id),
      }),
    );
    const items = inOrder([...decided, ...presentRecorded(presenter, now, recorded)]);
    return {
      since: known,
      sinceOn,
      isFirstLook: since.isFirstLook,
      today,
      until,
      items,
      counts: countsOf(items, createTranslator(caller.language)),
      otherChanges: changedFacts(recorded.changes).others,
      changesShown: recorded.isCut ? recorded.changes.length : null,
    };
  }

  async markLooked({ accountId, personId }: Caller, { until, today }: BodyOf<'news.looked'>): Promise<{ id: string }> {
    await this.news.markLooked(accountId, until, today);
    return { id: personId };
  }

  private async readSince(accountId: string, today: CalendarDate): Promise<Since> {
    const { lookedAt, lookedOn, accountMadeAt, until } = await this.news.readLooked(accountId);
    // A demonstration's clock may have been set back.
    if (lookedAt !== null && lookedOn !== null) return { at: lookedAt, on: earlier(lookedOn, today), until, isFirstLook: false };
    const isRealDay = today === copenhagenDate(this.clock.now());
    return { at: accountMadeAt, on: isRealDay ? copenhagenDate(new Date(accountMadeAt)) : today, until, isFirstLook: true };
  }
}

function decideAll(clusters: readonly ClusterWithFacts[], rules: Rules, on: CalendarDate) {
  return new Map(clusters.map(({ id, facts }) => [id, decideCluster(facts, rules, on)]));
}

function presentRecorded(
  presenter: NewsPresenter,
  clusters: readonly ClusterWithFacts[],
  { changes, failedReminders, passedMilestones }: RecordedNews,
): NewsItem[] {
  const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const facts = changedFacts(changes).facts.flatMap((fact) => {
    const cluster = byId.get(fact.clusterId);
    return cluster ? [presenter.ofFact(cluster, fact)] : [];
  });
  const reminders = failedReminders.flatMap((reminder) => {
    const cluster = byId.get(reminder.clusterId);
    return cluster ? [presenter.ofReminder(cluster, reminder)] : [];
  });
  const milestones = passedMilestones.flatMap((milestone) => {
    const cluster = byId.get(milestone.clusterId);
    return cluster ? [presenter.ofMilestone(cluster, milestone)] : [];
  });
  return [...reminders, ...facts, ...milestones];
}

/** By kind; those of one kind in the order in which they came. */
function inOrder(items: readonly NewsItem[]): NewsItem[] {
  return newsKinds.flatMap((kind) => items.filter((item) => item.kind === kind));
}

function countsOf(items: readonly NewsItem[], t: Translator): News['counts'] {
  return newsKinds.flatMap((kind) => {
    const count = items.filter((item) => item.kind === kind).length;
    return count > 0 ? [{ kind, count, text: t(`news.counts.${kind}`, { count }) }] : [];
  });
}

function earlier(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one < other ? one : other;
}
