// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { paths, safeReturnTo } from './paths.js';
import { createDashboardRouter } from './router.js';

describe('paths', () => {
  const router = createDashboardRouter(new QueryClient());
  const address = (link: object) => router.buildLocation(link as Parameters<typeof router.buildLocation>[0]).href;

  it.each([
    [paths.start(), '/'],
    [paths.signIn(), '/sign-in'],
    [paths.signIn('/portfolio?on=2027-03-01'), '/sign-in?returnTo=%2Fportfolio%3Fon%3D2027-03-01'],
    [paths.forgottenPassword(), '/forgotten-password'],
    [paths.setPassword(), '/set-password'],
    [paths.portfolio(), '/portfolio'],
    [paths.cluster('made'), '/clusters/made'],
    [paths.myCluster('made'), '/my-cluster/made'],
    [paths.reminders(), '/reminders'],
    [paths.people(), '/people'],
    [paths.grid(), '/grid'],
    [paths.accessibility(), '/was'],
    [paths.privacy(), '/privacy'],
    [paths.retention(), '/privacy/retention'],
  ])('%j is %s', (link, expected) => {
    expect(address(link)).toBe(expected);
  });

  it('leads only to pages that exist', () => {
    const known = new Set(Object.values(router.routesById).map((route) => route.fullPath));
    const built = Object.values(paths).map((build) => (build as (slug: string) => { to: string })('x').to);
    expect(built.filter((to) => !known.has(to as never))).toEqual([]);
  });
});

describe('safeReturnTo', () => {
  it('goes back to an address of the product', () => {
    expect(safeReturnTo('/clusters/made?on=2027-03-01')).toBe('/clusters/made?on=2027-03-01');
  });
  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in?returnTo=/', undefined])(
    'goes to the start page instead of %s',
    (address) => {
      expect(safeReturnTo(address)).toBe('/');
    },
  );
});
