import type { BuiltCounty } from './findings.ts'

/** What the last `npm run generate` wrote of the county, with the days of its texts. */
export const readBuilt = async (): Promise<BuiltCounty> => {
  // Imported here: a build may have only just written them.
  const [{ county }, { library }, { dossierData, deskData }, { reviewedTexts }] = await Promise.all([
    import('#generated/county.ts'),
    import('#generated/library.ts'),
    import('#generated/desk.ts'),
    import('../../../site/build/reviewed.ts'),
  ])
  return { county, library, dossier: dossierData, desk: deskData, reviewed: reviewedTexts('.') }
}
