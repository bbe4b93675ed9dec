import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { declaredTopics, HANDLES } from './topic.js';

type Handler = (payload: unknown) => Promise<void>;

/** Which methods react to which topics. Refuses to start when a topic has no handler, or a handler no topic. */
@Injectable()
export class HandlerRegistry implements OnApplicationBootstrap {
  private readonly handlers = new Map<string, Handler>();
  private readonly byTopic = new Map<string, string[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders()) this.register(instance as object | undefined);
    const known = declaredTopics();
    const orphans = known.filter((topic) => !this.byTopic.has(topic));
    if (orphans.length > 0) throw new Error(`Topics without a handler: ${orphans.join(', ')}`);
    const strangers = [...this.byTopic.keys()].filter((topic) => !known.includes(topic));
    if (strangers.length > 0) throw new Error(`Handlers of undeclared topics: ${strangers.join(', ')}`);
  }

  /** Names of a topic's handlers. */
  of(topic: string): readonly string[] {
    return this.byTopic.get(topic) ?? [];
  }

  /** The handler of that name. @throws Error when this program does not have it (an older one may have promised it). */
  get(name: string): Handler {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`No handler is named ${name}`);
    return handler;
  }

  private register(instance: object | undefined): void {
    if (!instance || !Object.getPrototypeOf(instance)) return;
    const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
    for (const method of this.scanner.getAllMethodNames(prototype)) {
      const body = prototype[method];
      if (typeof body !== 'function') continue;
      const topic = Reflect.getMetadata(HANDLES, body) as string | undefined;
      if (topic === undefined) continue;
      const name = `${topic}:${instance.constructor.name}.${method}`;
      this.handlers.set(name, (payload) => (body as Handler).call(instance, payload));
      this.byTopic.set(topic, [...(this.byTopic.get(topic) ?? []), name]);
    }
  }
}
