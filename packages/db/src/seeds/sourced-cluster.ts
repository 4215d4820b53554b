import type { AwardKind, Confidence, Level, PartialDate } from '@klyngevagt/scoring';
import type { ClusterKind } from '../entities/cluster.js';

export interface SourcedAward {
  level: Level;
  /** A renewal that is concluded and not stated makes the award `partly`, with a note. */
  kind: AwardKind;
  approvedOn: PartialDate | null;
  validUntil: PartialDate | null;
  score: string | null;
  note: string | null;
  source: string;
  confidence: Confidence;
}

/** Stands in the notes of every cluster that existed in 2025. */
export const unknownMembership =
  '2025-2028: 11 klynger er genudpeget (DFIRbrief 55, september 2025). Hvilke 11 er ikke fundet, så medlemskabet 2025-2028 er ukendt.';

export interface SourcedCluster {
  slug: string;
  name: string;
  /** Where the full name is too long for a table. */
  shortName?: string;
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
