import type { ResponseOf } from '@klyngevagt/contracts';
import { Controller } from '@nestjs/common';
import { Endpoint } from '../http/endpoint.decorator.js';
import { RetentionService } from './retention.service.js';

@Controller()
export class RetentionController {
  constructor(private readonly service: RetentionService) {}

  @Endpoint('retention.read')
  async read(): Promise<ResponseOf<'retention.read'>> {
    return this.service.read();
  }
}
