import { Module } from '@nestjs/common';
import { ProgrammeHeadController } from './programme-head.controller.js';
import { ProgrammeHeadService } from './programme-head.service.js';

@Module({
  controllers: [ProgrammeHeadController],
  providers: [ProgrammeHeadService],
})
export class ProgrammesModule {}
