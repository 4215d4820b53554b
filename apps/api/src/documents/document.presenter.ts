import type { DocumentVersionView, DocumentView } from '@klyngevagt/contracts';
import type { DocumentVersionRow, DocumentWithVersions } from '@klyngevagt/db';
import { byUrgency, type CalendarDate, documentOn } from '@klyngevagt/scoring';

/** Documents on a day, what is owed first. */
export function presentDocuments(documents: readonly DocumentWithVersions[], on: CalendarDate): DocumentView[] {
  return documents.map((document) => presentDocument(document, on)).sort(byUrgency);
}

function presentDocument(document: DocumentWithVersions, on: CalendarDate): DocumentView {
  const { id, revision, subjectKind, subjectId, title, dueOn, expiresOn, confidence, versions } = document;
  const decided = documentOn({ dueOn, expiresOn, decisions: versions.map(({ decision }) => decision) }, on);
  return {
    id,
    revision,
    subject: { kind: subjectKind, id: subjectId },
    title,
    state: decided.state,
    dueOn,
    overdue: decided.isOverdue,
    expiresOn,
    expired: decided.isExpired,
    illustrative: confidence === 'illustrative',
    versions: versions.map(presentVersion),
  };
}

function presentVersion(version: DocumentVersionRow): DocumentVersionView {
  const { id, revision, number, fileName, mediaType, sizeBytes, sha256, comment, decision, decidedOn } = version;
  return {
    id,
    revision,
    number,
    fileName,
    mediaType,
    sizeBytes,
    sha256,
    comment,
    uploadedAt: new Date(version.createdAt).toISOString(),
    uploadedBy: version.uploadedByName,
    uploadedByCluster: version.uploadedByRole === 'manager',
    decision:
      decision === null || decidedOn === null
        ? null
        : { code: decision, on: decidedOn, by: version.decidedByName, comment: version.decisionText },
  };
}
