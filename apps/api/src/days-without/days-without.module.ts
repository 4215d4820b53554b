import { Module } from '@nestjs/common';
import { DaysWithoutController } from './days-without.controller.js';
import { DaysWithoutService } from './days-without.service.js';

@Module({
  controllers: [DaysWithoutController],
  providers: [DaysWithoutService],
})
export class DaysWithoutModule {}
