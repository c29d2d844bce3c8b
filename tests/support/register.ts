import { deskPages } from '#domain/routes/desk.ts'

/**
 * Opens the form for registering, as a person at the desk does.
 * @param path what leads to it, with the line of the check-list that fills it
 * @returns its address, to which it posts
 */
export const openRegister = async (
  { get }: { get: (path: string) => Promise<Response> },
  path: string = deskPages.register.path,
): Promise<string> => (await get(path)).headers.get('location') ?? ''
