declare module '*.json?first' {
  export const texts: Record<string, unknown>;
}
declare module '*.json?rest' {
  export const texts: Record<string, unknown>;
}
