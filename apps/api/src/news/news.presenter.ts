import type { NewsItem } from '@klyngevagt/contracts';
import type { ClusterWithFacts, FailedReminder, PassedMilestone } from '@klyngevagt/db';
import { createTranslator, formatDate, type RecordedWords, recordedWords, type Translator } from '@klyngevagt/messages';
import type { CalendarDate, ClusterDecision } from '@klyngevagt/scoring';
import { isIllustrative } from '../portfolio/row.presenter.js';
import type { Viewer } from '../portfolio/viewer.js';
import type { ChangedFact } from './recorded-news.js';

/** What was decided when the person last looked, what the same facts give today, and what today's facts give today. */
export interface Decisions {
  /** Absent: the cluster was recorded since. */
  before: ClusterDecision | undefined;
  untouched: ClusterDecision | undefined;
  after: ClusterDecision | undefined;
}

type Words = Pick<NewsItem, 'kind' | 'what' | 'before' | 'after'>;

/** News in the reader's words. */
export class NewsPresenter {
  private readonly t: Translator;
  private readonly words: RecordedWords;

  constructor(
    private readonly viewer: Viewer,
    private readonly days: { sinceOn: CalendarDate; today: CalendarDate },
  ) {
    this.t = createTranslator(viewer.language);
    this.words = recordedWords(this.t, viewer.language);
  }

  /** Verdict, status, level and deadlines of one cluster. */
  ofDecisions(cluster: ClusterWithFacts, { before, untouched, after }: Decisions): NewsItem[] {
    if (!after) return [];
    const decided = (words: Words, key: string, byTimeAlone: boolean) => ({
      ...this.about(cluster),
      ...words,
      key: `${cluster.id} ${key}`,
      byTimeAlone,
      at: null,
      by: null,
    });
    if (!before || !untouched)
      return [decided({ kind: 'cluster', what: this.t('news.what.cluster'), before: null, after: null }, 'cluster', false)];
    const items = [];
    for (const { kind, of, words } of this.compared) {
      const [was, would, is] = [of(before), of(untouched), of(after)];
      if (was === is) continue;
      // The verdict says it already.
      if (kind === 'status' && before.verdict !== after.verdict) continue;
      items.push(decided({ kind, what: this.t(`news.what.${kind}`), before: words(was), after: words(is) }, kind, would === is));
    }
    const passed = this.passed(after).map(({ what, on }) =>
      decided({ kind: 'milestone', what, before: null, after: this.day(on) }, `milestone ${what} ${on}`, true),
    );
    return [...items, ...passed];
  }

  ofFact(cluster: ClusterWithFacts, fact: ChangedFact): NewsItem {
    const { rowId, column, actor, actorName, recordedAt } = fact;
    const isSystem = actor === null;
    return {
      ...this.about(cluster),
      ...this.wordsOf(fact),
      key: `${rowId} ${column}`,
      byTimeAlone: false,
      at: new Date(recordedAt).toISOString(),
      by: { name: this.viewer.seesNames ? actorName : null, isSystem },
    };
  }

  ofReminder(cluster: ClusterWithFacts, { id, failedAt, failedBecause }: FailedReminder): NewsItem {
    return {
      ...this.about(cluster),
      key: id,
      kind: 'reminder',
      what: this.t('news.what.reminder'),
      before: null,
      after: this.t(`reminders.because.${failedBecause}`),
      byTimeAlone: false,
      at: new Date(failedAt).toISOString(),
      by: { name: null, isSystem: true },
    };
  }

  ofMilestone(cluster: ClusterWithFacts, { id, milestone, plannedOn }: PassedMilestone): NewsItem {
    return {
      ...this.about(cluster),
      key: `${id} passed`,
      kind: 'milestone',
      what: this.t('news.what.milestonePassed', { milestone: this.t(`recertification.milestones.${milestone}`) }),
      before: null,
      after: this.day(plannedOn),
      byTimeAlone: true,
      at: null,
      by: null,
    };
  }

  private readonly compared = [
    {
      kind: 'verdict',
      of: (decision: ClusterDecision): string => decision.verdict,
      words: (code: string) => this.t(`terms.verdict.${code}`),
    },
    {
      kind: 'status',
      of: ({ bound, required, label }: ClusterDecision): string => (bound ? required.status : label.status),
      words: (code: string) => this.t(`terms.status.${code}`),
    },
    { kind: 'level', of: levelInForce, words: (code: string) => this.t(`terms.level.${code}`) },
  ] as const;

  private wordsOf({ entity, column, isNew, before, after, fact }: ChangedFact): Words {
    const field = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const changed = { before: this.words.value(field, before), after: this.words.value(field, after) };
    if (entity === 'recertification_case' && column === 'state')
      return { kind: 'milestone', what: this.t(isNew ? 'news.what.caseOpened' : 'news.what.caseState'), ...changed };
    if (entity === 'case_milestone') {
      const milestone = this.t(`recertification.milestones.${String(fact['milestone'])}`);
      return {
        kind: 'milestone',
        what: this.t(`news.what.${column === 'done_on' ? 'milestoneDone' : 'milestonePlanned'}`, { milestone }),
        ...changed,
      };
    }
    if (entity !== 'audit_booking') {
      const what = this.t('news.what.field', { entity: this.words.entity(entity), field: this.words.field(field) });
      return { kind: 'date', what, ...changed };
    }
    if (column === 'state')
      return { kind: 'booking', what: this.t('news.what.auditState', { on: this.day(String(fact['first_day_on'])) }), ...changed };
    return { kind: 'booking', what: this.t(isNew ? 'news.what.auditReported' : 'news.what.audit'), ...changed };
  }

  /** Steps whose last safe day went by since without the step being done, and an audit whose last day went by. */
  private passed({ chain }: ClusterDecision): { what: string; on: CalendarDate }[] {
    const isPassed = (day: CalendarDate | null): day is CalendarDate => day !== null && day >= this.days.sinceOn && day < this.days.today;
    const steps = (chain?.steps ?? []).flatMap(({ step, latestOn, overdue }) =>
      overdue && isPassed(latestOn) ? [{ what: this.t(`news.undone.${step}`), on: latestOn }] : [],
    );
    const audit =
      chain?.booking && isPassed(chain.booking.lastDayOn) ? [{ what: this.t('news.what.auditHeld'), on: chain.booking.lastDayOn }] : [];
    return [...steps, ...audit];
  }

  private about(cluster: ClusterWithFacts): Pick<NewsItem, 'cluster'> {
    return { cluster: { slug: cluster.slug, name: cluster.shortName ?? cluster.name, illustrative: isIllustrative({ cluster }) } };
  }

  private day(on: string): string {
    return formatDate(on, this.viewer.language);
  }
}

function levelInForce({ label }: ClusterDecision): string {
  return label.level !== null && (label.status === 'in-force' || label.status === 'expiring') ? label.level : 'none';
}
