import type { BuiltCounty, BuiltFacts } from './findings.ts'

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

/** The same without the data of the county, and no more of it than the findings need: for a program that leaves here. */
export const builtFacts = async (): Promise<BuiltFacts> => {
  const { library, dossier, desk, reviewed } = await readBuilt()
  const { offices, people, situations } = library
  return {
    library: {
      offices,
      people,
      situations: situations.map(({ name, offices: own }) => ({ name, offices: own })),
    },
    dossier: { sample: dossier.sample },
    desk: {
      checklist: { sample: desk.checklist.sample },
      mediationReport: { sample: desk.mediationReport.sample },
    },
    reviewed,
  }
}
