import type { HeatMapView } from '@klyngevagt/contracts';
import type { StoredAssessment, StoredFramework } from '@klyngevagt/db';
import type { Language } from '@klyngevagt/messages';
import { type AssessmentKind, type FrameworkIndicator, type Level, speakingAssessment } from '@klyngevagt/scoring';
import type { DecidedRow, ReadingOfRows } from '../portfolio/decision-reader.js';
import { presentProgramme } from '../portfolio/programme.presenter.js';

/** What was read to set clusters side by side. */
export interface Compared {
  reading: ReadingOfRows;
  level: Level;
  kind: AssessmentKind | null;
  /** Slug of the programme asked for. */
  programme: string | null;
  /** Of the level, the newest first. */
  frameworks: readonly StoredFramework[];
  active: StoredFramework | null;
  /** Closed ones under those frameworks. */
  assessments: readonly StoredAssessment[];
}

export interface ComparedCluster {
  cluster: DecidedRow['cluster'];
  /** What speaks for the cluster, and the version that it stands under. */
  shown: { assessment: StoredAssessment; framework: StoredFramework } | null;
  /** Closed by the day asked about, the newest first. */
  history: readonly StoredAssessment[];
}

/** The clusters by name, each with its assessments. */
export function comparedClusters({ reading, assessments, kind, frameworks }: Compared): ComparedCluster[] {
  const byName = new Intl.Collator('da-DK');
  const clusters = reading.clusters.map(({ cluster }): ComparedCluster => {
    const own = assessments.filter(({ clusterId }) => clusterId === cluster.id);
    const assessment = speakingAssessment(own, reading.on, kind);
    const framework = frameworks.find(({ id }) => id === assessment?.frameworkId);
    return {
      cluster,
      shown: assessment && framework ? { assessment, framework } : null,
      history: own.filter(({ closedOn }) => closedOn !== null && closedOn <= reading.on),
    };
  });
  return clusters.sort((one, other) => byName.compare(one.cluster.name, other.cluster.name));
}

/** Indicators of the version in use, then those that only the versions shown have, each as its newest version words it. */
export function comparedIndicators({ active }: Compared, clusters: readonly ComparedCluster[]): FrameworkIndicator[] {
  const found = new Map<string, FrameworkIndicator>();
  for (const framework of [active, ...clusters.map(({ shown }) => shown?.framework)]) {
    for (const indicator of framework?.indicators ?? []) if (!found.has(indicator.code)) found.set(indicator.code, indicator);
  }
  return [...found.values()];
}

type Frame = Pick<HeatMapView, 'on' | 'today' | 'known' | 'level' | 'kind' | 'programme' | 'programmes' | 'framework'>;

export function presentFrame({ reading, level, kind, programme, active }: Compared, language: Language): Frame {
  const { on, today, known, programmes } = reading;
  const asked = programmes.find(({ slug }) => slug === programme);
  return {
    on,
    today,
    known,
    level,
    kind,
    programme: asked ? presentProgramme(asked, language) : null,
    programmes: programmes.map((one) => presentProgramme(one, language)),
    framework: active && {
      id: active.id,
      version: active.version,
      minimums: active.indicators.filter(({ code, minimum }) => minimum !== null && bindsIn(active, code)).length,
      assumed: active.indicators.filter(({ valuesConfidence }) => valuesConfidence === 'assumption').length,
    },
  };
}

function bindsIn({ passRule }: StoredFramework, code: string): boolean {
  return passRule.bindingMinimums === 'all' || passRule.bindingMinimums.includes(code);
}

export function presentIndicator(indicator: FrameworkIndicator, { active }: Compared, language: Language) {
  const { code, dimension, maximum, minimum, valuesConfidence } = indicator;
  return {
    code,
    name: language === 'da' ? indicator.nameDa : indicator.nameEn,
    measures: language === 'da' ? indicator.measuresDa : indicator.measuresEn,
    dimension,
    maximum,
    minimum: active && !bindsIn(active, code) ? null : minimum,
    assumed: valuesConfidence === 'assumption',
  };
}

/** Dimensions in the order of the versions, each named once. */
export function comparedDimensions(compared: Compared, language: Language): { code: string; name: string }[] {
  const names = new Map<string, string>();
  for (const framework of [compared.active, ...compared.frameworks]) {
    for (const { code, nameDa, nameEn } of framework?.dimensions ?? []) {
      if (!names.has(code)) names.set(code, language === 'da' ? nameDa : nameEn);
    }
  }
  return [...names].map(([code, name]) => ({ code, name }));
}

/** Where a row of scores comes from. */
export function presentShown(assessment: StoredAssessment, frameworks: readonly StoredFramework[]) {
  const { id, kind, round, frameworkId, confidence } = assessment;
  if (assessment.closedOn === null) throw new RangeError(`Assessment ${id} is not closed`);
  const frameworkVersion = frameworks.find((framework) => framework.id === frameworkId)?.version ?? '';
  return {
    id,
    kind,
    round,
    frameworkId,
    frameworkVersion,
    closedOn: assessment.closedOn,
    illustrative: confidence === 'illustrative',
  };
}
