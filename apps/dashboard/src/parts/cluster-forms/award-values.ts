import type { AwardView } from '@klyngevagt/contracts';

/** An award as it stands in the form: dates and score as typed. */
export type AwardValues = {
  level: AwardView['level'];
  kind: AwardView['kind'];
  assessedOn: string;
  approvedOn: string;
  validFrom: string;
  validUntil: string;
  validUntilBasis: AwardView['validUntilBasis'];
  score: string;
  source: string;
  confidence: AwardView['confidence'];
  note: string;
  reason: string;
};
