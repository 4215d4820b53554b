import type { ClusterAssessments, FrameworkList } from '@klyngevagt/contracts';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { faintDrawings, hiddenOrNamelessFocus, sidewaysScroll, smallTargets, spoiledHeaders } from './page-checks.js';
import type { DemoRole } from './product.mjs';
import { eventually, shows, useVisitors } from './visitor.js';

const { visit } = useVisitors();

/** A page whose address holds an id, which is looked up first. */
type LookUp = (page: Page) => Promise<string>;

/** Every page of the product, and who looks at it. */
const pages: [name: string, address: string | LookUp, role: DemoRole | null][] = [
  ['sign-in', '/sign-in', null],
  ['forgotten password', '/forgotten-password', null],
  ['choose password', '/set-password?token=et-link', null],
  ['portfolio', '/portfolio', 'officer'],
  ['exercise programme', '/portfolio?programme=oevelsesprogram', 'officer'],
  ['portfolio of another day', '/portfolio?on=2027-11-25&sort=validUntil', 'officer'],
  ['cluster', '/clusters/censec', 'officer'],
  ['cluster in a grave state', '/clusters/sundklyngen', 'officer'],
  ['recertification', '/clusters/energy-cluster-denmark/case', 'officer'],
  ['recertification that failed', '/clusters/fjordklyngen/case', 'officer'],
  ['my recertification', '/clusters/energy-cluster-denmark/case', 'manager'],
  ['history', '/clusters/censec/history', 'officer'],
  ['indicators', '/clusters/danish-sound-cluster/indicators', 'officer'],
  ['indicators of a reader', '/clusters/fjordklyngen/indicators', 'reader'],
  ['my indicators', '/my-cluster/energy-cluster-denmark/indicators', 'manager'],
  ['documents', '/clusters/energy-cluster-denmark/documents', 'officer'],
  ['my documents', '/my-cluster/energy-cluster-denmark/documents', 'manager'],
  ['my cluster', '/my-cluster/energy-cluster-denmark', 'manager'],
  ['my history', '/my-cluster/energy-cluster-denmark/history', 'manager'],
  ['grid entry', '/grid', 'officer'],
  ['timeline', '/timeline', 'officer'],
  ['timeline of another day', '/timeline?on=2027-11-25&zoom=1&group=officer&earlier=true', 'officer'],
  ['calendar of deadlines', '/timeline?tab=calendar', 'officer'],
  ['table of deadlines', '/timeline?tab=table', 'officer'],
  ['projection', '/timeline?tab=forecast', 'officer'],
  ['days without gold', '/days-without-gold', 'officer'],
  ['indicators', '/indicators', 'officer'],
  ['indicators of the exercise', '/indicators?programme=oevelsesprogram&columns=weakest', 'reader'],
  ['self-test and audit', '/clusters/danish-sound-cluster/calibration', 'officer'],
  ['own self-test and audit', '/my-cluster/energy-cluster-denmark/calibration', 'manager'],
  ['versions of the indicators', '/frameworks', 'admin'],
  ['one version of the indicators', frameworkAddress, 'officer'],
  ['form of an assessment', formAddress, 'officer'],
  ['one indicator', '/indicators/A1', 'officer'],
  ['audit trail', '/audit-trail', 'officer'],
  ['news', '/news', 'officer'],
  ['calendar links', '/calendar', 'manager'],
  ['mails and absence', '/mail-preferences', 'officer'],
  ['link that nobody signed', '/acknowledge/et-link', null],
  ['proposals', '/proposals', 'officer'],
  ['retention', '/privacy/retention', null],
  ['reminders', '/reminders', 'officer'],
  ['sent reminders', '/reminders?tab=sent', 'officer'],
  ['inbox', '/inbox', 'officer'],
  ['own inbox', '/inbox', 'manager'],
  ['reminder record', '/clusters/clean/reminder-record', 'officer'],
  ['own reminder record', '/clusters/energy-cluster-denmark/reminder-record', 'manager'],
  ['people', '/people', 'officer'],
  ['rules', '/rules', 'officer'],
  ['reminder steps', '/rules/ladders', 'admin'],
  ['rule drafts', '/rules/drafts', 'admin'],
  ['webhooks', '/webhooks', 'admin'],
  ['no access', '/people', 'reader'],
  ['not found', '/findes-ikke', 'officer'],
  ['accessibility', '/was', null],
  ['privacy', '/privacy', null],
  ['contact', '/contact', null],
  ['data sources', '/data-sources', null],
];

