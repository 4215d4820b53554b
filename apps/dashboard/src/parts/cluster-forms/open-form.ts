/** Which form is open beside the page, and about which fact. */
export type OpenForm =
  | { kind: 'award'; awardId: string | null; withProposal?: boolean }
  | { kind: 'revocation'; awardId: string }
  | { kind: 'membership'; membershipId: string | null }
  | { kind: 'plan' }
  | { kind: 'plan-decision'; planId: string; decision: 'accept' | 'withdraw' }
  | { kind: 'waiver' }
  | { kind: 'waiver-approval'; waiverId: string }
  | { kind: 'audit' }
  | { kind: 'audit-decision'; auditId: string; state: 'confirmed' | 'rejected' | 'cancelled' | 'held' }
  | { kind: 'confirmation' }
  | { kind: 'note' }
  | { kind: 'correction' }
  | { kind: 'correction-decision'; correctionId: string }
  | { kind: 'cluster' };
