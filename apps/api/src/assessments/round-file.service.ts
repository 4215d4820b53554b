import type { BodyOf, QueryOf, RoundFile, RoundPreview } from '@klyngevagt/contracts';
import { AssessmentEditRepository, answersRevision, type Saved, type StoredAssessment, type StoredFramework } from '@klyngevagt/db';
import {
  type CellError,
  readRound,
  readRoundFile,
  type ReadRound,
  roundColumns,
  roundCsv,
  roundRows,
  type RoundTable,
  type RoundWords,
  roundXlsx,
  UnreadableFileError,
} from '@klyngevagt/documents/rounds';
import { createTranslator, type Language, languages, type Translator } from '@klyngevagt/messages';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { maySeeNames } from '../auth/permissions.js';
import { Refusal } from '../http/refusal.js';
import { AssessmentEditService, statedBy } from './assessment-edit.service.js';
import { AssessmentService } from './assessment.service.js';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

interface Subject {
  assessment: StoredAssessment;
  framework: StoredFramework;
}

/** A round as a spreadsheet: out with every field, and in again, looked at first, all or nothing. */
@Injectable()
export class RoundFileService {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly edits: AssessmentEditService,
    private readonly writes: AssessmentEditRepository,
  ) {}

  async export(caller: Caller, id: string, { format }: QueryOf<'assessment.export'>): Promise<RoundFile> {
    const subject = await this.assessments.readOne(caller, id);
    const t = createTranslator(caller.language);
    const rows = roundRows(tableOf(subject, caller, t), wordsOf(t));
    const { clusterSlug: cluster, kind, round, confidence } = subject.assessment;
    const bytes = format === 'csv' ? roundCsv(rows) : await roundXlsx(rows, t(`indicators.kind.${kind}`));
    const mark = confidence === 'illustrative' ? `-${t('terms.confidence.illustrative')}` : '';
    const name = `${t('assessment.file.name', { cluster, kind, round })}${mark}.${format}`;
    return { name, mediaType: mediaTypes[format], base64: bytes.toString('base64') };
  }

  async preview(caller: Caller, id: string, body: BodyOf<'assessment.import-preview'>): Promise<RoundPreview> {
    const subject = await this.edits.readEditable(caller, id);
    const { answers, errors } = await readFile(subject, body);
    const { language } = caller;
    const known = new Map(subject.assessment.answers.map((answer) => [answer.indicator, answer]));
    const names = new Map(subject.framework.indicators.map((one) => [one.code, language === 'da' ? one.nameDa : one.nameEn]));
    const changes = answers.flatMap(({ indicator, score, comment, isToConfirm }) => {
      const before = known.get(indicator);
      const commentChanged = (before?.comment ?? null) !== comment;
      const isSame = (before?.score ?? null) === score && !commentChanged && (before?.isToConfirm ?? false) === isToConfirm;
      return isSame
        ? []
        : [{ indicator, name: names.get(indicator) ?? indicator, before: before?.score ?? null, after: score, commentChanged }];
    });
    return { answersRevision: answersRevision(subject.assessment), changes, errors: errors.map((error) => presentError(error, language)) };
  }

  async import(caller: Caller, id: string, { answersRevision: seen, ...body }: BodyOf<'assessment.import'>): Promise<Saved> {
    const subject = await this.edits.readEditable(caller, id);
    const { answers, errors } = await readFile(subject, body);
    if (errors.length > 0) {
      throw new Refusal(
        'invalid-input',
        errors.map((error) => ({ ...presentError(error, caller.language), field: `${error.column}.${error.row}`, code: 'cells-wrong' })),
      );
    }
    const file = { answers, expectedAnswersRevision: seen, ...statedBy(caller) };
    return this.writes.importAnswers(actorOf(caller, null), caller.scope, id, file);
  }
}

async function readFile({ assessment, framework }: Subject, { name, base64 }: { name: string; base64: string }): Promise<ReadRound> {
  const cells = await readRoundFile(name, Buffer.from(base64, 'base64')).catch((error: unknown) => {
    if (error instanceof UnreadableFileError) throw new Refusal('invalid-input', [{ field: 'base64', code: 'file-unreadable' }]);
    throw error;
  });
  const translators = languages.map((language) => createTranslator(language));
  return readRound(cells, {
    framework,
    words: translators.map(wordsOf),
    cluster: assessment.clusterName,
    frameworkName: nameOf(framework),
  });
}

/** The same in every language: it is compared. */
const nameOf = ({ level, version }: StoredFramework): string => `${level} ${version}`;

function tableOf({ assessment, framework }: Subject, { role, language }: Caller, t: Translator): RoundTable {
  const inLanguage = (names: { nameDa: string; nameEn: string }) => (language === 'da' ? names.nameDa : names.nameEn);
  const answers = new Map(assessment.answers.map((answer) => [answer.indicator, answer]));
  const dimensions = new Map(framework.dimensions.map((dimension) => [dimension.code, inLanguage(dimension)]));
  return {
    cluster: assessment.clusterName,
    kind: t(`indicators.kind.${assessment.kind}`),
    round: assessment.round,
    framework: nameOf(framework),
    lines: framework.indicators.map((indicator) => {
      const answer = answers.get(indicator.code);
      return {
        indicator: indicator.code,
        name: inLanguage(indicator),
        dimension: dimensions.get(indicator.dimension) ?? indicator.dimension,
        minimum: indicator.minimum,
        maximum: indicator.maximum,
        score: answer?.score ?? null,
        isToConfirm: answer?.isToConfirm ?? false,
        comment: maySeeNames(role) ? (answer?.comment ?? null) : null,
      };
    }),
  };
}

function wordsOf(t: Translator): RoundWords {
  const columns = Object.fromEntries(roundColumns.map((column) => [column, t(`assessment.file.cells.${column}`)]));
  return { columns: columns as RoundWords['columns'], yes: t('assessment.file.yes'), no: t('assessment.file.no') };
}

function presentError({ row, column, fault, params }: CellError, language: Language): RoundPreview['errors'][number] {
  const t = createTranslator(language);
  return { row, column: t(`assessment.file.cells.${column}`), message: t(`assessment.file.faults.${fault}`, { ...params }) };
}
