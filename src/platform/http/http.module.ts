import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { ContentionInterceptor } from './contention.interceptor.js';
import { IdempotentAnswers } from './idempotency/idempotent-answers.js';
import { HealthController } from './health.controller.js';
import { ProblemFilter } from './problem.filter.js';

@Global()
@Module({
  controllers: [HealthController],
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: ContentionInterceptor },
    IdempotentAnswers,
  ],
  exports: [IdempotentAnswers],
})
export class HttpModule {}
