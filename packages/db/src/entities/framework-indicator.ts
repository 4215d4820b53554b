import type { Confidence, ScaleStep } from '@klyngevagt/scoring';
import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Fact } from './fact.js';
import { FrameworkEntity } from './framework.js';

/** One indicator of one version. `source` and `confidence` are of its name and meaning, `valuesConfidence` of scale, minimum and weight. */
@Entity('framework_indicator')
@Unique('framework_indicator_once', ['frameworkId', 'code'])
@Check('framework_indicator_code_given', `code <> ''`)
@Check('framework_indicator_maximum_positive', 'maximum > 0')
@Check('framework_indicator_minimum_within', 'minimum between 0 and maximum')
@Check('framework_indicator_weight_not_negative', 'weight >= 0')
@Check('framework_indicator_values_confidence_known', `values_confidence in ('sourced', 'partly', 'assumption', 'illustrative')`)
export class FrameworkIndicatorEntity extends Fact {
  @ForeignKey(() => FrameworkEntity, { name: 'framework_indicator_framework', onDelete: 'CASCADE' })
  @Column('uuid')
  frameworkId!: string;

  /** Its place in the list, from 1. */
  @Column('integer')
  position!: number;

  @Column('text')
  code!: string;

  @Column('text')
  nameDa!: string;

  @Column('text')
  nameEn!: string;

  /** Code of one of the framework's dimensions. */
  @Column('text')
  dimension!: string;

  @Column('text')
  measuresDa!: string;

  @Column('text')
  measuresEn!: string;

  @Column('jsonb')
  scale!: ScaleStep[];

  @Column('double precision')
  maximum!: number;

  /** Null: nobody published one. */
  @Column('double precision', { nullable: true })
  minimum!: number | null;

  @Column('double precision')
  weight!: number;

  @Column('text')
  valuesConfidence!: Confidence;
}
