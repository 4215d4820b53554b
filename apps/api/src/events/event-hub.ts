import type { ChangeEvent } from '@klyngevagt/contracts';
import { CallerRepository, type ChangeListener, type DatabaseChange, listenToChanges } from '@klyngevagt/db';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import { ServerLog } from '../http/server-log.js';
import { KeptAnswers } from '../present/kept-answers.js';
import { Settings } from '../settings.js';

/** An open page that wants to know what changes. */
export interface Subscriber {
  /** Asked at every change, so that a role taken away holds at once. False: the session is over. */
  maySee(clusterId: string | null): Promise<'yes' | 'no' | 'over'>;
  send(event: ChangeEvent): void;
  end(): void;
}

/** Of a cluster, or of what all share. */
type Change = readonly [clusterId: string | null, version: number];

/** Changes come in bursts: one plan writes many rows. */
const gatherMs = 150;
/** A page has read what it shows before it listens: what changed in between it hears as the first thing. Generous, for slow lines. */
const rememberedMs = 20_000;

/** Hears of changes in the database and tells the open pages that may know of them. */
@Injectable()
export class EventHub implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly subscribers = new Set<Subscriber>();
  private readonly gathered = new Map<string | null, number>();
  /** The last change of each cluster, and when it was heard of. */
  private readonly latest = new Map<string | null, { version: number; at: number }>();
  private readonly log: FastifyBaseLogger;
  private timer: NodeJS.Timeout | null = null;
  private listener: ChangeListener | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly clusters: CallerRepository,
    private readonly kept: KeptAnswers,
    log: ServerLog,
  ) {
    this.log = log.lines;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.listener = await listenToChanges({
      url: this.settings.env.databaseUrl,
      onChange: (change) => this.heard(change),
      onGap: () => this.heard({ clusterId: null, of: 'rules', version: 0 }),
      onError: (error) => {
        this.kept.clear();
        this.log.warn({ error: error.name }, 'changes are not heard; reconnecting');
      },
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    for (const subscriber of this.subscribers) subscriber.end();
    this.subscribers.clear();
    await this.listener?.close();
  }

  /** Returns how to unsubscribe. */
  subscribe(subscriber: Subscriber): () => void {
    this.subscribers.add(subscriber);
    this.tellOfLatest(subscriber).catch((error: unknown) => this.warn(error));
    return () => this.subscribers.delete(subscriber);
  }

  private heard(change: DatabaseChange): void {
    this.kept.clear();
    this.gather(change);
  }

  private gather({ clusterId, version }: DatabaseChange): void {
    this.gathered.set(clusterId, version);
    this.latest.set(clusterId, { version, at: performance.now() });
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.tell().catch((error: unknown) => this.warn(error));
    }, gatherMs);
  }

  private warn(error: unknown): void {
    this.log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'changes were not told');
  }

  private async tellOfLatest(subscriber: Subscriber): Promise<void> {
    const since = performance.now() - rememberedMs;
    for (const [clusterId, { at }] of this.latest) if (at < since) this.latest.delete(clusterId);
    // What is being gathered is told to everybody in a moment.
    const changes = [...this.latest].filter(([clusterId]) => !this.gathered.has(clusterId));
    for (const { clusterId, event } of await this.eventsOf(changes.map(([clusterId, { version }]) => [clusterId, version]))) {
      if (this.subscribers.has(subscriber)) await this.tellOne(subscriber, clusterId, event);
    }
  }

  private async tell(): Promise<void> {
    const changes = [...this.gathered];
    this.gathered.clear();
    if (this.subscribers.size === 0) return;
    for (const { clusterId, event } of await this.eventsOf(changes)) {
      // All at once: who they are is then read from the database by one statement, however many pages are open.
      await Promise.all([...this.subscribers].map((subscriber) => this.tellOne(subscriber, clusterId, event)));
    }
  }

  /** Without clusters that are there no more. */
  private async eventsOf(changes: readonly Change[]): Promise<{ clusterId: string | null; event: ChangeEvent }[]> {
    const slugs = await this.clusters.readSlugs(changes.flatMap(([clusterId]) => clusterId ?? []));
    return changes.flatMap(([clusterId, version]) => {
      const slug = clusterId === null ? null : slugs.get(clusterId);
      return slug === undefined ? [] : [{ clusterId, event: { slug, version: String(version) } }];
    });
  }

  /** Who cannot be asked about now is let go like a session that is over: the page connects again and reads anew. */
  private async tellOne(subscriber: Subscriber, clusterId: string | null, event: ChangeEvent): Promise<void> {
    const answer = await subscriber.maySee(clusterId).catch(() => 'over' as const);
    if (answer === 'yes') subscriber.send(event);
    if (answer === 'over') {
      this.subscribers.delete(subscriber);
      subscriber.end();
    }
  }
}
