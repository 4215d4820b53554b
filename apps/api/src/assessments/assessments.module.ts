import { Module } from '@nestjs/common';
import { AssessmentEditService } from './assessment-edit.service.js';
import { AssessmentController } from './assessment.controller.js';
import { AssessmentService } from './assessment.service.js';
import { RoundFileController } from './round-file.controller.js';
import { RoundFileService } from './round-file.service.js';

@Module({
  controllers: [AssessmentController, RoundFileController],
  providers: [AssessmentEditService, AssessmentService, RoundFileService],
})
export class AssessmentsModule {}
