/** Where the queue lives; its own token, since the database's address is not a setting when PostgreSQL is embedded. */
export class QueueBackend {
  constructor(
    readonly databaseUrl: string,
    readonly redisUrl: string | undefined,
  ) {}
}
