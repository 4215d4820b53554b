import type { Permission, Role } from '@klyngevagt/contracts';

/** Everyone who is signed in may look at what is in scope. */
const looking = [
  'portfolio:read',
  'cluster:read',
  'reminder:read',
  'rules:read',
  'news:read',
  'events:read',
  'calendar:subscribe',
  'framework:read',
  'assessment:read',
  'me:read',
] as const;

const officer = [
  ...looking,
  'cluster:edit',
  'award:record',
  'membership:record',
  'plan:propose',
  'plan:decide',
  'waiver:record',
  'waiver:approve',
  'proposal:read',
  'audit:report',
  'audit:decide',
  'case:manage',
  'case:report',
  'record:confirm',
  'expert-capacity:read',
  'expert-capacity:edit',
  'note:read',
  'note:write',
  'correction:decide',
  'assessment:fill',
  'assessment:decide',
  'indicator:read',
  'indicator:rank',
  'calibration:read',
  'recommendation:write',
  'recommendation:follow-up',
  'document:read',
  'document:upload',
  'document:decide',
  'grid:save',
  'reminder:read-text',
  'reminder:send',
  'reminder:acknowledge',
  'absence:plan',
  'people:read',
  'people:manage',
  'audit-trail:read',
  'webhook:read',
] as const;

/** The one table of who may do what. What does not stand here is refused. */
const granted: Record<Role, readonly Permission[]> = {
  administrator: [...officer, 'account:manage', 'rules:edit', 'framework:edit', 'webhook:manage'],
  officer,
  reader: [...looking, 'indicator:read', 'expert-capacity:read', 'audit-trail:read'],
  manager: [
    ...looking,
    'award:propose',
    'correction:propose',
    'audit:report',
    'assessment:fill',
    'calibration:read',
    'recommendation:follow-up',
    'case:report',
    'plan:propose',
    'document:read',
    'document:upload',
    'reminder:read-text',
    'reminder:acknowledge',
    'absence:plan',
  ],
};

export function permissionsOf(role: Role): readonly Permission[] {
  return granted[role];
}

export function mayDo(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission);
}

/** Kinds of facts that a role hears nothing of, not even that there are some. */
export function hiddenEntities(role: Role): string[] {
  const notes = mayDo(role, 'note:read') ? [] : ['contact_note'];
  const webhooks = mayDo(role, 'webhook:read') ? [] : ['webhook_endpoint'];
  const documents = mayDo(role, 'document:read') ? [] : ['document', 'document_version'];
  const ofPeople = mayDo(role, 'people:read') ? [] : ['person_absence', 'calendar_revocation'];
  return [...notes, ...webhooks, ...documents, ...ofPeople];
}

/** Names, addresses, mail texts and notes stay hidden from readers. */
export function maySeeNames(role: Role): boolean {
  return role !== 'reader';
}
