// @vitest-environment jsdom
import type { Me, News, NewsItem } from '@klyngevagt/contracts';
import { calendarDate } from '@klyngevagt/scoring';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { manager, officer, portfolio, signInOptions, today } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';

const item = (key: string, different: Partial<NewsItem>): NewsItem => ({
  key,
  kind: 'date',
  cluster: { slug: 'energiklyngen', name: 'Energiklyngen', illustrative: false },
  what: 'Tildeling: Gyldig til',
  before: '31.03.2027',
  after: '30.04.2027',
  byTimeAlone: false,
  at: '2026-11-25T05:00:00.000Z',
  by: { name: 'Mette Lindholm', isSystem: false },
  ...different,
});
const byTime = {
  kind: 'verdict',
  what: 'Forpligtelsen',
  before: 'Opfyldt',
  after: 'I fare',
  byTimeAlone: true,
  at: null,
  by: null,
} as const;
const news = (items: NewsItem[], different: Partial<News> = {}): News => ({
  since: '2026-11-20T08:00:00.000Z',
  sinceOn: calendarDate('2026-11-20'),
  isFirstLook: false,
  today,
  until: '2026-11-25T06:00:00.000Z',
  items,
  counts: items.map(({ kind }) => ({ kind, count: 1, text: `1 ${kind}` })),
  otherChanges: 0,
  changesShown: null,
  ...different,
});
const me: Me = { ...officer, permissions: [...officer.permissions, 'news:read', 'audit-trail:read'] };
const frame = { 'GET /api/v1/me': me, 'GET /api/v1/sign-in-options': signInOptions, 'POST /api/v1/news/looked': { id: officer.id } };
const two = news([item('a', byTime), item('b', {})], { otherChanges: 3 });

beforeAll(
  () =>
    Promise.all([
      import('./NewsPage.js'),
      import('./NewsCard.js'),
      import('../portfolio/PortfolioPage.js'),
      import('../../shell/AppShell.js'),
    ]),
  60_000,
);
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

describe('the page of news', () => {
  it('tells a change by time alone from one that somebody made, and by whom', async () => {
    await showPage('/news', { ...frame, 'GET /api/v1/news': two });
    await heading(/^2 nyheder siden 20\.\s+november/);
    const [, verdict] = within(screen.getByRole('region', { name: 'Forpligtelser' })).getAllByRole('row');
    expect(verdict?.textContent).toContain('Kun fordi tiden er gået');
    const date = screen.getByRole('row', { name: /Gyldig til/ });
    expect(within(date).getByText('30.04.2027')).toBeTruthy();
    expect(within(date).getByText(/Mette Lindholm, 25\./)).toBeTruthy();
    expect(screen.getByText(/3 andre ændringer er registreret/)).toBeTruthy();
  });

  it('leads to the cluster as it was then', async () => {
    await showPage('/news', { ...frame, 'GET /api/v1/news': two });
    const link = await screen.findByRole('link', { name: 'Opfyldt' });
    const address = new URL(link.getAttribute('href') ?? '', 'http://x');
    expect(address.pathname).toBe('/clusters/energiklyngen');
    expect(address.searchParams.get('on')).toBe('2026-11-20');
    expect(address.searchParams.get('known')).toContain('2026-11-20T08:00:00.000Z');
  });

  it('marks what was answered as seen, and nothing later', async () => {
    const { requests } = await showPage('/news', { ...frame, 'GET /api/v1/news': two });
    fireEvent.click(await screen.findByRole('button', { name: 'Markér som set' }));
    await waitFor(() => expect(requests.some(({ address }) => address.endsWith('/news/looked'))).toBe(true));
    const sent = requests.find(({ address }) => address.endsWith('/news/looked'));
    expect(JSON.parse(String(sent?.init?.body))).toEqual({ until: two.until, today });
    await waitFor(() => expect(requests.filter(({ address }) => address === '/api/v1/news')).toHaveLength(2));
  });

  it('says that nothing is new, since when', async () => {
    await showPage('/news', { ...frame, 'GET /api/v1/news': news([]) });
    await heading(/^Intet nyt siden 20\.\s+november\s+2026 kl\. 09\.00/);
    expect(screen.queryByRole('button', { name: 'Markér som set' })).toBeNull();
  });

  it('says what failed', async () => {
    await showPage('/news', { ...frame, 'GET /api/v1/news': [500, { code: 'internal', detail: 'Fejl' }] });
    await screen.findByText('Vi kunne ikke hente nyhederne.');
  });

  it('speaks English', async () => {
    await showPage('/news', { ...frame, 'GET /api/v1/me': { ...me, language: 'en' }, 'GET /api/v1/news': two }, 'en');
    await heading(/^2 things are new since 20\s+November/);
  });
});

describe('the card on the portfolio', () => {
  const page = { ...frame, 'GET /api/v1/portfolio': { ...portfolio, known: null } };

  it('comes after the rows and counts', async () => {
    await showPage('/portfolio', { ...page, 'GET /api/v1/news': two });
    const card = await screen.findByRole('region', { name: /^2 nyheder siden/ });
    expect(within(card).getByText('1 verdict · 1 date')).toBeTruthy();
    expect(within(card).getByRole('link', { name: 'Se alle' }).getAttribute('href')).toBe('/news');
  });

  it('is away where nothing is new, where it failed, and while looking back; the rows stand', async () => {
    for (const [address, answer] of [
      ['/portfolio', news([])],
      ['/portfolio', [500, { code: 'internal' }]],
      ['/portfolio?on=2026-01-01', two],
    ] as const) {
      const { unmount } = await showPage(address, { ...page, 'GET /api/v1/news': answer });
      await screen.findAllByRole('row');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(screen.queryByRole('region', { name: /nyhed/ })).toBeNull();
      unmount();
    }
  });

  it('goes when it is marked as seen', async () => {
    const answers: Record<string, unknown> = { ...page, 'GET /api/v1/news': two };
    await showPage('/portfolio', answers);
    const card = await screen.findByRole('region', { name: /^2 nyheder siden/ });
    answers['GET /api/v1/news'] = news([]);
    fireEvent.click(within(card).getByRole('button', { name: 'Markér som set' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: /nyhed/ })).toBeNull());
  });

  it('leads a manager to the own cluster', async () => {
    const own: Me = { ...manager, permissions: [...manager.permissions, 'news:read'] };
    await showPage('/news', { ...frame, 'GET /api/v1/me': own, 'GET /api/v1/news': two });
    const [link] = await screen.findAllByRole('link', { name: 'Energiklyngen' });
    expect(link?.getAttribute('href')).toBe('/my-cluster/energiklyngen');
    expect(screen.queryByRole('link', { name: 'Se revisionssporet' })).toBeNull();
  });
});
