import { type DynamicModule, Global, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { ClsPluginTransactional } from '@nestjs-cls/transactional';
import { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { ClsModule } from 'nestjs-cls';
import { LOCALE, localeOf } from '../messages/messages.js';
import { dataSourceOptions } from './data-source.js';
import { Database, POINT_POOL } from './database.js';
import { pointPool } from './point-pool.js';

/** The pool, the transaction host and the one door to both. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(databaseUrl: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(databaseUrl), autoLoadEntities: true, migrationsRun: false }),
        ClsModule.forRoot({
          global: true,
          middleware: {
            mount: true,
            generateId: true,
            idGenerator: (request: { id: string }) => request.id,
            setup: (cls, request: { headers: Record<string, string | undefined> }) => {
              cls.set(LOCALE, localeOf(request.headers));
            },
          },
          plugins: [
            new ClsPluginTransactional({
              imports: [TypeOrmModule],
              adapter: new TransactionalAdapterTypeOrm({ dataSourceToken: getDataSourceToken() }),
            }),
          ],
        }),
      ],
      providers: [{ provide: POINT_POOL, useFactory: () => pointPool(databaseUrl) }, Database],
      exports: [Database],
    };
  }
}
