/** A file of the repository, as text in the page. */
declare module '*.yaml' {
  const text: string;
  export default text;
}
