/** A message whose text the board may write itself: its kind, and what it may speak of. */
export interface TemplateKind {
  readonly kind: string;
  readonly variables: readonly string[];
}

const kinds = new Map<string, TemplateKind>();

/** Declares messages that have a template; the room that sends them does. @throws Error for one that is declared twice. */
export function defineTemplates(...all: TemplateKind[]): readonly TemplateKind[] {
  for (const one of all) {
    if (kinds.has(one.kind)) throw new Error(`Template ${one.kind} is declared twice`);
    kinds.set(one.kind, one);
  }
  return all;
}

/** What messages of a kind may speak of; nothing for those without a template. */
export const variablesOf = (kind: string): readonly string[] => kinds.get(kind)?.variables ?? [];

/** All messages that have a template. */
export const templateKinds = (): TemplateKind[] => [...kinds.values()];
