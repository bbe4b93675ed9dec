import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { isDeclaredAbility, POLICY, PUBLIC } from './policy.js';

const HTTP_METHOD = 'method';

/** Refuses to start while any route says neither who may call it nor why everyone may. */
@Injectable()
export class AccessBootCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.routes().filter(({ handler, controller }) => !this.isGuarded(handler, controller));
    if (open.length > 0) {
      throw new Error(
        `Routes without @Policy of a declared ability or @Public: ${open.map(({ name }) => name).join(', ')}`,
      );
    }
  }

  /** All route handlers of all controllers. */
  private routes() {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance ?? {}) as Record<string, object>;
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        if (!handler || Reflect.getMetadata(HTTP_METHOD, handler) === undefined) return [];
        return [{ name: `${metatype?.name ?? '?'}.${method}`, handler, controller: metatype as object }];
      });
    });
  }

  private isGuarded(handler: object, controller: object): boolean {
    const read = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
    const policy = read(POLICY);
    return Boolean(read(PUBLIC)) || (typeof policy === 'string' && isDeclaredAbility(policy));
  }
}
