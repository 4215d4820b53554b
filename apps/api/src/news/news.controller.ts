import type { BodyOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { NewsService } from './news.service.js';

@Controller()
export class NewsController {
  constructor(private readonly service: NewsService) {}

  @Endpoint('news.read')
  async read(@CurrentCaller() caller: Caller): Promise<ResponseOf<'news.read'>> {
    return this.service.read(caller);
  }

  @Endpoint('news.looked')
  async markLooked(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'news.looked'>): Promise<ResponseOf<'news.looked'>> {
    return this.service.markLooked(caller, body);
  }
}
