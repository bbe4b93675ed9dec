import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came in. */
export interface TakenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface GatewayAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** Answers only when the server stops: whoever waits runs out of time. */
  readonly never?: boolean;
}

/** A small real HTTP server on loopback that writes down what it is sent and answers what it is told to. */
export interface TestGateway {
  readonly url: string;
  readonly requests: TakenRequest[];
  /** Says what is answered from now on. */
  answer(how: (request: TakenRequest, n: number) => GatewayAnswer): void;
  stop(): Promise<void>;
}

export async function startGateway(): Promise<TestGateway> {
  const requests: TakenRequest[] = [];
  let answer: (request: TakenRequest, n: number) => GatewayAnswer = (_, n) => ({
    status: 200,
    body: JSON.stringify({ id: `m-${n}` }),
  });
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const taken = { method, path, headers, body: Buffer.concat(chunks) };
      requests.push(taken);
      const { status, headers: ours = {}, body = '', never = false } = answer(taken, requests.length);
      if (!never) response.writeHead(status, ours).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (how) => (answer = how),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
