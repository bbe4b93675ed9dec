import { foldVietnamese } from '../../../kernel/vietnamese-text.js';

/** A kind of training as a list may name it. */
export interface NamedProgram {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** Prepares the look-up of programs by name, code or kind, accents and case aside. */
export function programFinder<Program extends NamedProgram>(
  programs: readonly Program[],
): (text: string) => Program | null {
  const byWords = new Map(
    programs.flatMap((program) =>
      [program.kind, program.code, program.name].map((words) => [foldVietnamese(words), program] as const),
    ),
  );
  return (text) => byWords.get(foldVietnamese(text)) ?? null;
}
