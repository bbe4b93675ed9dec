import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { AccessBootCheck } from '../../src/platform/access/boot-check.js';
import { definePolicy, Policy, Public } from '../../src/platform/access/policy.js';
import { createHttpApp } from '../../src/platform/http/create-http-app.js';
import { Handles, defineTopic } from '../../src/platform/outbox/topic.js';
import { AppModule } from '../../src/roles/app.module.js';
import { newDatabase, type TestDatabase } from '../support/database.js';
import { testSettings } from '../support/settings.js';

/** What was forgotten is told before the first request, by name. */
let database: TestDatabase;
beforeAll(async () => {
  database = await newDatabase('empty');
});
afterAll(() => database.drop());

/** Starts the product with one more module; what it says when it refuses, or null. */
async function refusal(extra: object): Promise<string | null> {
  const settings = testSettings();
  const product = AppModule.forRoot({ settings, databaseUrl: database.url, worker: false });
  const app = await createHttpApp(
    { ...product, imports: [...(product.imports ?? []), extra as never] },
    settings,
    '/no-web-client',
  );
  try {
    await app.init();
    return null;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await app.close().catch(() => undefined);
  }
}

test('the product as it is starts', async () => {
  @Module({})
  class NothingMore {}
  expect(await refusal(NothingMore)).toBeNull();
  expect(AccessBootCheck).toBeDefined();
});

test('a route that says neither who may call it nor why everyone may is named and stops the start', async () => {
  @Controller('forgotten')
  class ForgottenController {
    @Get('open')
    @Public('says why')
    open(): string {
      return '';
    }
    @Get()
    leak(): string {
      return 'everything';
    }
  }
  @Module({ controllers: [ForgottenController] })
  class ForgottenModule {}
  const said = await refusal(ForgottenModule);
  expect(said).toContain('ForgottenController.leak');
  expect(said).not.toContain('ForgottenController.open');
});

test('a route that asks for an ability nobody declared stops the start', async () => {
  @Controller('misspelt')
  @Policy('courses.raed')
  class MisspeltController {
    @Get()
    read(): string {
      return '';
    }
  }
  @Module({ controllers: [MisspeltController] })
  class MisspeltModule {}
  expect(await refusal(MisspeltModule)).toContain('MisspeltController.read');
});

test('a topic that nobody handles stops the start, and is named', async () => {
  defineTopic<object>('test.nobodyCares');
  @Module({})
  class NothingMore {}
  expect(await refusal(NothingMore)).toContain('Topics without a handler: test.nobodyCares');

  @Injectable()
  class CaringJobs {
    @Handles({ name: 'test.nobodyCares' })
    care(): Promise<void> {
      return Promise.resolve();
    }
    @Handles({ name: 'test.neverDeclared' })
    wonder(): Promise<void> {
      return Promise.resolve();
    }
  }
  @Module({ providers: [CaringJobs] })
  class CaringModule {}
  expect(await refusal(CaringModule)).toContain('Handlers of undeclared topics: test.neverDeclared');
});

test('an ability or a topic declared twice is refused', () => {
  definePolicy({ 'test.once': ['board'] });
  expect(() => definePolicy({ 'test.once': ['cell'] })).toThrow('test.once');
  defineTopic('test.twice');
  expect(() => defineTopic('test.twice')).toThrow('test.twice');
});
