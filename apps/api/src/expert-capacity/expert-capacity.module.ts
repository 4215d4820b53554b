import { Module } from '@nestjs/common';
import { ExpertCapacityController } from './expert-capacity.controller.js';
import { ExpertCapacityService } from './expert-capacity.service.js';

@Module({
  controllers: [ExpertCapacityController],
  providers: [ExpertCapacityService],
})
export class ExpertCapacityModule {}