const widths = [
  [1440, 900],
  [390, 844],
  [320, 640],
] as const;

/** Whose tab of the browser says what: where two pages had one title, nobody would hear that they have come to the other one. */
const titles = new Map<string, string>();

test.each(pages)('%s: axe and the own checks at every width, and a quiet network', async (_name, address, role) => {
  const { page, responses } = await visit(role, { refusals: /\/api\/v1\/(me$|acknowledgements\/)/ });
  const found = typeof address === 'string' ? address : await address(page);
  const faults: string[] = [];
  for (const [width, height] of widths) {
    await page.setViewportSize({ width, height });
    await page.goto(found);
    await settled(page);
    faults.push(...(await faultsOf(page)).map((fault) => `at ${width}: ${fault}`));
  }
  faults.push(...titleFaults(`${role}: ${await page.title()}`, new URL(page.url()).pathname));
  expect(faults).toEqual([]);
  const documents = responses.filter((response) => response.request().resourceType() === 'document' && response.url().startsWith('http'));
  expect(documents).toHaveLength(widths.length);
  for (const document of documents) expect(policyFaults(document.headers()['content-security-policy'])).toEqual([]);
});

function titleFaults(title: string, path: string): string[] {
  const other = titles.get(title) ?? path;
  titles.set(title, path);
  return [
    ...(/: .+ · Klyngevagt$/.test(title) ? [] : [`title says nothing: ${title}`]),
    ...(other === path ? [] : [`title of ${other}, too: ${title}`]),
  ];
}

async function frameworkAddress({ request }: Page): Promise<string> {
  const { frameworks } = (await (await request.get('/api/v1/frameworks')).json()) as FrameworkList;
  return `/frameworks/${frameworks[0]?.id}`;
}

/** Begun by whoever comes first; then it is there. */
async function formAddress({ request }: Page): Promise<string> {
  const address = '/api/v1/clusters/clean/assessments';
  await request.post(address, { data: { kind: 'expert-a' }, headers: { origin: inject('product').publicUrl } });
  const { assessments } = (await (await request.get(address)).json()) as ClusterAssessments;
  return `/assessments/${assessments.find(({ may }) => may.edit)?.id}`;
}

async function settled(page: Page): Promise<void> {
  await shows(page.getByRole('heading', { level: 1 }));
  await eventually(() => page.locator('[aria-busy="true"]').count()).toBe(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.evaluate(() => new Promise((done) => setTimeout(done, 250)));
}

async function faultsOf(page: Page): Promise<string[]> {
  const found = {
    axe: await axeViolations(page),
    'scrolls sideways': await sidewaysScroll(page),
    focus: await hiddenOrNamelessFocus(page),
    drawings: await faintDrawings(page),
    headers: await spoiledHeaders(page),
    targets: await smallTargets(page),
  };
  return Object.entries(found).flatMap(([check, faults]) => faults.map((fault) => `${check}: ${fault}`));
}

/** A mail's text lies in a sandboxed frame in which no script runs: axe would wait there for ever, so it looks at the page alone. */
async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      resultTypes: ['violations'],
    }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Scripts only from the product itself, nothing framed by others, nothing from elsewhere. */
function policyFaults(policy: string | undefined): string[] {
  if (!policy) return ['no content security policy'];
  const rules = new Map(policy.split(';').map((rule) => [rule.trim().split(' ')[0] ?? '', rule.trim().split(' ').slice(1)] as const));
  const wanted = [
    ['default-src', ["'none'"]],
    ['script-src', ["'self'"]],
    ['connect-src', ["'self'"]],
    ['font-src', ["'self'"]],
    ['frame-ancestors', ["'none'"]],
    ['base-uri', ["'none'"]],
    ['object-src', ["'none'"]],
    ['form-action', ["'self'"]],
  ] as const;
  return wanted
    .filter(([name, sources]) => rules.get(name)?.join(' ') !== sources.join(' '))
    .map(([name]) => `${name}: ${rules.get(name)?.join(' ')}`);
}
