import type { EndpointName, endpoints } from '@klyngevagt/contracts';

type Paths = { readonly [N in EndpointName]: readonly [(typeof endpoints)[N]['method'], (typeof endpoints)[N]['path']] };

/**
 * Method and path of each endpoint, without the schemas: those would bring the whole of zod into the first load.
 * The type demands the very words of the contract's table, and a test compares the two.
 */
export const endpointPaths: Paths = {
  'sign-in.options': ['GET', '/sign-in-options'],
  'me.read': ['GET', '/me'],
  'me.language': ['PATCH', '/me/language'],
  'portfolio.read': ['GET', '/portfolio'],
  'days-without.read': ['GET', '/days-without'],
  'cluster.read': ['GET', '/clusters/:slug'],
  'cluster.history': ['GET', '/clusters/:slug/history'],
  'cluster.edit': ['PATCH', '/clusters/:slug'],
  'award.proposal': ['GET', '/clusters/:slug/validity-proposal'],
  'award.record': ['POST', '/clusters/:slug/awards'],
  'award.correct': ['PATCH', '/awards/:id'],
  'award.revoke': ['POST', '/awards/:id/revocation'],
  'membership.record': ['POST', '/clusters/:slug/memberships'],
  'membership.correct': ['PATCH', '/memberships/:id'],
  'plan.propose': ['POST', '/clusters/:slug/plans'],
  'plan.decide': ['POST', '/plans/:id/decision'],
  'waiver.record': ['POST', '/clusters/:slug/waivers'],
  'waiver.approve': ['POST', '/waivers/:id/approval'],
  'audit.report': ['POST', '/clusters/:slug/audits'],
  'audit.decide': ['POST', '/audits/:id/decision'],
  'record.confirm': ['POST', '/clusters/:slug/confirmations'],
  'note.write': ['POST', '/clusters/:slug/notes'],
  'correction.propose': ['POST', '/clusters/:slug/corrections'],
  'correction.decide': ['POST', '/corrections/:id/decision'],
  'grid.preview': ['POST', '/grid/preview'],
  'grid.save': ['POST', '/grid'],
  'reminder.list': ['GET', '/reminders'],
  'reminder.why': ['GET', '/reminders/why'],
  'reminder.text': ['GET', '/reminders/:id/text'],
  'reminder.send': ['POST', '/reminders/:id/sending'],
  'people.list': ['GET', '/people'],
  'people.invite': ['POST', '/people'],
  'people.edit': ['PATCH', '/people/:id'],
  'people.invite-again': ['POST', '/people/:id/invitation'],
  'people.hand-over': ['POST', '/people/:id/hand-over'],
  'people.leave': ['POST', '/people/:id/leaving'],
  'people.erase': ['POST', '/people/:id/erasure'],
  'audit-trail.read': ['GET', '/audit-trail'],
  'news.read': ['GET', '/news'],
  'news.looked': ['POST', '/news/looked'],
  'rules.list': ['GET', '/rules'],
  'rules.preview': ['POST', '/rules/preview'],
  'rules.save': ['POST', '/rules'],
};
