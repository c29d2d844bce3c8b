declare module 'virtual:styles' {
  /** The styles of each kind of page, compiled. */
  const texts: Record<import('./build/style.ts').StyleOf, string>
  export default texts
}
