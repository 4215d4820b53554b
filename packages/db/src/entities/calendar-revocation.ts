import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CalendarFeedEntity } from './calendar-feed.js';
import { PersonEntity } from './person.js';

/** An administrator closed somebody else's calendar link. The ledger has who and why. */
@Entity('calendar_revocation')
@Unique('calendar_revocation_once', ['feedId'])
@Index('calendar_revocation_of_person', ['personId'])
export class CalendarRevocationEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => CalendarFeedEntity, { name: 'calendar_revocation_feed', onDelete: 'CASCADE' })
  @Column('uuid')
  feedId!: string;

  /** Whose it was. */
  @ForeignKey(() => PersonEntity, { name: 'calendar_revocation_person', onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
