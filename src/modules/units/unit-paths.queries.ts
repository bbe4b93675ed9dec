import { Global, Injectable, Module } from '@nestjs/common';
import { UnitPaths } from '../../platform/access/unit-paths.js';
import { Database } from '../../platform/database/database.js';

/** Paths as the table of units keeps them. */
@Injectable()
export class UnitPathsQueries extends UnitPaths {
  constructor(private readonly db: Database) {
    super();
  }

  async of(unitIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    const rows = await this.db.prepared<{ id: string; path: string[] }>(
      'unit-paths',
      'SELECT id, path FROM units WHERE id = ANY($1::uuid[])',
      [unitIds],
    );
    return new Map(rows.map(({ id, path }) => [id, path]));
  }
}

/** Global for one reason: the platform asks where units stand. */
@Global()
@Module({ providers: [{ provide: UnitPaths, useClass: UnitPathsQueries }], exports: [UnitPaths] })
export class UnitPathsModule {}
