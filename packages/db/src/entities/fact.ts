import type { Confidence } from '@klyngevagt/scoring';
import { Check, Column, CreateDateColumn, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** What every stored fact and rule carries: where it comes from, how sure it is, and the revision that an edit must name. */
@Check('confidence_known', `confidence in ('sourced', 'partly', 'assumption', 'illustrative')`)
@Check('source_named', `source <> ''`)
export abstract class Fact {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Page or document the fact comes from. It stands in the ledger as it is: never a person's name. */
  @Column('text')
  source!: string;

  /** `illustrative`: invented for the demonstration. */
  @Column('text')
  confidence!: Confidence;

  /** Raised by every edit; an edit that names an older one is refused. */
  @VersionColumn()
  revision!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
