import { z } from 'zod';
import { Day, Id, KnownTime, Line, ReasonText, Revision, Text } from './values.js';

/** What a document is about. The cluster itself where it is about nothing narrower. */
export const documentSubjects = ['cluster', 'case', 'milestone', 'award', 'indicator', 'plan'] as const;
const SubjectKind = z.enum(documentSubjects);
/** Id of a row, or the code by which something is known that has no row of its own, such as an indicator. */
const SubjectId = z
  .string()
  .regex(/^[A-Za-z0-9](?:[\w.:-]{0,79})$/)
  .meta({ examples: ['G1', '2b0f6a0e-6c53-4a39-9f0a-4a7f4b4f0c11'] });

export const DocumentSubject = z.strictObject({ kind: SubjectKind, id: SubjectId });
export type DocumentSubject = z.infer<typeof DocumentSubject>;

/** Without a subject: every document of the cluster. */
export const DocumentQuery = z.strictObject({
  on: Day.optional(),
  known: KnownTime.optional(),
  kind: SubjectKind.optional(),
  subject: SubjectId.optional(),
});

/** Missing: expected, and nothing has come. The other states are those of the newest version. */
export const documentStates = ['missing', 'returned', 'received', 'approved'] as const;

export const DocumentVersionView = z
  .object({
    id: Id,
    revision: z.int(),
    number: z.int(),
    /** Null once erased; so are the comments. */
    fileName: z.string().nullable(),
    mediaType: z.string(),
    sizeBytes: z.int(),
    sha256: z.string(),
    comment: z.string().nullable(),
    uploadedAt: z.string(),
    uploadedBy: z.string().nullable(),
    uploadedByCluster: z.boolean(),
    decision: z
      .object({ code: z.enum(['approved', 'returned']), on: Day, by: z.string().nullable(), comment: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'DocumentVersion' });
export type DocumentVersionView = z.infer<typeof DocumentVersionView>;

export const DocumentView = z
  .object({
    id: Id,
    revision: z.int(),
    subject: z.object({ kind: SubjectKind, id: z.string() }),
    title: z.string().nullable(),
    state: z.enum(documentStates),
    /** The day by which it is expected; null where it came unasked or no day was named. */
    dueOn: Day.nullable(),
    overdue: z.boolean(),
    /** The last day on which it counts. */
    expiresOn: Day.nullable(),
    expired: z.boolean(),
    illustrative: z.boolean(),
    /** The newest first. */
    versions: z.array(DocumentVersionView),
  })
  .meta({ id: 'Document' });
export type DocumentView = z.infer<typeof DocumentView>;

export const DocumentList = z
  .object({
    on: Day,
    /** Most that one file may fill, and the endings that names of accepted files have. */
    limitBytes: z.int(),
    endings: z.array(z.string()),
    /** What is missing first, then what was returned, what waits for an officer, what is approved. */
    documents: z.array(DocumentView),
  })
  .meta({ id: 'DocumentList' });
export type DocumentList = z.infer<typeof DocumentList>;

const Title = Line(200).min(2);
const Comment = Text(1000);
/** A day as a field of a form gives it: empty for none. */
const DayField = z.union([z.literal(''), Day]).default('');

export const DocumentExpectation = z.strictObject({
  subject: DocumentSubject,
  title: Title,
  dueOn: Day.nullable(),
  reason: ReasonText,
});

/** Fields of the form that brings the first version of a document. */
export const DocumentForm = z.strictObject({
  kind: SubjectKind,
  subject: SubjectId,
  title: Title,
  comment: Comment.default(''),
  expiresOn: DayField,
});

/** Fields of the form that brings a further version. `revision`: of the document, as it was read; an empty day leaves the expiry as it is. */
export const DocumentVersionForm = z.strictObject({
  revision: z.coerce.number().int().min(1),
  comment: Comment.default(''),
  expiresOn: DayField,
});

/** `revision`: of the version. A document that is returned says why. */
export const DocumentDecision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('approve'), comment: Comment.default(''), expiresOn: Day.nullable(), revision: Revision }),
  z.strictObject({ decision: z.literal('return'), comment: Comment.min(3), revision: Revision }),
]);

/** Takes a document away with all its versions: expected by mistake, or it held what nobody should have sent. */
export const DocumentWithdrawal = z.strictObject({ revision: Revision, reason: ReasonText });

/** The answer is the bytes of a file. */
export const FileBytes = z.unknown().meta({ id: 'FileBytes' });
