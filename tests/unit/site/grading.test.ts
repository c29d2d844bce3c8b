import { describe, expect, it } from 'vitest'
import { readGrades } from '../../search/grading.ts'

const page = (...blocks: string[]) => ['# 2 questions, seed six feet, 2179 documents', ...blocks].join('\n\n')
const one = '## A1 grade: 2\n墙\n\n- 邻居 (/lessons/x/) 一句'

describe('a page of questions read by a person', () => {
  it('gives grades by id, with seed and number of documents', () => {
    expect(readGrades(page(one, '## B2 grade: 0\n票'))).toEqual({
      seed: 'six feet',
      documents: 2179,
      grades: [
        { id: 'A1', grade: 2 },
        { id: 'B2', grade: 0 },
      ],
    })
  })

  it.each([
    ['a question without a grade', page(one, '## B2 grade: _\n票'), /1 of 2 questions/],
    ['a grade that does not exist', page(one, '## B2 grade: 3\n票'), /1 of 2 questions/],
    ['a page of somebody else', one, /not a page to grade/],
  ])('refuses %s', (_, text, message) => {
    expect(() => readGrades(text)).toThrow(message)
  })
})
