import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { AppModule } from './app.module.js';
import { Accounts } from './auth/accounts.js';
import { DemoAccounts } from './auth/demo-accounts.js';
import { mountAuth } from './http/auth-route.js';
import { serveDashboard } from './http/dashboard.js';
import { serveDocumentationPage } from './http/documentation-page.js';
import { loggerOptions, logRequests, NestLines } from './http/logging.js';
import { allowedOrigins, checkOrigins } from './http/origin-check.js';
import { addSecurityHeaders } from './http/security-headers.js';
import { boundedReading, boundRequests } from './http/unreadable-requests.js';
import { mountMailReturns } from './mail-returns/mail-return-route.js';
import { MailReturnService } from './mail-returns/mail-return.service.js';
import { RepeatedAnswers } from './present/repeated-answers.js';
import type { Settings } from './settings.js';

const bodyLimitBytes = 256 * 1024;

/** The API ready to listen or to be asked in process. Close it to let go of the database. */
export async function createApp(settings: Settings): Promise<NestFastifyApplication> {
  const { env } = settings;
  const adapter = new FastifyAdapter({
    logger: loggerOptions(settings.logLevel, settings.logStream),
    // Requests are logged by their route, once, when they are answered.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: env.trustedProxies.length > 0 ? env.trustedProxies : false,
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    ...boundedReading(settings.patience),
  });
  const server = adapter.getInstance();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(settings, server.log), adapter, {
    logger: new NestLines(server.log),
    abortOnError: false,
  });
  await addSecurityHeaders(server, env.publicUrl.startsWith('https://'));
  // How large a file may be is told by whoever reads it.
  await server.register(multipart, { throwFileSizeLimit: false });
  boundRequests(server, settings.patience);
  checkOrigins(server, allowedOrigins(env.publicUrl));
  logRequests(server);
  app.get(RepeatedAnswers).serve(server);
  mountAuth(server, app.get(Accounts), env.publicUrl);
  await mountMailReturns(server, app.get(MailReturnService), env.mailReturnsToken);
  if (env.dashboardDir) await serveDashboard(server, env.dashboardDir);
  await serveDocumentationPage(server);
  await app.init();
  if (env.isDemo) await app.get(DemoAccounts).ensure();
  await server.ready();
  return app;
}
