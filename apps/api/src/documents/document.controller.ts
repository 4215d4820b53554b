import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { attachment, fileHeaders } from './download-headers.js';
import { DocumentService } from './document.service.js';

@Controller()
export class DocumentController {
  constructor(private readonly service: DocumentService) {}

  @Endpoint('document.list')
  async list(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'document.list'>,
    @Query() query: QueryOf<'document.list'>,
  ): Promise<ResponseOf<'document.list'>> {
    return this.service.list(caller, slug, query);
  }

  @Endpoint('document.upload')
  async upload(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'document.upload'>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<'document.upload'>> {
    return this.service.upload(caller, slug, request);
  }

  @Endpoint('document.expect')
  async expect(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'document.expect'>,
    @Body() body: BodyOf<'document.expect'>,
  ): Promise<ResponseOf<'document.expect'>> {
    return this.service.expect(caller, slug, body);
  }

  @Endpoint('document.replace')
  async replace(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'document.replace'>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<'document.replace'>> {
    return this.service.replace(caller, id, request);
  }

  @Endpoint('document.withdraw')
  async withdraw(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'document.withdraw'>,
    @Body() body: BodyOf<'document.withdraw'>,
  ): Promise<ResponseOf<'document.withdraw'>> {
    return this.service.withdraw(caller, id, body);
  }

  @Endpoint('document-version.decide')
  async decide(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'document-version.decide'>,
    @Body() body: BodyOf<'document-version.decide'>,
  ): Promise<ResponseOf<'document-version.decide'>> {
    return this.service.decide(caller, id, body);
  }

  @Endpoint('document-version.download')
  async download(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'document-version.download'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResponseOf<'document-version.download'>> {
    const { version, bytes } = await this.service.download(caller, id);
    void reply.headers(fileHeaders);
    return new StreamableFile(bytes, {
      type: version.mediaType,
      length: version.sizeBytes,
      disposition: attachment(version.fileName ?? `dokument-${version.number}`),
    });
  }
}
