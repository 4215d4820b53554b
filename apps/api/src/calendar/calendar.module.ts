import { Module } from '@nestjs/common';
import { CalendarFeedReader } from './calendar-feed-reader.js';
import { CalendarFeedService } from './calendar-feed.service.js';
import { CalendarPace } from './calendar-pace.js';
import { CalendarController } from './calendar.controller.js';
import { ClusterCalendar } from './cluster-calendar.js';

@Module({
  controllers: [CalendarController],
  providers: [CalendarFeedReader, CalendarFeedService, ClusterCalendar, CalendarPace],
})
export class CalendarModule {}
