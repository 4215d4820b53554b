import { Module } from '@nestjs/common';
import { CaseReader } from './case-reader.js';
import { CaseController } from './case.controller.js';
import { CaseService } from './case.service.js';
import { MilestoneService } from './milestone.service.js';

@Module({
  controllers: [CaseController],
  providers: [CaseReader, CaseService, MilestoneService],
  exports: [CaseReader],
})
export class RecertificationModule {}
