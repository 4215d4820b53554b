import { Controller, Get, Header, Inject } from '@nestjs/common';
import { OpenToEveryone } from '../auth/session.guard.js';
import { Build } from '../build.js';
import { openApiDocument } from './openapi.js';

/** The API described for programs. The page for people is mounted beside it. */
@Controller()
export class DocumentationController {
  private readonly document: object;

  constructor(@Inject(Build) build: Build) {
    this.document = openApiDocument(build.version);
  }

  @Get('/api/openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @OpenToEveryone()
  read(): object {
    return this.document;
  }
}
