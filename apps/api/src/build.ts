import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** Which program this is: shown in footers, and part of every ETag, so that a new release is never answered from an old copy. */
export class Build {
  readonly version: string;
  readonly digest: string;

  constructor() {
    const manifest = new URL('../package.json', import.meta.url);
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    this.version = version;
    this.digest = createHash('sha256')
      .update(`${version} ${statSync(new URL(import.meta.url)).mtimeMs}`)
      .digest('hex')
      .slice(0, 12);
  }
}
