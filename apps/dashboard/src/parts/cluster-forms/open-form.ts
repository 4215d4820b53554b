/** Which form is open beside the page, and about which fact. */
export type OpenForm =
  | { kind: 'award'; awardId: string | null; withProposal?: boolean }
  | { kind: 'revocation'; awardId: string }
  | { kind: 'membership'; membershipId: string | null }
  | { kind: 'plan'; planId?: string }
  | { kind: 'plan-decision' | 'plan-withdrawal' | 'plan-correction'; planId: string }
  | { kind: 'plan-step'; planId: string; milestoneId: string }
  | { kind: 'waiver'; waiverId?: string }
  | { kind: 'waiver-decision'; waiverId: string; decision: 'approve' | 'withdraw' }
  | { kind: 'audit' }
  | { kind: 'audit-decision'; auditId: string; state: 'confirmed' | 'rejected' | 'cancelled' | 'held' }
  | { kind: 'confirmation' }
  | { kind: 'note' }
  | { kind: 'correction' }
  | { kind: 'correction-decision'; correctionId: string }
  | { kind: 'cluster' };
