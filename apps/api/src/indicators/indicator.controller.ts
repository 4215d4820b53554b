import type { ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { CalibrationService } from './calibration.service.js';
import { IndicatorFileService } from './indicator-file.service.js';
import { IndicatorService } from './indicator.service.js';

@Controller()
export class IndicatorController {
  constructor(
    private readonly service: IndicatorService,
    private readonly files: IndicatorFileService,
    private readonly calibrations: CalibrationService,
  ) {}

  @Endpoint('indicator.map')
  async map(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'indicator.map'>): Promise<ResponseOf<'indicator.map'>> {
    return this.service.readMap(caller, query);
  }

  @Endpoint('indicator.file')
  async file(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'indicator.file'>): Promise<ResponseOf<'indicator.file'>> {
    return this.files.write(caller, query);
  }

  @Endpoint('indicator.ranking')
  async ranking(
    @CurrentCaller() caller: Caller,
    @Param() { code }: ParamsOf<'indicator.ranking'>,
    @Query() query: QueryOf<'indicator.ranking'>,
  ): Promise<ResponseOf<'indicator.ranking'>> {
    return this.service.readRanking(caller, code, query);
  }

  @Endpoint('calibration.read')
  async calibration(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'calibration.read'>,
    @Query() query: QueryOf<'calibration.read'>,
  ): Promise<ResponseOf<'calibration.read'>> {
    return this.calibrations.read(caller, slug, query);
  }
}
