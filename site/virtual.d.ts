declare module 'virtual:style' {
  const text: string
  export default text
}
