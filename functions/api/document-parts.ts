/** What the calls of the OpenAPI document share; openapi-paths.ts hands it to the files that describe some of them. */
export interface DocumentParts {
  json: (name: string, description: string) => object
  failure: (description: string) => object
  body: (name: string) => object
  repeatKey: object
  /** What every call with a tracking code may answer. */
  refusedCode: { '429': object }
  staffSaw: string
}
