import { Liquid, LiquidError } from 'liquidjs';

/** What a reader sees: one line, and what stands below it. */
export interface MessageText {
  readonly title: string;
  readonly body: string;
  /** What goes by short message; without it the title does. */
  readonly short?: string | null | undefined;
}

/** What is wrong with a text, and where. */
export interface TemplateFault {
  readonly rule: 'templateUnknownVariable' | 'templateUnclosed' | 'templateUnknownTag' | 'templateBroken';
  readonly facts: { readonly line: number; readonly column: number; readonly name: string; readonly names: string };
}

/** Choices alone: nothing that loops, reads files or sets variables. */
const TAGS = ['if', 'unless', 'case', 'comment'];
const FILTERS = ['upcase', 'downcase', 'capitalize', 'strip', 'default'];

/** Liquid cut down to what a letter needs; it can run no code of anybody's, and stops at limits. */
const engine = cutDown(
  new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    lenientIf: true,
    templates: {},
    parseLimit: 20_000,
    renderLimit: 200,
    memoryLimit: 200_000,
  }),
);

function cutDown(liquid: Liquid): Liquid {
  const without = (all: Record<string, unknown>, kept: readonly string[]): void => {
    for (const name of Object.keys(all)) if (!kept.includes(name)) Reflect.deleteProperty(all, name);
  };
  without(liquid.tags, TAGS);
  without(liquid.filters, FILTERS);
  return liquid;
}

/** What is wrong with a text that may speak of these variables; nothing when it can be kept. */
export function templateFaults(text: string, variables: readonly string[]): TemplateFault[] {
  const names = variables.map((name) => `{{${name}}}`).join(', ');
  try {
    const { globals } = engine.parseAndAnalyzeSync(text);
    return Object.values(globals)
      .flat()
      .filter(({ segments }) => segments.length !== 1 || !variables.includes(String(segments[0])))
      .map(({ segments, location }) => ({
        rule: 'templateUnknownVariable',
        facts: { line: location.row, column: location.col, name: segments.join('.'), names },
      }));
  } catch (error) {
    return [faultOf(error, names)];
  }
}

function faultOf(error: unknown, names: string): TemplateFault {
  const { message } = error as Error;
  const [, line = '1', column = '1'] = /line:(\d+), col:(\d+)/.exec(message) ?? [];
  const name = (LiquidError.is(error) ? error.token.getText() : '').slice(0, 40);
  const rule = /not closed/.test(message)
    ? 'templateUnclosed'
    : /tag .* not found/.test(message)
      ? 'templateUnknownTag'
      : 'templateBroken';
  return { rule, facts: { line: Number(line), column: Number(column), name, names } };
}

/** A sound text filled; what it may speak of and is not given is empty, and counts as no in a choice. */
export function fillTemplate(text: string, variables: readonly string[], facts: Record<string, unknown>): string {
  const given = Object.fromEntries(
    variables.map((name) => [name, facts[name] === undefined || facts[name] === '' ? null : facts[name]]),
  );
  return engine.parseAndRenderSync(text, given) as string;
}
