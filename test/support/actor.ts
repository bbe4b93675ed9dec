import type { Actor, Role } from '../../src/platform/access/actor.js';
import type { TestApp } from './app.js';

/** Whom a demo account acts as, for calling a service without HTTP. */
export async function testActor(app: TestApp, username: string): Promise<Actor> {
  const [row] = await app.database.rows<{ id: string; role: Role; unitId: string; name: string }>(
    'SELECT id, role, unit_id AS "unitId", display_name AS name FROM accounts WHERE username = $1',
    [username],
  );
  if (!row) throw new Error(`No account ${username}`);
  const { id, role, unitId, name } = row;
  const credential = { kind: 'session' as const, id: '' };
  return { accountId: id, username, displayName: name, role, unitId, locale: 'vi', credential };
}
