/**
 * Lines that fetch or store each file with wrangler, for a shell.
 * @param bucket name of the bucket, as `readBucket` gives it
 */
export const wranglerLines = (verb: 'get' | 'put', names: string[], bucket: string): string[] =>
  names.map((name) => `npx wrangler r2 object ${verb} ${bucket}/${name} --file files/${name} --remote`)
