/** The rooms, each with those it may import. */
export const MODULES: Readonly<Record<string, readonly string[]>>;
/** The map as a Mermaid picture. */
export const picture: () => string;
/** A document with the picture between its marks drawn anew. @throws Error when it has no marks. */
export const redraw: (document: string) => string;
