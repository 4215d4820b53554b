import { Module } from '@nestjs/common';
import { ChainService } from './chain.service.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineService } from './timeline.service.js';

@Module({
  controllers: [TimelineController],
  providers: [ChainService, TimelineService],
})
export class TimelineModule {}
