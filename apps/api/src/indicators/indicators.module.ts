import { Module } from '@nestjs/common';
import { CalibrationService } from './calibration.service.js';
import { IndicatorFileService } from './indicator-file.service.js';
import { IndicatorController } from './indicator.controller.js';
import { IndicatorService } from './indicator.service.js';

@Module({
  controllers: [IndicatorController],
  providers: [CalibrationService, IndicatorFileService, IndicatorService],
})
export class IndicatorsModule {}
