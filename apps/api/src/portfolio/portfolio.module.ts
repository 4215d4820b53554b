import { Module } from '@nestjs/common';
import { ReminderCounts } from '../reminders/reminder-counts.js';
import { PortfolioController } from './portfolio.controller.js';
import { PortfolioService } from './portfolio.service.js';

@Module({
  controllers: [PortfolioController],
  providers: [PortfolioService, ReminderCounts],
})
export class PortfolioModule {}
