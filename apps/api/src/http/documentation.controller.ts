import { Controller, Get, Header, Inject } from '@nestjs/common';
import { OpenToEveryone } from '../auth/session.guard.js';
import { Build } from '../build.js';
import { openApiDocument } from './openapi.js';

/** The API described for programs. The page for people is mounted beside it. */
@Controller()
export class DocumentationController {
  private document: object | null = null;

  constructor(@Inject(Build) private readonly build: Build) {}

  @Get('/api/openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @OpenToEveryone()
  read(): object {
    // Made when somebody asks for it.
    return (this.document ??= openApiDocument(this.build.version));
  }
}
