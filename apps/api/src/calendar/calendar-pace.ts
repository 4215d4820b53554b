import { Injectable } from '@nestjs/common';
import { MinutePace } from '../http/minute-pace.js';

/** Of each feed, twice a second: a calendar that asks every minute is answered; one that asks without end is told to wait. */
@Injectable()
export class CalendarPace extends MinutePace {
  constructor() {
    super(120);
  }
}
