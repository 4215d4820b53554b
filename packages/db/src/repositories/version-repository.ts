import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Scope } from '../scope.js';
import { inScope, Parameters } from '../sql.js';

/** State of everything that a scope may see. */
export interface VisibleVersion {
  /** Changes with every change of a cluster in scope, of its reminders, or of a rule. Says nothing about clusters out of scope. */
  digest: string;
  /** When the newest visible fact was recorded; null where there is none. */
  recordedAt: string | null;
}

/** The versions that ETags and open pages hang on. */
export class VersionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async read(scope: Scope): Promise<VisibleVersion> {
    const parameters = new Parameters();
    const clusters = inScope(scope, 'cluster_version.cluster_id', parameters);
    const reminders = scope.kind === 'all' ? 'true' : inScope(scope, 'reminder.cluster_id', parameters);
    // Whoever sees some clusters only does not hear of officers' notes, nor when one was written.
    const recorded =
      scope.kind === 'all' ? 'true' : `${inScope(scope, 'ledger.cluster_id', parameters)} and ledger.entity <> 'contact_note'`;
    const reminderVersion =
      scope.kind === 'all'
        ? '(select version::text from reminder_version)'
        : `(select md5(coalesce(string_agg(concat_ws(':', id, state, due_on, attempts, sent_at, requested_at), ',' order by id), ''))
            from reminder where ${reminders})`;
    // Who may be chosen as officer is shown to those who see everything; people of a cluster raise that cluster's version.
    const people = scope.kind === 'all' ? `(select count(*) || ':' || coalesce(sum(revision), 0) from person)` : `''`;
    const [row] = (await this.dataSource.query(
      `select (select coalesce(string_agg(cluster_id || ':' || version, ',' order by cluster_id), '') from cluster_version where ${clusters}) as clusters,
         (select version::text from rules_version) as rules,
         ${reminderVersion} as reminders,
         ${people} as people,
         (select recorded_at from ledger where ${recorded} order by seq desc limit 1) as "recordedAt"`,
      parameters.values,
    )) as [{ clusters: string; rules: string; reminders: string; people: string; recordedAt: Date | null }];
    const digest = createHash('sha256')
      .update(`${row.clusters} ${row.rules} ${row.reminders} ${row.people}`)
      .digest('base64url')
      .slice(0, 16);
    return { digest, recordedAt: row.recordedAt?.toISOString() ?? null };
  }
}
