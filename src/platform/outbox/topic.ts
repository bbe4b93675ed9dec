import { SetMetadata } from '@nestjs/common';

/** Something that happened, or a job to do: a name and the shape of what it carries (ids only, never personal data). */
export interface Topic<Payload> {
  readonly name: string;
  /** Only for the type checker. */
  readonly payload?: Payload;
}

const topics = new Map<string, Topic<unknown>>();

/** Declares a topic; it belongs to the room that announces it. @throws Error when the name is taken. */
export function defineTopic<Payload>(name: string): Topic<Payload> {
  const topic: Topic<Payload> = { name };
  if (topics.has(name)) throw new Error(`Topic ${name} is declared twice`);
  topics.set(name, topic);
  return topic;
}

/** Names of all declared topics. */
export const declaredTopics = (): string[] => [...topics.keys()].sort();

export const HANDLES = 'outbox:handles';

/** What a handler is given. */
export interface Delivery<Payload> {
  readonly id: string;
  readonly payload: Payload;
}

/**
 * Marks the method that reacts to a topic: `(payload) => Promise<void>`, at most ten lines. It runs once, inside the
 * transaction that also remembers that it ran; it must read its facts again and ask whether it is still needed.
 */
export const Handles = <Payload>(topic: Topic<Payload>) => SetMetadata(HANDLES, topic.name);
