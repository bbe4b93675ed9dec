import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { IdempotentAnswers } from './idempotency/idempotent-answers.js';
import { HealthController } from './health.controller.js';
import { ProblemFilter } from './problem.filter.js';

@Global()
@Module({
  controllers: [HealthController],
  providers: [{ provide: APP_FILTER, useClass: ProblemFilter }, IdempotentAnswers],
  exports: [IdempotentAnswers],
})
export class HttpModule {}
