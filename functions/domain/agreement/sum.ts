import { sha256 } from '#domain/basics/sha256.ts'
import type { AgreementText } from './items.ts'

/**
 * The sum of a version: SHA-256 over the salt and the text as JSON with its parts in this order. Whoever has the text and
 * the salt can compute it again; without the salt nobody can try texts against it.
 */
export const sumOf = (
  salt: string,
  { parties, facts, items, how, mediators }: AgreementText,
): Promise<string> =>
  sha256(
    new TextEncoder().encode(
      JSON.stringify([
        salt,
        parties.map(({ party, name }) => [party, name]),
        facts,
        items.map(({ id, by, to, what, amountFen, dueOn }) => [
          ...[id, by, to, what],
          ...[amountFen ?? null, dueOn ?? null],
        ]),
        how,
        mediators,
      ]),
    ),
  )
