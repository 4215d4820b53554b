import type { terms as danish } from '../da/terms.js';

export const terms: typeof danish = {
  level: { gold: 'Gold', silver: 'Silver', bronze: 'Bronze', none: 'No label' },
  status: {
    'in-force': 'Valid',
    expiring: 'Expiring soon',
    renewable: 'Expired, renewable',
    lapsed: 'Lapsed',
    revoked: 'Revoked',
    none: 'Not certified',
    unknown: 'Information missing',
  },
  verdict: {
    'not-bound': 'Not bound',
    met: 'Met',
    'at-risk': 'At risk',
    exempt: 'Exempt',
    'by-plan': 'By plan',
    renewable: 'Not met, renewable',
    unknown: 'Cannot be decided',
    breach: 'In breach',
  },
  kind: { first: 'First award', renewal: 'Renewal' },
  confidence: { sourced: 'sourced', partly: 'partly', assumption: 'assumption', illustrative: 'illustrative' },
  role: { administrator: 'Administrator', officer: 'Programme officer', reader: 'Reader', manager: 'Cluster manager' },
  clusterRole: { manager: 'Cluster manager', chair: 'Chair', deputy: 'Deputy', officer: 'Programme officer', head: 'Head of programme' },
};
