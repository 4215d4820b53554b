import type { BodyOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { GridService } from './grid.service.js';

@Controller()
export class GridController {
  constructor(private readonly service: GridService) {}

  @Endpoint('grid.preview')
  async preview(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'grid.preview'>): Promise<ResponseOf<'grid.preview'>> {
    return this.service.preview(caller, body);
  }

  @Endpoint('grid.save')
  async save(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'grid.save'>): Promise<ResponseOf<'grid.save'>> {
    return this.service.save(caller, body);
  }
}
