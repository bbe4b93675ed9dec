import { type EntitySubscriberInterface, EventSubscriber, type QueryRunner } from 'typeorm';

/** What each open transaction does once it has committed. */
const waiting = new WeakMap<QueryRunner, (() => void)[]>();

/** Adds something to be done once this runner's transaction has committed. */
export function onCommit(runner: QueryRunner, act: () => void): void {
  const acts = waiting.get(runner);
  if (acts) acts.push(act);
  else waiting.set(runner, [act]);
}

/** Hears of the ends of transactions from TypeORM; a savepoint's end is not one. */
@EventSubscriber()
export class CommitSubscriber implements EntitySubscriberInterface {
  afterTransactionCommit({ queryRunner }: { queryRunner: QueryRunner }): void {
    if (queryRunner.isTransactionActive) return;
    const acts = waiting.get(queryRunner) ?? [];
    waiting.delete(queryRunner);
    for (const act of acts) act();
  }

  afterTransactionRollback({ queryRunner }: { queryRunner: QueryRunner }): void {
    if (!queryRunner.isTransactionActive) waiting.delete(queryRunner);
  }
}
