import type { DocumentSubject } from '@klyngevagt/contracts';

/** Which form about documents is open beside the page. */
export type OpenDocumentForm =
  | { kind: 'expectation'; subject: DocumentSubject }
  | { kind: 'decision'; documentId: string; decision: 'approve' | 'return' }
  | { kind: 'withdrawal'; documentId: string };
