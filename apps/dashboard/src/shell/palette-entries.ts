import type { Me, PeopleList, Portfolio } from '@klyngevagt/contracts';
import { findNearWords } from '../find-near-words.js';
import { folded } from '../find-words.js';
import { paths } from '../paths.js';
import { type NavigationEntry, navigationFor } from './navigation.js';

type Link =
  | NavigationEntry['link']
  | ReturnType<typeof paths.cluster>
  | ReturnType<typeof paths.people>
  | ReturnType<typeof paths.webhooks>
  | ReturnType<typeof paths.inbox>
  | ReturnType<typeof paths.news>
  | ReturnType<typeof paths.calendar>
  | ReturnType<typeof paths.mailPreferences>
  | ReturnType<typeof paths.ladders>
  | ReturnType<typeof paths.ruleDrafts>
  | ReturnType<typeof paths.frameworks>
  | ReturnType<typeof paths.accessibility>
  | ReturnType<typeof paths.privacy>
  | ReturnType<typeof paths.retention>
  | ReturnType<typeof paths.dataSources>
  | ReturnType<typeof paths.contact>;

export interface PaletteEntry {
  key: string;
  kind: 'cluster' | 'person' | 'page';
  label: string;
  /** Found by these words too. */
  also?: string;
  link: Link;
}

interface Found {
  me: Me;
  clusters: readonly Pick<Portfolio['rows'][number], 'slug' | 'name' | 'domain'>[];
  people: PeopleList['people'] | undefined;
  /** Pages beside the navigation's, with their names. */
  pages: readonly { label: string; link: Link }[];
  nameOf(name: NavigationEntry['name']): string;
}

/** Everything that can be gone to: what the server shows this person, and nothing else. */
export function paletteEntries({ me, clusters, people = [], pages, nameOf }: Found): PaletteEntry[] {
  const isManager = me.role === 'manager';
  const named = clusters.map(({ slug, name, domain }): PaletteEntry => ({
    key: `cluster ${slug}`,
    kind: 'cluster',
    label: name,
    also: domain,
    link: isManager ? paths.myCluster(slug) : paths.cluster(slug),
  }));
  const navigation = navigationFor(me).map(({ name, cluster, link }) => ({ label: cluster ?? nameOf(name), link }));
  const all = [...navigation, ...pages].map(({ label, link }): PaletteEntry => ({ key: `page ${label}`, kind: 'page', label, link }));
  const persons = people.map(({ id, name }): PaletteEntry => ({
    key: `person ${id}`,
    kind: 'person',
    label: name,
    link: paths.people({ find: name }),
  }));
  return [...named, ...all, ...persons];
}

const most = 12;

/** Each typed word must occur, or almost; labels that begin with what is typed come first. Without words: pages first. */
export function foundEntries(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const text = folded(typed.trim());
  if (text === '') return [...entries].sort((one, other) => Number(other.kind === 'page') - Number(one.kind === 'page')).slice(0, most);
  const begins = ({ label }: PaletteEntry) => Number(folded(label).startsWith(text));
  return findNearWords(entries, typed, ({ label, also = '' }) => [label, also])
    .sort((one, other) => begins(other) - begins(one))
    .slice(0, most);
}
