declare module 'virtual:style' {
  const text: string
  export default text
}

declare module 'virtual:desk-style' {
  const text: string
  export default text
}

declare module 'virtual:reading-style' {
  const text: string
  export default text
}

declare module 'virtual:home-style' {
  const text: string
  export default text
}
