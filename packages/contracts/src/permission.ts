/** What a person may do. Endpoints name one; the API's one table maps roles to them. Everything not granted is denied. */
export const permissions = [
  'portfolio:read',
  'cluster:read',
  'cluster:edit',
  'award:record',
  'award:propose',
  'membership:record',
  'plan:propose',
  'plan:decide',
  'waiver:record',
  'waiver:approve',
  'audit:report',
  'audit:decide',
  'record:confirm',
  'expert-capacity:read',
  'expert-capacity:edit',
  'note:read',
  'note:write',
  'correction:propose',
  'correction:decide',
  'grid:save',
  'reminder:read',
  'reminder:read-text',
  'reminder:send',
  'people:read',
  'people:manage',
  'account:manage',
  'rules:read',
  'rules:edit',
  'audit-trail:read',
  'news:read',
  'events:read',
  'me:read',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['administrator', 'officer', 'reader', 'manager'] as const;
export type Role = (typeof roles)[number];
