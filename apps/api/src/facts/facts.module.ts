import { Module } from '@nestjs/common';
import { RecertificationModule } from '../recertification/recertification.module.js';
import { AwardController } from './award.controller.js';
import { AwardService } from './award.service.js';
import { CorrectionController } from './correction.controller.js';
import { CorrectionService } from './correction.service.js';
import { DutyController } from './duty.controller.js';
import { DutyService } from './duty.service.js';
import { ObservationController } from './observation.controller.js';
import { ObservationService } from './observation.service.js';
import { PlanController } from './plan.controller.js';
import { PlanService } from './plan.service.js';
import { WaiverController } from './waiver.controller.js';
import { WaiverService } from './waiver.service.js';

@Module({
  imports: [RecertificationModule],
  controllers: [AwardController, CorrectionController, DutyController, ObservationController, PlanController, WaiverController],
  providers: [AwardService, CorrectionService, DutyService, ObservationService, PlanService, WaiverService],
})
export class FactsModule {}
