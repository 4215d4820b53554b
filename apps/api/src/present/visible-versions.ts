import { type PresentState, type Scope, VersionRepository, type VisibleVersion } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';

const scopesKept = 500;

/** What a scope may see, read again only when something changed. */
@Injectable()
export class VisibleVersions {
  private readonly known = new Map<string, { state: string; version: Promise<VisibleVersion> }>();

  constructor(private readonly versions: VersionRepository) {}

  async of(scope: Scope, { clusters, rules, reminders }: PresentState): Promise<VisibleVersion> {
    const key = scope.kind === 'all' ? 'all' : scope.clusterIds.join(' ');
    const state = `${clusters} ${rules} ${reminders}`;
    const known = this.known.get(key);
    if (known?.state === state) return known.version;
    const version = this.versions.read(scope);
    if (this.known.size >= scopesKept) this.known.clear();
    this.known.set(key, { state, version });
    version.catch(() => this.known.delete(key));
    return version;
  }
}
