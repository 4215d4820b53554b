import type { AwardKind, Confidence, Level, PartialDate } from '@klyngevagt/scoring';
import type { ClusterKind } from '../entities/cluster.js';

export interface SourcedAward {
  level: Level;
  /** Where the source does not say whether a label was renewed, a first award: a renewal would claim an unbroken run. */
  kind: AwardKind;
  approvedOn: PartialDate | null;
  validUntil: PartialDate | null;
  score: string | null;
  note: string | null;
  source: string;
  confidence: Confidence;
}

export interface SourcedCluster {
  slug: string;
  name: string;
  domainDa: string;
  domainEn: string;
  website: string | null;
  websiteConfidence: Confidence | null;
  city: string | null;
  cityConfidence: Confidence | null;
  kind: ClusterKind;
  kindConfidence: Confidence | null;
  source: string;
  confidence: Confidence;
  notes: string;
  awards: readonly SourcedAward[];
}
