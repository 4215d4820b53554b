import type { CalendarDate } from '@klyngevagt/scoring';
import { Column } from 'typeorm';
import { Fact } from './fact.js';

/** A rule applies to days from `effectiveFrom` on, until a later row of the same key. */
export abstract class Rule extends Fact {
  @Column('date')
  effectiveFrom!: CalendarDate;
}
