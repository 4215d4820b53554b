import type { Me, PeopleList, Portfolio } from '@klyngevagt/contracts';
import { paths } from '../paths.js';
import { type NavigationEntry, navigationFor } from './navigation.js';

type Link =
  | NavigationEntry['link']
  | ReturnType<typeof paths.cluster>
  | ReturnType<typeof paths.people>
  | ReturnType<typeof paths.webhooks>
  | ReturnType<typeof paths.privacy>
  | ReturnType<typeof paths.retention>
  | ReturnType<typeof paths.dataSources>
  | ReturnType<typeof paths.contact>;

export interface PaletteEntry {
  key: string;
  kind: 'cluster' | 'person' | 'page';
  label: string;
  link: Link;
}

interface Found {
  me: Me;
  rows: Portfolio['rows'] | undefined;
  people: PeopleList['people'] | undefined;
  /** Pages beside the navigation's, with their names. */
  pages: readonly { label: string; link: Link }[];
  nameOf(name: NavigationEntry['name']): string;
}

/** Everything that can be gone to: what the server shows this person, and nothing else. */
export function paletteEntries({ me, rows = [], people = [], pages, nameOf }: Found): PaletteEntry[] {
  const isManager = me.role === 'manager';
  const clusters = rows.map(({ slug, name }): PaletteEntry => ({
    key: `cluster ${slug}`,
    kind: 'cluster',
    label: name,
    link: isManager ? paths.myCluster(slug) : paths.cluster(slug),
  }));
  const named = navigationFor(me).map(({ name, cluster, link }) => ({ label: cluster ?? nameOf(name), link }));
  const all = [...named, ...pages].map(({ label, link }): PaletteEntry => ({ key: `page ${label}`, kind: 'page', label, link }));
  const persons = people.map(({ id, name }): PaletteEntry => ({
    key: `person ${id}`,
    kind: 'person',
    label: name,
    link: paths.people({ find: name }),
  }));
  return [...clusters, ...all, ...persons];
}

const most = 12;

/** Each typed word must occur; labels that begin with what is typed come first. Without words: pages first. */
export function foundEntries(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return [...entries].sort((one, other) => Number(other.kind === 'page') - Number(one.kind === 'page')).slice(0, most);
  const words = text.split(/\s+/);
  const matching = entries.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  const begins = ({ label }: PaletteEntry) => Number(label.toLowerCase().startsWith(text));
  return matching.sort((one, other) => begins(other) - begins(one)).slice(0, most);
}
