import * as z from 'zod'
import { idPattern } from '#domain/basics/id-pattern.ts'

/** Field types shared by many data files. */

export const id = z.string().regex(idPattern, 'lower-case letters, digits and single hyphens')
export const line = z.string().min(1)
/** An hour of a day; 24:00 is its end. */
export const hour = z.string().regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/, 'expected an hour, 08:00 to 24:00')
/** A telephone number as dialled: a short or local number, one with its area code, 400…, a mobile; 0000-… is a sample. */
export const phone = z
  .string()
  .regex(/^\d{3,8}$|^\d{3,4}-\d{7,8}$|^[48]00\d{7}$|^1[3-9]\d{9}$/, 'for example 12345 or 0000-0000000')
